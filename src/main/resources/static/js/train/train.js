// The form: data, network, training, and what starts it.

import { h, Component } from '../preact.js';
import { CurlLine } from '../parts/curl-line.js';
import { TextField } from '../parts/fields.js';
import { ProblemBox } from '../parts/problem-box.js';
import { set, state } from '../store.js';
import { write } from '../url.js';
import { change, train } from './actions.js';
import { DataCard } from './data-card.js';
import { NetworkCard } from './network-card.js';
import { request } from './request.js';
import { TrainingCard } from './training-card.js';

class ShareButton extends Component {
  copy = async () => {
    const link = location.origin + location.pathname + write({ tab: 'train', job: null, config: state.config });
    try {
      await navigator.clipboard.writeText(link);
      this.setState({ said: 'Link copied' });
    } catch (refused) {
      this.setState({ said: 'The link is in the address bar' });
    }
  };

  render(props, { said }) {
    return h('button', { type: 'button', class: 'secondary outline', onClick: this.copy },
      h('span', { role: 'status' }, said || 'Share these settings'));
  }
}

export class Train extends Component {
  submit = (event) => {
    event.preventDefault();
    train();
  };

  body() {
    try {
      return { body: request(this.props.state.config) || {} };
    } catch (fault) {
      return { fault };
    }
  }

  render({ state: { config, datasets, problems } }) {
    const { body, fault } = this.body();
    return h('form', { class: 'train-form', onSubmit: this.submit, noValidate: true },
      h('div', { class: 'three' },
        h(DataCard, { config, datasets, problems, fault }),
        h(NetworkCard, { config, faults: problems.train }),
        h(TrainingCard, { config, faults: problems.train })),
      h('section', { class: 'card start', 'aria-label': 'Start' },
        h('div', { class: 'row' },
          h('button', { type: 'submit', class: 'go', disabled: Boolean(fault) }, 'Train'),
          h(TextField, {
            label: 'Name of the model', value: config.name, placeholder: nameWithout(config),
            onChange: (name) => change({ name }),
          }),
          h(ShareButton),
          h('button', { type: 'button', class: 'secondary outline', onClick: () => change(null) }, 'Back to the defaults')),
        h(ProblemBox, { problem: problems.train }),
        body && h(CurlLine, { call: { method: 'POST', path: '/train', body } })));
  }
}

function nameWithout({ source, dataset, uploaded }) {
  return { builtin: dataset, uploaded, rows: 'default', course: 'course' }[source];
}

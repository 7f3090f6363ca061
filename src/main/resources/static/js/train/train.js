// The form: data, network, training, and what starts it.

import { h, Component } from '../preact.js';
import { CurlLine } from '../parts/curl-line.js';
import { TextField } from '../parts/fields.js';
import { ProblemBox } from '../parts/problem-box.js';
import { state } from '../store.js';
import { write } from '../url.js';
import { change, train } from './actions.js';
import { DataCard } from './data-card.js';
import { NetworkCard } from './network-card.js';
import { isFaulty } from './faults.js';
import { request } from './request.js';
import { TrainingCard } from './training-card.js';

class ShareButton extends Component {
  copy = async () => {
    const link = location.origin + location.pathname + write({ tab: 'train', job: null, config: state.config });
    try {
      await navigator.clipboard.writeText(link);
      this.say('Link copied');
    } catch (refused) {
      this.say('The link is in the address bar');
    }
  };

  /** What is said holds until the settings change. */
  say(said) {
    this.setState({ said, of: state.config });
  }

  render({ config }, { said, of }) {
    return h('button', { type: 'button', class: 'secondary outline', onClick: this.copy },
      h('span', { role: 'status' }, of === config ? said : 'Share these settings'));
  }
}

export class Train extends Component {
  /** Who presses twice wants one training. */
  submit = async (event) => {
    event.preventDefault();
    if (!this.state.starting) {
      this.setState({ starting: true });
      await train();
      this.setState({ starting: false });
    }
  };

  body() {
    try {
      return { body: request(this.props.state.config) || {} };
    } catch (fault) {
      return { fault };
    }
  }

  render({ state: { config, datasets, problems } }, { starting }) {
    const { body, fault } = this.body();
    return h('form', { class: 'train-form', onSubmit: this.submit, noValidate: true },
      h('div', { class: 'three' },
        h(DataCard, { config, datasets, problems, fault }),
        h(NetworkCard, { config, faults: problems.train }),
        h(TrainingCard, { config, faults: problems.train })),
      h('section', { class: 'card start', 'aria-label': 'Start' },
        h('div', { class: 'row' },
          h('button', {
            type: 'submit', class: 'go', disabled: Boolean(fault), 'aria-busy': starting ? 'true' : undefined,
            'aria-describedby': fault ? 'no-training' : undefined,
          }, 'Train'),
          h(TextField, {
            label: 'Name of the model', value: config.name, placeholder: nameWithout(config), invalid: isFaulty(problems.train, '/name'),
            onChange: (name) => change({ name }),
          }),
          h(ShareButton, { config }),
          h('button', { type: 'button', class: 'secondary outline', onClick: () => change(null) }, 'Back to the defaults')),
        fault && h('p', { id: 'no-training', class: 'facts' }, fault.message),
        h(ProblemBox, { problem: problems.train }),
        body && h(CurlLine, { call: { method: 'POST', path: '/train', body } })));
  }
}

function nameWithout({ source, dataset, uploaded }) {
  return { builtin: dataset, uploaded, rows: 'default', course: 'course' }[source];
}

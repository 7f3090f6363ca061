import { h, Component } from '../preact.js';
import { trainChanged } from '../train/actions.js';
import { fixed } from '../train/fix.js';
import { request } from '../train/request.js';

/** The settings that would mend what a warning tells of a run that was sent with those; null where there are none, or none are known here. */
function mended({ fix }, sent) {
  return fix && sent ? fixed(sent, fix) : null;
}

/** The calls of the buttons beside warnings. */
export function callsOf(warnings, sent) {
  return warnings.map((warning) => mended(warning, sent)).filter(Boolean)
    .map((config) => ({ method: 'POST', path: '/train', body: request(config) || {} }));
}

/** What the owner of a run should know. Props: warnings, told (what is told beside them already), sent (the settings, or null), onTrained. */
export class Warnings extends Component {
  /** Who presses twice wants one training. */
  train = async (config) => {
    if (!this.state.starting) {
      this.setState({ starting: true });
      await trainChanged(config);
      this.setState({ starting: false });
      this.props.onTrained();
    }
  };

  render({ warnings, told, sent }, { starting }) {
    return warnings.map((warning) => {
      const { code, detail, action } = warning;
      const config = mended(warning, sent);
      const text = detail === told ? [] : [h('p', null, detail), h('p', { class: 'action' }, action)];
      return (text.length > 0 || config) && h('div', { key: code, class: text.length ? 'note' : 'mend' },
        text,
        config && h('button', {
          type: 'button', class: 'small', 'aria-busy': starting ? 'true' : undefined, onClick: () => this.train(config),
        }, 'Train again with this change'));
    });
  }
}

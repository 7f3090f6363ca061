import { h, Component } from '../preact.js';
import { curl } from '../api.js';

/** A call as a line for a shell, folded away until somebody wants it. */
export class CurlLine extends Component {
  copy = async () => {
    await navigator.clipboard.writeText(curl(this.props.call));
    this.setState({ copied: true });
  };

  render({ call, label = 'Show as curl' }, { copied }) {
    return h('details', { class: 'curl' },
      h('summary', null, label),
      h('div', { class: 'curl-line' },
        h('pre', { tabIndex: 0, 'aria-label': 'The call as a curl line' }, h('code', null, curl(call))),
        navigator.clipboard && h('button', { type: 'button', class: 'small secondary outline', onClick: this.copy },
          copied ? 'Copied' : 'Copy')));
  }
}

import { h, Component } from '../preact.js';
import { curl } from '../api.js';

/** A call, or several calls, as lines for a shell; folded away until somebody wants them. */
export class CurlLine extends Component {
  copy = async () => {
    const text = this.text();
    try {
      await navigator.clipboard.writeText(text);
      this.setState({ copied: text });
    } catch (refused) {
      getSelection().selectAllChildren(this.code);
    }
  };

  text() {
    return (this.props.calls || [this.props.call]).map(curl).join('\n');
  }

  render({ label = 'Show as curl' }, { copied }) {
    return h('details', { class: 'curl' },
      h('summary', null, label),
      h('div', { class: 'curl-line' },
        h('pre', { tabIndex: 0, 'aria-label': 'The call as a curl line' }, h('code', { ref: (code) => { this.code = code; } }, this.text())),
        navigator.clipboard && h('button', { type: 'button', class: 'small secondary outline', onClick: this.copy },
          copied === this.text() ? 'Copied' : 'Copy')));
  }
}

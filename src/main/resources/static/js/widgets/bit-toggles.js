import { h, Component } from '../preact.js';

/** One switch a bit. Props: bits ('0110'), names (one a bit, or null), onChange (told the bits). */
export class BitToggles extends Component {
  state = { at: 0 };

  put(at, bit) {
    const { bits, onChange } = this.props;
    onChange(bits.slice(0, at) + bit + bits.slice(at + 1));
  }

  key = (event, at) => {
    const last = this.props.bits.length - 1;
    const to = { ArrowLeft: at - 1, ArrowUp: at - 1, ArrowRight: at + 1, ArrowDown: at + 1, Home: 0, End: last }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || (to === undefined && event.key !== '0' && event.key !== '1')) {
      return;
    }
    event.preventDefault();
    if (to === undefined) {
      this.put(at, event.key);
    }
    // What is typed goes from bit to bit, as in a field.
    this.focus(Math.max(0, Math.min(last, to ?? at + 1)));
  };

  focus(at) {
    this.setState({ at });
    this.base.querySelectorAll('button')[at].focus();
  }

  render({ bits, names }, { at }) {
    const current = Math.min(at, bits.length - 1);
    return h('div', { class: 'bit-toggles', role: 'group', 'aria-label': 'Bits of the input' },
      [...bits].map((bit, index) => h('div', { key: index },
        h('button', {
          type: 'button', role: 'switch', 'aria-checked': String(bit === '1'), 'aria-label': names?.[index] || `Bit ${index + 1}`,
          tabIndex: index === current ? 0 : -1, onFocus: () => this.setState({ at: index }),
          onClick: () => this.put(index, bit === '1' ? '0' : '1'), onKeyDown: (event) => this.key(event, index),
        }, bit),
        h('small', { 'aria-hidden': 'true' }, names?.[index] || index + 1))));
  }
}

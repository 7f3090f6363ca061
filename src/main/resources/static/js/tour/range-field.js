import { h, Component } from '../preact.js';

let last = 0;

/** A slider over the places 0 to most. Props: label, value, most, text (what the place stands for), onChange. */
export class RangeField extends Component {
  id = `range-${++last}`;

  render({ label, value, most, text, onChange }) {
    return h('div', { class: 'field range' },
      h('label', { for: this.id }, label),
      h('output', { for: this.id }, text),
      h('input', {
        id: this.id, type: 'range', min: 0, max: most, step: 1, value, 'aria-valuetext': text,
        onInput: (event) => onChange(Number(event.target.value)),
      }));
  }
}

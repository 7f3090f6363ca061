// The form's fields, each with its label, and what the preset has where the field is empty.

import { h, Component } from '../preact.js';

let last = 0;

class Field extends Component {
  id = `field-${++last}`;

  labelled(control) {
    const { label, hint } = this.props;
    return h('div', { class: 'field' },
      h('label', { for: this.id }, label),
      control,
      hint && h('small', { id: this.id + '-hint' }, hint));
  }

  get shared() {
    const { hint, invalid } = this.props;
    return { id: this.id, 'aria-describedby': hint ? this.id + '-hint' : undefined, 'aria-invalid': invalid ? 'true' : undefined };
  }
}

export class NumberField extends Field {
  render({ value, onChange, least, most, step = 'any', placeholder }) {
    return this.labelled(h('input', {
      ...this.shared, type: 'number', inputMode: 'decimal', min: least, max: most, step, placeholder, value,
      onInput: (event) => onChange(event.target.value),
    }));
  }
}

export class TextField extends Field {
  render({ value, onChange, placeholder, pattern }) {
    return this.labelled(h('input', {
      ...this.shared, type: 'text', value, placeholder, pattern, autocomplete: 'off', spellcheck: false,
      onInput: (event) => onChange(event.target.value),
    }));
  }
}

export class LinesField extends Field {
  render({ value, onChange, placeholder, rows = 6 }) {
    return this.labelled(h('textarea', {
      ...this.shared, rows, placeholder, value, spellcheck: false, onInput: (event) => onChange(event.target.value),
    }));
  }
}

/** options: [value, text] pairs, or values that are their own text. */
export class ChoiceField extends Field {
  render({ value, onChange, options }) {
    return this.labelled(h('select', { ...this.shared, value, onChange: (event) => onChange(event.target.value) },
      options.map((option) => {
        const [key, text] = Array.isArray(option) ? option : [option, option.replaceAll('_', ' ')];
        return h('option', { key, value: key }, text);
      })));
  }
}

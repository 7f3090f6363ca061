import { h, Component } from '../preact.js';
import { ChoiceField, LinesField, NumberField, TextField } from '../parts/fields.js';

const MOST_SLIDERS = 16;
const MOST_FIELDS = 64;

/** A number, and a slider for its range where that is known. */
class Value extends Component {
  render({ column: { name, least, most, step }, value, onChange, slides }) {
    return h('div', { class: 'value' },
      h(NumberField, { label: name, value, onChange, invalid: value === '' || !Number.isFinite(Number(value)) }),
      slides && least < most && h('input', {
        type: 'range', min: least, max: most, step, value: value === '' ? least : value, 'aria-label': `${name}, from ${least} to ${most}`,
        onInput: (event) => onChange(event.target.value),
      }));
  }
}

/** Very many values, as a text that may be changed before it is one again. */
class Values extends Component {
  state = { text: this.props.values.join(', ') };

  type = (text) => {
    this.setState({ text });
    this.props.onChange(text.split(/[,;\s]+/).filter((value) => value !== ''));
  };

  render({ count }, { text }) {
    return h(LinesField, { label: `${count} values, separated by commas`, value: text, rows: 8, onChange: this.type });
  }
}

/**
 * A field an input. Props: columns ({ name, categories } or { name, least, most, step } each), values (texts, one a
 * column), onChange (told the values).
 */
export class ValueInputs extends Component {
  put(at, value) {
    const { values, onChange } = this.props;
    onChange(values.map((old, index) => (index === at ? value : old)));
  }

  render({ columns, values, onChange }) {
    if (columns.length > MOST_FIELDS) {
      return h(Values, { count: columns.length, values, onChange });
    }
    return h('div', { class: columns.length > MOST_SLIDERS ? 'value-inputs many' : 'value-inputs' },
      columns.map((column, index) => this.field(column, values[index], (value) => this.put(index, value))));
  }

  field(column, value, onChange) {
    const { name, categories } = column;
    if (!categories) {
      return h(Value, { key: name, column, value, onChange, slides: this.props.columns.length <= MOST_SLIDERS });
    }
    return categories.length
      ? h(ChoiceField, { key: name, label: name, value, onChange, options: categories.map((category) => [category, category]) })
      : h(TextField, { key: name, label: name, value, onChange });
  }
}

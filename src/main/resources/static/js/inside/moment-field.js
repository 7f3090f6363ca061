import { h, Component } from '../preact.js';
import { NumberField } from '../parts/fields.js';

const whole = new Intl.NumberFormat('en');

/** Goes back in the training. Props: iteration (null for the trained network), last, onChange. */
export class MomentField extends Component {
  typed = (text) => {
    const value = Number(text);
    if (text === '') {
      this.props.onChange(null);
    } else if (Number.isInteger(value) && value >= 0) {
      this.props.onChange(value);
    }
  };

  render({ iteration, last, onChange }) {
    return h('div', { class: 'moment' },
      h('div', { class: 'field' },
        h('label', { for: 'moment' }, 'Back in its training'),
        h('input', {
          id: 'moment', type: 'range', min: 0, max: last, step: 1, value: iteration ?? last,
          'aria-valuetext': iteration === null ? 'as trained' : `before the correction of iteration ${whole.format(iteration)}`,
          onInput: (event) => onChange(Number(event.target.value)),
        })),
      h(NumberField, { label: 'Iteration', value: iteration === null ? '' : String(iteration), least: 0, most: last, step: 1, placeholder: 'trained', onChange: this.typed }),
      h('button', { type: 'button', class: 'secondary outline', disabled: iteration === null, onClick: () => onChange(null) }, 'As trained'));
  }
}

import { h, Component } from '../preact.js';
import { NumberField } from '../parts/fields.js';
import { ProblemBox } from '../parts/problem-box.js';
import { BitToggles } from '../widgets/bit-toggles.js';
import { brief, numeral } from '../parts/numbers.js';
import { feed, feedBits, feedRow } from './looking.js';

const MOST_TOLD = 6;

/**
 * Chooses the row whose activations are drawn. Props: fed, rows, inputs (how many), outputs (of that row), names (of
 * them), problem.
 */
export class Feeding extends Component {
  change = (text) => {
    this.setState({ text });
    const number = Number(text);
    if (text === '') {
      feed(null);
    } else if (Number.isInteger(number) && number >= 1 && number <= this.props.rows.count) {
      feedRow(number);
    }
  };

  render({ fed, rows, inputs, outputs, names, problem }) {
    if (!fed && !rows?.count && inputs !== 2) {
      return null;
    }
    return h('div', { class: 'feeding' },
      h('h3', null, 'Feed forward'),
      fed?.bits ? h(BitToggles, { bits: fed.bits, onChange: feedBits }) : this.row(rows?.count, fed, inputs),
      fed && h('p', { class: 'facts' }, told(fed, rows, outputs, names)),
      h(ProblemBox, { problem }));
  }

  row(count, fed, inputs) {
    return h('div', { class: 'row' },
      count > 0 && h(NumberField, {
        label: 'Row of the data', least: 1, most: count, step: 1, placeholder: `1 to ${count}`,
        value: fed ? fed.row ?? '' : '', onChange: this.change,
      }),
      fed && h('button', { type: 'button', class: 'small secondary outline', onClick: () => feed(null) }, 'None'),
      inputs === 2 && h('small', null, `${count ? 'Or choose' : 'Choose'} a point in the picture of the answers.`));
  }
}

function told({ inputs, answer, bits }, rows, outputs, names) {
  if (!outputs) {
    return '';
  }
  const values = rows?.names && inputs.length <= MOST_TOLD ? inputs.map((value, index) => `${rows.names[index]} ${brief(value)}`).join(', ') : '';
  const asked = answer === undefined ? '' : ` Its answer in the data is ${answer}.`;
  return `${bits || values || 'The row'} is fed forward: ${result(outputs, names)}.${asked}`;
}

function result(outputs, names) {
  const largest = outputs.indexOf(Math.max(...outputs));
  return outputs.length === 1 ? `${numeral(outputs[0])} comes out` : `the highest output is ${names[largest]}, with ${numeral(outputs[largest])}`;
}

import { h, Component } from '../preact.js';
import { numeral } from '../parts/numbers.js';
import { Pixels } from '../parts/pixels.js';

const MOST_VALUES = 8;

/**
 * Rows that were answered wrong, as pictures where they are some. Props: found, as GET …/mistakes gives it: { items,
 * mistakes, rows, image }.
 */
export class Mistakes extends Component {
  render({ found: { items, mistakes, rows, image } }) {
    const numbers = items.some(({ error }) => error !== undefined);
    return h('div', { class: 'mistakes-shown' },
      h('p', null, numbers ? `The ${items.length} of ${rows} rows that are farthest off.`
        : [h('strong', null, `${mistakes} of ${rows}`), ` are wrong${mistakes > items.length ? `; here are the ${items.length} it was surest of` : ', those it was surest of first'}.`]),
      h('div', { class: 'scroll long', tabIndex: 0, role: 'region', 'aria-label': 'The rows' },
        image ? h('ul', { class: 'wrong-pictures' }, items.map((item) => this.picture(item, image))) : this.table(items, numbers)));
  }

  picture({ row, inputs, answer, expected, confidence }, { width, height }) {
    return h('li', { key: row },
      h(Pixels, { values: inputs, width, height, label: `Row ${row}` }),
      h('p', null, `Is ${shown(expected)}`),
      h('p', null, '✗ ', h('strong', null, shown(answer)), confidence === undefined ? '' : `, ${percent(confidence)}`));
  }

  table(items, numbers) {
    return h('table', null,
      h('caption', { class: 'hidden' }, 'Rows and what was answered'),
      h('thead', null, h('tr', null, ['Row', 'Inputs', 'Is', 'Answered', numbers ? 'Off by' : 'Sure'].map((name, index) =>
        h('th', { key: name, scope: 'col', class: index === 4 ? 'number' : '' }, name)))),
      h('tbody', null, items.map(({ row, inputs, outputs, answer, expected, confidence, error }) => h('tr', { key: row },
        h('th', { scope: 'row' }, row),
        h('td', null, values(inputs)),
        h('td', null, shown(expected)),
        h('td', null, answer === undefined ? values(outputs) : shown(answer)),
        h('td', { class: 'number' }, numbers ? shown(error) : percent(confidence))))));
  }
}

function values(numbers) {
  if (numbers.every((value) => value === 0 || value === 1)) {
    return h('span', { class: 'bits' }, numbers.join(''));
  }
  return numbers.slice(0, MOST_VALUES).map(shown).join(', ') + (numbers.length > MOST_VALUES ? ' …' : '');
}

function shown(value) {
  return typeof value === 'string' ? value : numeral(value);
}

function percent(share) {
  return share === undefined ? '–' : `${Math.round(100 * share)} %`;
}

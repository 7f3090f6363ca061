import { h } from '../preact.js';
import { Asking } from '../parts/asking.js';
import { CurlLine } from '../parts/curl-line.js';
import { numeral, told } from '../parts/numbers.js';
import { ProblemBox } from '../parts/problem-box.js';
import { faultOf, rowQuery } from './rows.js';

const MOST = 16;

/** What each input does to the answer: for bits, what flipping it alone does. Props: which, model, row, outputNames, problem. */
export class SensitivityCard extends Asking {
  where = 'inside-sensitivity';

  path({ which, model, row }) {
    return faultOf(row.text, model) ? null : `/sensitivity?${rowQuery(row.text)}&${which}`;
  }

  render({ outputNames, problem }, { answer }) {
    const path = this.path(this.props);
    return h('section', { class: 'card sensitivity', 'aria-labelledby': 'sensitivity-title' },
      h('h2', { id: 'sensitivity-title' }, 'What each input does'),
      answer && [
        h('p', null, `The network answers ${told(answer.answer ?? answer.outputs[0])} to the row of the iteration. ${answer.summary}`),
        this.table(answer, outputNames),
      ],
      h(ProblemBox, { problem }),
      path && h(CurlLine, { call: { method: 'GET', path } }));
  }

  /** The inputs that do most, with what they do to the output that changes most by them. */
  table({ items, outputs }, outputNames) {
    const flips = items[0].change !== undefined;
    const found = items.map((item) => ({ item, ...strongest(flips ? item.change : item.slope) }));
    const shown = items.length <= MOST ? found : found.toSorted((one, other) => Math.abs(other.value) - Math.abs(one.value)).slice(0, MOST);
    const most = Math.max(...found.map(({ value }) => Math.abs(value))) || 1;
    const column = flips ? 'When it is flipped' : 'Slope';
    return h('div', { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': 'The inputs' },
      h('table', null,
        h('thead', null, h('tr', null, ['Input', column, outputs.length > 1 ? 'Output' : '', flips ? 'Answer then' : ''].filter(Boolean).map((name) =>
          h('th', { key: name, scope: 'col' }, name)))),
        h('tbody', null, shown.map(({ item, value, output }) => h('tr', { key: item.input },
          h('th', { scope: 'row' }, item.name ?? `${flips ? 'bit' : 'input'} ${item.input}`, flips && item.bits.length <= MOST && [' ', h('small', { class: 'bits' }, item.bits)]),
          h('td', null, bar(value, most)),
          outputs.length > 1 && h('td', null, outputNames[output]),
          flips && h('td', null, told(item.answer ?? item.outputs[output]), item.changesAnswer && h('strong', null, ' changes')))))),
      items.length > MOST && h('p', { class: 'facts' }, `The ${MOST} of ${items.length} inputs that do most.`));
  }
}

function strongest(values) {
  const output = values.reduce((best, value, index) => (Math.abs(value) > Math.abs(values[best]) ? index : best), 0);
  return { output, value: values[output] };
}

/** A number with a bar to the right or to the left. */
function bar(value, most) {
  return h('span', { class: value < 0 ? 'bar negative' : 'bar' },
    h('span', { class: 'bar-line', 'aria-hidden': 'true' }, h('span', { style: { width: `${(50 * Math.abs(value)) / most}%` } })),
    h('span', { class: 'number' }, (value > 0 ? '+' : '') + numeral(value, 3)));
}

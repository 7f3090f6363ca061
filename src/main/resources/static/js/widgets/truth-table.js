import { h, Component } from '../preact.js';
import { told } from '../parts/numbers.js';

const MANY = 16;

/** Every pattern of bits with the network's answer. Props: table, as GET /truth-table gives it. */
export class TruthTable extends Component {
  state = { mistakesOnly: false };

  render({ table }, { mistakesOnly }) {
    const { rule, agreeing, patterns, mistakes, items, summary } = table;
    const rows = rule && mistakesOnly ? items.filter(({ agrees }) => !agrees) : items;
    return h('div', { class: 'truth' },
      rule
        ? h('p', null, h('strong', null, `${agreeing} of ${patterns}`), ' patterns agree with the rule ', h('code', null, rule),
          mistakes.length ? `; ${mistakes.length} ${mistakes.length === 1 ? 'is' : 'are'} wrong.` : '; none is wrong.')
        : h('p', null, summary),
      rule && mistakes.length > 0 && patterns > MANY && h('label', { class: 'check' },
        h('input', { type: 'checkbox', role: 'switch', checked: mistakesOnly, onChange: () => this.setState({ mistakesOnly: !mistakesOnly }) }),
        'Only those that are wrong'),
      h('div', { class: 'scroll long', tabIndex: 0, role: 'region', 'aria-label': 'All patterns' },
        h('table', { class: 'truth-table' },
          h('caption', { class: 'hidden' }, 'Every pattern and what the network answers'),
          h('thead', null, h('tr', null, ['Pattern', 'Output', 'Answer', rule && 'Rule', 'Learned'].filter(Boolean).map((name) =>
            h('th', { key: name, scope: 'col' }, name)))),
          h('tbody', null, rows.map((row) => this.row(row, rule))))));
  }

  row({ bits, outputs, answer, seenInTraining, expected, agrees }, rule) {
    const wrong = rule && !agrees;
    return h('tr', { key: bits, class: wrong ? 'wrong' : '' },
      h('th', { scope: 'row', class: 'bits' }, bits),
      h('td', { class: 'number' }, outputs.map((output) => output.toFixed(3)).join(', ')),
      h('td', null, answer === undefined ? '–' : told(answer)),
      rule && h('td', null, `${expected} `, h('span', { class: 'mark' }, wrong ? '✗ wrong' : '✓ agrees')),
      h('td', null, seenInTraining ? '● yes' : 'no'));
  }
}

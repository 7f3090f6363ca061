import { h } from '../preact.js';
import { set, state } from '../store.js';
import { defaults } from '../config.js';
import { TruthTable } from '../widgets/truth-table.js';
import { short } from '../parts/numbers.js';
import { Piece } from './piece.js';

const TEST = ['1110', '0110', '0010', '1000'];
const LEARNED = ['0001 0', '0011 0', '0111 1', '1010 0', '1111 1'];
const TELLING = ['0100 0', '1101 0'];

/** All sixteen patterns held against the rule, and which of them the network has seen. */
export class SetsPiece extends Piece {
  path() {
    return `/truth-table?rule=.11.&job=${this.props.job.id}`;
  }

  live(table) {
    const seen = table.items.filter(({ seenInTraining }) => seenInTraining);
    const tested = TEST.map((bits) => table.items.find((item) => item.bits === bits));
    return [
      h('div', { class: 'sets' }, rows('Training set', seen), rows('Test set', tested)),
      h('p', { class: 'row' }, h('button', { type: 'button', class: 'secondary outline', onClick: trainWithMore }, 'Train with 0100 and 1101 as well')),
      h(TruthTable, { table }),
    ];
  }
}

function rows(title, items) {
  return h('table', { class: 'tight' },
    h('caption', null, title),
    h('thead', null, h('tr', null, ['Bits', 'output', 'rule'].map((name) => h('th', { key: name, scope: 'col' }, name)))),
    h('tbody', null, items.map(({ bits, outputs, expected, agrees }) => h('tr', { key: bits },
      h('th', { scope: 'row', class: 'bits' }, bits),
      h('td', null, short(outputs[0])),
      h('td', null, `${expected} ${agrees ? '✓' : '✗'}`)))));
}

/** Fills the form with the course's rows and two that tell the rule from the simpler one. */
function trainWithMore() {
  const config = {
    ...defaults, source: 'rows', name: 'two-rows-more', seed: state.config.seed,
    rows: [...LEARNED, ...TELLING].join('\n'), testRows: '1110 1\n0110 1\n0010 0\n1000 0',
  };
  set({ config, rule: '.11.', tab: 'train' });
}

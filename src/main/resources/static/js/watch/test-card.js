import { h, Component } from '../preact.js';
import { CurlLine } from '../parts/curl-line.js';
import { numeral } from '../parts/numbers.js';

const MOST_ROWS = 200;

/**
 * What the network answers to test rows that nobody knows the answers to. Props: job, model (its details, or null), asked
 * (those rows, where they are known here).
 */
export class TestCard extends Component {
  render({ job, model, asked }) {
    const { test } = job.result || {};
    if (!test?.outputs || test.cost !== undefined) {
      return null;
    }
    const rows = test.outputs.slice(0, MOST_ROWS);
    const labels = model?.version === job.model.version ? model.classes : undefined;
    return h('section', { class: 'card fit tested', 'aria-labelledby': 'tested-title' },
      h('h2', { id: 'tested-title' }, 'What it answers to the test rows'),
      rows.length < test.outputs.length && h('p', { class: 'facts' }, `The first ${rows.length} of ${test.outputs.length} rows.`),
      h('div', { class: 'scroll long', tabIndex: 0, role: 'region', 'aria-label': 'The test rows' },
        h('table', null,
          h('caption', { class: 'hidden' }, 'Test rows and what was answered'),
          h('thead', null, h('tr', null, ['Row', asked && 'Inputs', labels && 'Answer', 'Outputs'].filter(Boolean).map((name) =>
            h('th', { key: name, scope: 'col', class: name === 'Outputs' ? 'number' : '' }, name)))),
          h('tbody', null, rows.map((outputs, row) => h('tr', { key: row },
            h('th', { scope: 'row' }, row + 1),
            asked && h('td', null, inputs(asked[row])),
            labels && h('td', null, labels[outputs.indexOf(Math.max(...outputs))]),
            h('td', { class: 'number' }, outputs.map((output) => numeral(output)).join(', '))))))),
      h(CurlLine, { call: { method: 'GET', path: job.links.self } }));
  }
}

function inputs(row) {
  return typeof row === 'string' ? h('span', { class: 'bits' }, row) : row.map((value) => numeral(value)).join(', ');
}

import { h } from '../preact.js';
import { Asking } from '../parts/asking.js';
import { CurlLine } from '../parts/curl-line.js';
import { numeral } from '../parts/numbers.js';
import { ProblemBox } from '../parts/problem-box.js';
import { layersOf } from './place.js';

const SHOWN = 5;

/** Whether back-propagation is right. Props: which, model, problem. */
export class GradientCard extends Asking {
  where = 'inside-gradient';

  path({ which }) {
    return `/gradient-check?${which}`;
  }

  render({ model, problem }, { answer }) {
    return h('section', { class: 'card gradient', 'aria-labelledby': 'gradient-title' },
      h('h2', { id: 'gradient-title' }, 'Is back-propagation right?'),
      answer && [
        h('p', null, h('span', { class: `badge ${answer.passed ? 'succeeded' : 'failed'}` }, answer.passed ? 'Passed' : 'Not passed'), ' ', answer.summary),
        h('div', { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': 'The largest differences' }, h('table', null,
          h('caption', null, `The largest differences, over ${answer.rows} training rows`),
          h('thead', null, h('tr', null, ['Weight', 'Back-propagated', 'By turning it a little', 'Difference'].map((name, index) =>
            h('th', { key: name, scope: 'col', class: index ? 'number' : '' }, name)))),
          h('tbody', null, answer.items.slice(0, SHOWN).map((item) => h('tr', { key: shortName(item, model) },
            h('th', { scope: 'row' }, shortName(item, model)),
            [item.backPropagated, item.numeric, item.relativeDifference].map((value, index) =>
              h('td', { key: index, class: 'number' }, numeral(value, index < 2 ? 6 : 3)))))))),
      ],
      h(ProblemBox, { problem }),
      h(CurlLine, { call: { method: 'GET', path: this.path(this.props) } }));
  }
}

function shortName({ layer, from, to }, model) {
  return `${layersOf(model)[layer].name}, ${from === 'bias' ? 'bias' : `from ${from}`} to ${to}`;
}

import { h, Component } from '../preact.js';
import { naturalOrder } from '../parts/natural.js';

const STRONGEST = 45;
const FEW = 6;
const LONG = 3;

/** Which class was taken for which. Props: labels, counts (a row a class, a column an answer). */
export class ConfusionMatrix extends Component {
  render({ labels, counts }) {
    const order = naturalOrder(labels);
    const dense = labels.length > FEW;
    const upright = dense && labels.some((label) => label.length > LONG);
    return h('div', { class: 'confusion-matrix' },
      h('p', null, summary(labels, counts)),
      h('div', { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': 'Confusion matrix' },
        h('table', { class: dense ? 'matrix dense' : 'matrix' },
          h('caption', { class: 'hidden' }, 'A row for what it is, a column for what was answered'),
          h('thead', null,
            h('tr', null,
              h('td', null),
              h('th', { scope: 'colgroup', colSpan: labels.length, class: 'axis' }, 'answered'),
              h('td', null)),
            h('tr', null,
              h('th', { scope: 'col', class: 'axis' }, 'is'),
              order.map((at) => h('th', { key: at, scope: 'col', class: upright ? 'upright' : '' }, h('span', null, labels[at]))),
              h('th', { scope: 'col', class: 'share' }, 'right'))),
          h('tbody', null, order.map((is) => this.row(labels[is], is, counts[is], order))))));
  }

  row(label, is, counts, order) {
    const all = counts.reduce((sum, count) => sum + count, 0);
    return h('tr', { key: is },
      h('th', { scope: 'row' }, label),
      order.map((answered) => h('td', {
        key: answered, class: answered === is ? 'right' : counts[answered] ? 'wrong' : 'none',
        style: { '--heat': `${(STRONGEST * Math.sqrt(counts[answered] / (all || 1))).toFixed(1)}%` },
      }, counts[answered] || '')),
      h('td', { class: 'share' }, all ? `${Math.round(100 * counts[is] / all)} %` : '–'));
  }
}

function summary(labels, counts) {
  const all = counts.flat().reduce((sum, count) => sum + count, 0);
  const right = counts.reduce((sum, row, index) => sum + row[index], 0);
  const worst = { count: 0 };
  counts.forEach((row, is) => row.forEach((count, answered) => {
    if (is !== answered && count > worst.count) {
      Object.assign(worst, { count, is: labels[is], answered: labels[answered] });
    }
  }));
  const often = worst.count ? ` Most often, ${worst.is} is taken for ${worst.answered}: ${worst.count === 1 ? 'once' : `${worst.count} times`}.` : '';
  return [h('strong', null, `${right} of ${all}`), ` are right.${often}`];
}

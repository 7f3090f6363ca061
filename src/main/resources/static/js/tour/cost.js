import { h } from '../preact.js';
import { get } from '../api.js';
import { trying } from '../store.js';
import { short } from '../parts/numbers.js';
import { Piece } from './piece.js';
import { WayPlot } from './plot.js';
import { RangeField } from './range-field.js';

const MOMENTS = [0, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000];

/** The rows, their outputs at a moment of the training, how far these are from the answers, and the mean of that. */
export class CostPiece extends Piece {
  state = { moment: 0 };

  async componentDidMount() {
    super.componentDidMount();
    this.setState({ history: await trying(this.where, () => get(this.historyPath())) });
  }

  path() {
    return `/step?job=${this.props.job.id}&iteration=${MOMENTS[this.state.moment]}`;
  }

  historyPath() {
    return `/jobs/${this.props.job.id}/cost`;
  }

  calls() {
    return [this.path(), this.historyPath()].map((path) => ({ method: 'GET', path }));
  }

  controls() {
    const { moment } = this.state;
    return h(RangeField, {
      label: 'After so many iterations', value: moment, most: MOMENTS.length - 1, text: MOMENTS[moment].toLocaleString('en'),
      onChange: (value) => this.setState({ moment: value }),
    });
  }

  live({ inputs, answers, outputs, cost }) {
    const { history, moment } = this.state;
    return [
      h('table', { class: 'tight' },
        h('caption', { class: 'hidden' }, 'The training rows, their outputs, and how far these are from the answers'),
        h('thead', null, h('tr', null, ['Bits', 'answer', 'output', 'distance'].map((name) => h('th', { key: name, scope: 'col' }, name)))),
        h('tbody', null, inputs.map((row, index) => h('tr', { key: index },
          h('th', { scope: 'row', class: 'bits' }, row.join('')),
          h('td', null, answers[index][0]),
          h('td', null, short(outputs[index][0])),
          h('td', null, distance(Math.abs(outputs[index][0] - answers[index][0])))))),
        h('tfoot', null, h('tr', null, h('th', { scope: 'row', colSpan: 3 }, 'Cost, the mean distance'), h('td', null, short(cost))))),
      history && h(WayPlot, {
        xs: history.iteration, ys: history.cost, xName: 'iteration', least: 0, yName: 'cost',
        text: `The cost over the iterations. After ${MOMENTS[moment]} it is ${short(cost)}.`,
        points: [{ x: Math.min(MOMENTS[moment], history.iteration.at(-1)), y: cost }],
      }),
    ];
  }
}

/** The number with a bar of that length, 1 being the longest. */
function distance(value) {
  return [h('span', { class: 'distance', style: { '--distance': value } }), ` ${short(value)}`];
}

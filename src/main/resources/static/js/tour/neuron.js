import { h } from '../preact.js';
import { ChoiceField } from '../parts/fields.js';
import { BitToggles } from '../widgets/bit-toggles.js';
import { short } from '../parts/numbers.js';
import { Piece } from './piece.js';
import { WayPlot } from './plot.js';

const SUMS = Array.from({ length: 121 }, (nothing, i) => (i - 60) / 10);
const SIGMOIDS = SUMS.map((sum) => 1 / (1 + Math.exp(-sum)));

/** One hidden neuron: its weighted sum, and what the sigmoid makes of it. */
export class NeuronPiece extends Piece {
  state = { bits: '0110', neuron: 0 };

  path() {
    return `/step?bits=${this.state.bits}&job=${this.props.job.id}`;
  }

  controls() {
    const { bits, neuron } = this.state;
    return h('div', { class: 'piece-controls' },
      h(BitToggles, { bits, onChange: (next) => this.setState({ bits: next }) }),
      h(ChoiceField, {
        label: 'Hidden neuron', value: neuron, options: [0, 1, 2, 3].map((index) => [index, String(index)]),
        onChange: (value) => this.setState({ neuron: Number(value) }),
      }));
  }

  live({ inputs, layers: [hidden] }) {
    const { neuron } = this.state;
    const sum = hidden.weightedSums[0][neuron];
    const activation = hidden.activations[0][neuron];
    const told = `The sigmoid makes ${short(activation)} of the sum ${short(sum)}.`;
    return [
      this.sums(inputs[0], hidden.weights.map((row) => row[neuron]), sum),
      h(WayPlot, {
        xs: SUMS, ys: SIGMOIDS, least: 0, most: 1, xName: 'weighted sum', yName: 'activation', text: `The sigmoid. ${told}`,
        points: [{ x: Math.min(6, Math.max(-6, sum)), y: activation }],
      }),
      h('p', { class: 'piece-told', role: 'status' }, told),
    ];
  }

  sums(inputs, weights, sum) {
    return h('table', { class: 'tight sums' },
      h('caption', { class: 'hidden' }, 'The weighted sum of the neuron'),
      h('thead', null, h('tr', null, ['Input', 'its bit', 'weight', 'product'].map((name) => h('th', { key: name, scope: 'col' }, name)))),
      h('tbody', null, weights.map((weight, index) => h('tr', { key: index, class: inputs[index] ? '' : 'faint' },
        h('th', { scope: 'row' }, index + 1),
        h('td', null, inputs[index]),
        h('td', null, `× ${short(weight)}`),
        h('td', null, `= ${short(inputs[index] * weight)}`)))),
      h('tfoot', null, h('tr', null, h('th', { scope: 'row', colSpan: 3 }, 'Weighted sum'), h('td', null, `= ${short(sum)}`))));
  }
}

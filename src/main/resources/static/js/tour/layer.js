import { h } from '../preact.js';
import { NetworkDrawing } from '../widgets/network-drawing.js';
import { short } from '../parts/numbers.js';
import { Piece } from './piece.js';

export const INPUTS = ['bit 1', 'bit 2', 'bit 3', 'bit 4'];

/** The weights of both layers as tables, beside the drawing; a weight chosen in one is chosen in the other. */
export class LayerPiece extends Piece {
  state = { selected: { layer: 0, from: 1, to: 1 } };

  select = (selected) => selected && this.setState({ selected });

  path() {
    return `/weights?job=${this.props.job.id}`;
  }

  live({ layers }) {
    const { selected } = this.state;
    return [
      h(NetworkDrawing, { layers, inputNames: INPUTS, outputNames: ['answer'], activations: null, selected, onSelect: this.select }),
      h('div', { class: 'weight-tables' }, layers.map(({ weights }, layer) => this.matrix(weights, layer, layers.length))),
    ];
  }

  matrix(weights, layer, count) {
    const last = layer === count - 1;
    const largest = Math.max(...weights.flat().map(Math.abs));
    return h('table', { key: layer, class: 'weight-table' },
      h('caption', null, last ? 'Output layer' : 'Hidden layer'),
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, last ? 'from hidden' : 'from bit'), weights[0].map((weight, to) =>
        h('th', { key: to, scope: 'col' }, last ? 'to the answer' : `to ${to}`)))),
      h('tbody', null, weights.map((row, from) => h('tr', { key: from }, h('th', { scope: 'row' }, last ? from : from + 1),
        row.map((weight, to) => h('td', { key: to }, this.cell(weight, { layer, from, to }, largest)))))));
  }

  cell(weight, at, largest) {
    const { layer, from, to } = this.state.selected;
    const share = Math.round((Math.abs(weight) / largest) * 45);
    return h('button', {
      type: 'button', class: 'weight-cell', 'aria-pressed': String(layer === at.layer && from === at.from && to === at.to), onClick: () => this.select(at),
      'aria-label': `Weight ${short(weight)} ${way(at)}`,
      style: { background: `color-mix(in srgb, var(${weight < 0 ? '--negative' : '--positive'}) ${share}%, var(--card))` },
    }, short(weight));
  }
}

function way({ layer, from, to }) {
  return layer ? `from hidden neuron ${from} to the answer` : `from bit ${from + 1} to hidden neuron ${to}`;
}

import { h } from '../preact.js';
import { BitToggles } from '../widgets/bit-toggles.js';
import { NetworkDrawing } from '../widgets/network-drawing.js';
import { INPUTS } from './layer.js';
import { short } from '../parts/numbers.js';
import { Piece } from './piece.js';

/** A row on its way from the inputs to the answer. */
export class ForwardPiece extends Piece {
  state = { bits: '0110' };

  path() {
    return `/step?bits=${this.state.bits}&job=${this.props.job.id}`;
  }

  controls() {
    return h(BitToggles, { bits: this.state.bits, onChange: (bits) => this.setState({ bits }) });
  }

  live({ inputs, layers, outputs: [[output]] }) {
    return [
      h(NetworkDrawing, {
        layers, inputNames: INPUTS, outputNames: ['answer'], selected: null,
        activations: [inputs[0], ...layers.map(({ activations }) => activations[0])],
      }),
      h('table', { class: 'tight' },
        h('caption', { class: 'hidden' }, 'The neurons in their order'),
        h('thead', null, h('tr', null, ['Neuron', 'weighted sum', 'activation'].map((name) => h('th', { key: name, scope: 'col' }, name)))),
        h('tbody', null, layers.flatMap(({ weightedSums, activations }, layer) => weightedSums[0].map((sum, index) =>
          h('tr', { key: `${layer}-${index}` },
            h('th', { scope: 'row' }, layer === layers.length - 1 ? 'Output' : `Hidden ${index}`),
            h('td', null, short(sum)),
            h('td', null, short(activations[0][index]))))))),
      h('p', { class: 'piece-told', role: 'status' }, `The output is ${short(output)}, so the answer is ${output < 0.5 ? 0 : 1}.`),
    ];
  }
}

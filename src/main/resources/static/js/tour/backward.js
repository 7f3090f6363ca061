import { h } from '../preact.js';
import { ChoiceField } from '../parts/fields.js';
import { BitToggles } from '../widgets/bit-toggles.js';
import { short } from '../parts/numbers.js';
import { Piece } from './piece.js';

const MOMENTS = [['0', 'before the training'], ['100', 'after 100 iterations'], ['10000', 'after the training']];

/** The error on its way back: the deltas, and the gradients that come of them. */
export class BackwardPiece extends Piece {
  state = { bits: '0110', right: '1', iteration: '0' };

  path() {
    const { bits, right, iteration } = this.state;
    return `/step?bits=${bits}&answer=${right}&job=${this.props.job.id}&iteration=${iteration}`;
  }

  controls() {
    const { bits, right, iteration } = this.state;
    return h('div', { class: 'piece-controls' },
      h(BitToggles, { bits, onChange: (next) => this.setState({ bits: next }) }),
      h(ChoiceField, { label: 'Right answer', value: right, options: ['0', '1'], onChange: (next) => this.setState({ right: next }) }),
      h(ChoiceField, { label: 'Network', value: iteration, options: MOMENTS, onChange: (next) => this.setState({ iteration: next }) }));
  }

  live({ layers: [hidden, output], outputs, errors, loss, lossAfter }) {
    const delta = output.deltas[0][0];
    return [
      h('ol', { class: 'back-walk' },
        h('li', null, 'The output is ', number(outputs[0][0]), ', so the error is ', number(errors[0][0]), '.'),
        h('li', null, 'Times the slope of the sigmoid there, ', number(slope(outputs[0][0])), ', that is the delta of the output: ', number(delta), '.'),
        h('li', null, 'Each hidden neuron gets it through its weight, times its own slope:')),
      this.table(hidden, output, delta),
      h('p', { class: 'piece-told', role: 'status' },
        `Corrected against their gradients, all weights together change the loss of this row from ${short(loss)} to ${short(lossAfter)}.`),
    ];
  }

  table(hidden, output, delta) {
    return h('div', { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': 'From the delta of the output to the gradients' },
      h('table', { class: 'tight' },
        h('caption', { class: 'hidden' }, `The delta of the output, ${short(delta)}, on its way back`),
        h('thead', null, h('tr', null, ['Hidden', 'weight to the output', 'its slope', 'its delta', 'gradient of the weight', 'new weight'].map((name) =>
          h('th', { key: name, scope: 'col' }, name)))),
        h('tbody', null, hidden.activations[0].map((activation, index) => h('tr', { key: index },
          h('th', { scope: 'row' }, index),
          [output.weights[index][0], slope(activation), hidden.deltas[0][index], output.weightGradients[index][0], output.weightsAfter[index][0]]
            .map((value, column) => h('td', { key: column }, short(value))))))));
  }
}

/** How steep the sigmoid is where its value is that. */
function slope(activation) {
  return activation * (1 - activation);
}

function number(value) {
  return h('strong', null, short(value));
}

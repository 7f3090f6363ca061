import { h, Component } from '../preact.js';

/** Drawn from its props alone. */
export class NetworkDrawing extends Component {
  render({ layers }) {
    return h('p', null, 'Neurons: ', [layers[0].weights.length, ...layers.map((layer) => layer.weights[0].length)].join(' – '));
  }
}

import { h, Component } from '../preact.js';

/** Drawn from its props alone. */
export class ValueInputs extends Component {
  render({ names }) {
    return h('p', null, names.join(', '));
  }
}

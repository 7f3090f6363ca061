import { h, Component } from '../preact.js';

/** Drawn from its props alone. */
export class BitToggles extends Component {
  render({ bits }) {
    return h('p', null, bits);
  }
}

import { h, Component } from '../preact.js';

/** Drawn from its props alone. */
export class DigitPad extends Component {
  render({ pixels }) {
    return h('p', null, pixels.length + ' pixels');
  }
}

import { h, Component } from '../preact.js';

/** Drawn from its props alone. */
export class Mistakes extends Component {
  render({ items }) {
    return h('p', null, items.length + ' mistakes');
  }
}

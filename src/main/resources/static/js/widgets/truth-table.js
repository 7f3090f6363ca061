import { h, Component } from '../preact.js';

/** Drawn from its props alone. */
export class TruthTable extends Component {
  render({ table }) {
    return h('p', null, table.summary);
  }
}

import { h, Component } from '../preact.js';

/** Drawn from its props alone. */
export class HeatMap extends Component {
  render({ label }) {
    return h('p', null, label);
  }
}

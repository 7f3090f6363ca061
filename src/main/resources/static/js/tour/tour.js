import { h, Component } from '../preact.js';

/** Comes later. */
export class Tour extends Component {
  render() {
    return h('p', null, 'Comes later.');
  }
}

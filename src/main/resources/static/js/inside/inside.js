import { h, Component } from '../preact.js';

/** Comes later. */
export class LookInside extends Component {
  render() {
    return h('p', null, 'Comes later.');
  }
}

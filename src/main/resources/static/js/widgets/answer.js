import { h, Component } from '../preact.js';

/** Drawn from its props alone. */
export class Answer extends Component {
  render({ answer }) {
    return h('p', null, String(answer));
  }
}

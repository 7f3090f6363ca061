import { h, Component } from '../preact.js';

export class Watch extends Component {
  render() {
    return h('p', null, 'Comes later.');
  }
}

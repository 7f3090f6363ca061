import { h, Component } from '../preact.js';

export class Ask extends Component {
  render() {
    return h('p', null, 'Comes later.');
  }
}

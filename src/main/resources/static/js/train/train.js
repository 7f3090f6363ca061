import { h, Component } from '../preact.js';

export class Train extends Component {
  render() {
    return h('p', null, 'Comes later.');
  }
}

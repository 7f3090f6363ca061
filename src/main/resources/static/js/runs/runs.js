import { h, Component } from '../preact.js';

export class Runs extends Component {
  render() {
    return h('p', null, 'Comes later.');
  }
}

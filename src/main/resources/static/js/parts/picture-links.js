import { h, Component } from '../preact.js';
import { address } from '../api.js';

/** Links to what a call answers as a table and as pictures. Props: path (with a question mark in it), formats. */
export class PictureLinks extends Component {
  render({ path, formats = ['svg', 'png', 'csv'] }) {
    return h('p', { class: 'row downloads' }, 'The same as:',
      formats.map((format) => h('a', { key: format, href: address(`${path}&format=${format}`), target: '_blank', rel: 'noopener' }, format.toUpperCase())));
  }
}

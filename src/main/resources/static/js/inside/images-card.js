// What the neurons of the first layer look for in a picture.

import { h, Component } from '../preact.js';
import { Asking } from '../parts/asking.js';
import { CurlLine } from '../parts/curl-line.js';
import { PictureLinks } from '../parts/picture-links.js';
import { ProblemBox } from '../parts/problem-box.js';
import { raster } from '../widgets/canvas.js';

/** Props: which, place, onPlace, dark, problem. */
export class ImagesCard extends Asking {
  where = 'inside-images';

  path({ which }) {
    return `/weight-images?${which}`;
  }

  render({ place, onPlace, dark, problem }, { answer }) {
    return h('section', { class: 'card images', 'aria-labelledby': 'images-title' },
      h('h2', { id: 'images-title' }, 'What the first layer looks for'),
      h('p', { class: 'facts' }, 'The weights of each neuron, pixel by pixel: blue where ink speaks for it, orange where ink speaks against it. Click a pixel to turn its weight.'),
      answer && h('div', { class: 'weight-images' }, answer.items.map(({ neuron, weights }) => h(NeuronImage, {
        key: neuron, neuron, weights, width: answer.width, height: answer.height, dark,
        chosen: place.layer === 0 && place.to === neuron ? place.from : null,
        onChoose: (pixel) => onPlace({ layer: 0, from: pixel ?? (place.layer === 0 ? place.from : 0), to: neuron }),
      }))),
      h(ProblemBox, { problem }),
      h(PictureLinks, { path: this.path(this.props), formats: ['svg', 'png'] }),
      h(CurlLine, { call: { method: 'GET', path: this.path(this.props) } }));
  }
}

class NeuronImage extends Component {
  shouldComponentUpdate({ weights, dark, chosen }) {
    return weights !== this.props.weights || dark !== this.props.dark || chosen !== this.props.chosen;
  }

  choose = (event) => {
    const { width, height, onChoose } = this.props;
    const box = event.currentTarget.querySelector('img').getBoundingClientRect();
    const at = (place, from, length, count) => Math.min(count - 1, Math.max(0, Math.floor(((place - from) / length) * count)));
    // A key press has no place in the picture.
    onChoose(event.detail === 0 ? null : at(event.clientY, box.top, box.height, height) * width + at(event.clientX, box.left, box.width, width));
  };

  render({ neuron, weights, width, height, chosen }) {
    const most = Math.max(...weights.map(Math.abs)) || 1;
    const lines = Array.from({ length: height }, (nothing, row) => weights.slice(row * width, (row + 1) * width)).reverse();
    return h('button', { type: 'button', 'aria-pressed': String(chosen !== null), onClick: this.choose },
      h('img', { alt: '', src: raster(lines, { low: -most, high: most }).toDataURL() }),
      h('span', null, `neuron ${neuron}`));
  }
}

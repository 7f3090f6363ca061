import { h, Component } from '../preact.js';

/** A small picture, pixel by pixel: ink on paper, in the page's colours. values: row by row; least and most: those of paper and ink. */
export class Pixels extends Component {
  componentDidMount() {
    this.draw();
  }

  componentDidUpdate() {
    this.draw();
  }

  draw() {
    const { values, width, height, least, most } = this.props;
    const from = least ?? Math.min(0, ...values);
    const to = most ?? Math.max(...values);
    const context = this.base.getContext('2d');
    context.clearRect(0, 0, width, height);
    context.fillStyle = getComputedStyle(this.base).color;
    values.forEach((value, i) => {
      context.globalAlpha = Math.max(0, Math.min(1, (value - from) / (to - from || 1)));
      context.fillRect(i % width, Math.floor(i / width), 1, 1);
    });
  }

  render({ width, height, label, class: name = '' }) {
    return h('canvas', { class: `pixels ${name}`, width, height, role: 'img', 'aria-label': label });
  }
}

// What plots have in common: the frame that they are drawn in, its axes, and its width, which follows the page's.

import { h, Component } from '../preact.js';
import { numeral } from '../parts/numbers.js';
import { scale, ticks } from './scale.js';

const LEFT = 64;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 44;

/** A plane of numbers: across and upwards are { min, max, name }. */
export function plane(across, upwards, width, height) {
  return {
    across, upwards, width, height, left: LEFT, right: width - RIGHT, top: TOP, bottom: height - BOTTOM,
    x: scale(across.min, across.max, LEFT, width - RIGHT),
    y: scale(upwards.min, upwards.max, height - BOTTOM, TOP),
  };
}

export function axes({ across, upwards, x, y, left, right, top, bottom, width, height }) {
  return h('g', { class: 'axes' },
    ticks(across.min, across.max, Math.max(3, Math.round(width / 90))).map((tick) => h('g', { key: `x${tick}` },
      h('path', { d: `M${x(tick)} ${top}V${bottom}` }),
      h('text', { x: x(tick), y: bottom + 16, 'text-anchor': 'middle' }, numeral(tick, 3)))),
    ticks(upwards.min, upwards.max, 5).map((tick) => h('g', { key: `y${tick}` },
      h('path', { d: `M${left} ${y(tick)}H${right}` }),
      h('text', { x: left - 6, y: y(tick) + 4, 'text-anchor': 'end' }, numeral(tick, 3)))),
    h('text', { x: (left + right) / 2, y: height - 6, 'text-anchor': 'middle' }, across.name),
    h('text', { transform: `translate(14 ${(top + bottom) / 2}) rotate(-90)`, 'text-anchor': 'middle' }, upwards.name));
}

/** A line through points; where one is no number, it is broken. */
export function line(xs, ys, { x, y }) {
  let pen = 'M';
  return xs.map((value, index) => {
    if (!Number.isFinite(value) || !Number.isFinite(ys[index])) {
      pen = 'M';
      return '';
    }
    const part = `${pen}${x(value).toFixed(1)} ${y(ys[index]).toFixed(1)}`;
    pen = 'L';
    return part;
  }).join('');
}

/** A plot as wide as there is room: state.width. */
export class Plot extends Component {
  state = { width: 560 };

  componentDidMount() {
    // In the next frame: a size that is set while sizes are told is told again.
    this.observer = new ResizeObserver(([{ contentRect }]) => requestAnimationFrame(() =>
      this.setState({ width: Math.max(240, Math.floor(contentRect.width)) })));
    this.observer.observe(this.base);
  }

  componentWillUnmount() {
    this.observer.disconnect();
  }
}

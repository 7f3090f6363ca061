import { h, Component } from '../preact.js';

const WIDTH = 480;
const HEIGHT = 240;
const LEFT = 56;
const BOTTOM = 44;
const EDGE = 12;

/** A curve with points on it. Props: xs, ys, points ([{x, y}], the last one counts), xName, yName, least and most (of y), log (axis of y), text. */
export class Plot extends Component {
  render({ xs, ys, points = [], xName, yName, least = Math.min(...ys), most = Math.max(...ys), log, text }) {
    const x = scale(xs[0], xs.at(-1), LEFT, WIDTH - EDGE, false);
    const y = scale(least, most, HEIGHT - BOTTOM, EDGE, log);
    const last = points.at(-1);
    return h('svg', { class: 'plot', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': text },
      x.ticks.map((tick) => h('g', { key: `x${tick}` },
        h('line', { class: 'grid-line', x1: x(tick), x2: x(tick), y1: EDGE, y2: HEIGHT - BOTTOM }),
        h('text', { x: x(tick), y: HEIGHT - BOTTOM + 16, 'text-anchor': 'middle' }, named(tick)))),
      y.ticks.map((tick) => h('g', { key: `y${tick}` },
        h('line', { class: 'grid-line', x1: LEFT, x2: WIDTH - EDGE, y1: y(tick), y2: y(tick) }),
        h('text', { x: LEFT - 6, y: y(tick) + 4, 'text-anchor': 'end' }, named(tick)))),
      h('text', { x: (LEFT + WIDTH) / 2, y: HEIGHT - 6, 'text-anchor': 'middle' }, xName),
      h('text', { x: 12, y: (HEIGHT - BOTTOM) / 2, 'text-anchor': 'middle', transform: `rotate(-90 12 ${(HEIGHT - BOTTOM) / 2})` }, yName),
      h('polyline', { class: 'curve-line', points: xs.map((value, i) => `${x(value)},${y(ys[i])}`).join(' ') }),
      points.length > 1 && h('polyline', { class: 'trail', points: points.map((at) => `${x(at.x)},${y(at.y)}`).join(' ') }),
      points.slice(0, -1).map((at, i) => h('circle', { key: i, class: 'been', cx: x(at.x), cy: y(at.y), r: 3.5 })),
      last && h('circle', { class: 'now', cx: x(last.x), cy: y(last.y), r: 7 }));
  }
}

/** A function from values to places, with the values that are written on its axis. */
function scale(least, most, from, to, log) {
  const [low, high] = log ? [Math.log10(least), Math.log10(most)] : [least, most];
  const place = (value) => from + (to - from) * (((log ? Math.log10(value) : value) - low) / (high - low || 1));
  place.ticks = log ? decades(low, high) : round(low, high);
  return place;
}

function decades(low, high) {
  return Array.from({ length: Math.floor(high) - Math.ceil(low) + 1 }, (nothing, i) => 10 ** (Math.ceil(low) + i));
}

/** About five round numbers. */
function round(low, high) {
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((times) => times * power >= rough) * power;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (nothing, i) => Number(((first + i) * step).toPrecision(6)));
}

function named(value) {
  return value.toLocaleString('en', { maximumSignificantDigits: 6 }).replace('-', '−');
}

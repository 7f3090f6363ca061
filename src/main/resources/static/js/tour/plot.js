import { h } from '../preact.js';
import { Plot, axes, line, plane } from '../inside/plane.js';

const HEIGHT = 260;

/** A curve with the way along it, the last point of which is where one is. Props: xs, ys, points ([{ x, y }]), xName, yName, least and most (of y), text. */
export class WayPlot extends Plot {
  render({ xs, ys, points, xName, yName, least = Math.min(...ys), most = Math.max(...ys), text }, { width }) {
    const seen = plane({ min: xs[0], max: xs.at(-1), name: xName }, { min: least, max: most, name: yName }, width, HEIGHT);
    const places = points.map(({ x, y }) => ({ cx: seen.x(x), cy: seen.y(y) }));
    return h('div', { class: 'way-plot', role: 'img', 'aria-label': text },
      h('svg', { width, height: HEIGHT, 'aria-hidden': 'true' },
        axes(seen),
        h('path', { class: 'curve-line', d: line(xs, ys, seen) }),
        h('path', { class: 'trail', d: line(points.map(({ x }) => x), points.map(({ y }) => y), seen) }),
        places.slice(0, -1).map((place, index) => h('circle', { key: index, class: 'been', ...place, r: 3.5 })),
        places.slice(-1).map((place) => h('circle', { key: 'now', class: 'now', ...place, r: 6 }))));
  }
}

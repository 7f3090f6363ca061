// The loss over two weights as colours, with the way that the training went down it.

import { h } from '../preact.js';
import { raster } from '../widgets/canvas.js';
import { axes, line, plane, Plot } from './plane.js';

const HEIGHT = 340;

/** Props: surface, dark (whether dark colours are shown), names (of the weight across and of the one upwards), text. */
export class SurfacePlot extends Plot {
  /** A pixel a point, stretched over the plane; painted again for another surface or other colours only. */
  painted({ surface, dark }) {
    if (this.surface !== surface || this.dark !== dark) {
      Object.assign(this, { surface, dark });
      this.url = picture(surface.loss);
    }
    return this.url;
  }

  render(props, { width }) {
    const { surface: { xs, ys, path, current }, names, text } = props;
    const seen = plane({ ...edges(xs), name: names[0] }, { ...edges(ys), name: names[1] }, width, HEIGHT);
    return h('div', { class: 'surface-plot', role: 'img', 'aria-label': text },
      h('svg', { width, height: HEIGHT, 'aria-hidden': 'true' },
        h('image', {
          href: this.painted(props), x: seen.left, y: seen.top, width: seen.right - seen.left, height: seen.bottom - seen.top,
          preserveAspectRatio: 'none',
        }),
        axes(seen),
        path && [
          h('path', { class: 'halo', d: line(path.x, path.y, seen) }),
          h('path', { class: 'descent', d: line(path.x, path.y, seen) }),
          h('circle', { class: 'beginning', cx: seen.x(path.x[0]), cy: seen.y(path.y[0]), r: 7 }),
        ],
        h('circle', { class: 'now', cx: seen.x(current.x), cy: seen.y(current.y), r: 6 })));
  }
}

/** By the logarithm, as losses go down by orders of magnitude; by the root where some are 0. The lowest is blue. */
function picture(loss) {
  const by = loss.every((row) => row.every((value) => value > 0)) ? Math.log : Math.sqrt;
  const heights = loss.map((row) => row.map((value) => -by(value)));
  const all = heights.flat().filter(Number.isFinite);
  return raster(heights, { low: Math.min(...all), high: Math.max(...all) }).toDataURL();
}

/** Half a step beyond the outermost points, which are the middles of their pixels. */
function edges(values) {
  const half = (values[1] - values[0]) / 2;
  return { min: values[0] - half, max: values.at(-1) + half };
}

// The curve of a slice: where the weight is, the tangent there, where the next step lands, and the edited weight.

import { h } from '../preact.js';
import { axes, line, plane, Plot } from './plane.js';

const HEIGHT = 300;

/** Props: slice, of (loss or cost), edited ({ weight, loss, cost } or null), onPick (is told a weight), text. */
export class SlicePlot extends Plot {
  pick = (event) => {
    if (event.type === 'pointerdown') {
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    if (event.buttons & 1) {
      const { weight } = this.props.slice;
      const picked = this.plane.x.back(event.clientX - event.currentTarget.getBoundingClientRect().left);
      this.props.onPick(Math.min(weight.at(-1), Math.max(weight[0], picked)));
    }
  };

  render({ slice, of, edited, text }, { width }) {
    const { weight, current, next, tangent } = slice;
    const seen = plane(
      { min: weight[0], max: weight.at(-1), name: 'value of the weight' },
      { ...span([...slice[of], edited?.[of]].filter(Number.isFinite)), name: of }, width, HEIGHT);
    this.plane = seen;
    return h('div', { class: 'slice-plot', role: 'img', 'aria-label': text },
      h('svg', { width, height: HEIGHT, 'aria-hidden': 'true', onPointerDown: this.pick, onPointerMove: this.pick },
        axes(seen),
        h('clipPath', { id: 'slice-clip' }, h('rect', {
          x: seen.left, y: seen.top - 8, width: seen.right - seen.left, height: seen.bottom - seen.top + 16,
        })),
        h('g', { 'clip-path': 'url(#slice-clip)' },
          h('path', { class: 'curve-line', d: line(weight, slice[of], seen) }),
          of === 'loss' && h('path', { class: 'tangent', d: line(tangent.weight, tangent.loss, seen) })),
        mark('landing', next.weight, next[of], seen),
        mark('now', current.weight, current[of], seen),
        edited && h('path', { class: 'plumb', d: `M${seen.x(edited.weight)} ${seen.top}V${seen.bottom}` }),
        edited && mark('edited', edited.weight, edited[of], seen)));
  }
}

/** From 0 where that is not far off. */
function span(values) {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const room = (most - least || Math.abs(most) || 1) * 0.06;
  return { min: least >= 0 && least < most / 2 ? 0 : least - room, max: most + room };
}

/** A dot, a ring or a square: none is known by its colour alone. */
function mark(name, weight, value, { x, y, left, right }) {
  const [cx, cy] = [x(weight), y(value)];
  if (!Number.isFinite(value) || cx < left || cx > right) {
    return null;
  }
  return name === 'edited'
    ? h('rect', { class: name, x: cx - 6, y: cy - 6, width: 12, height: 12 })
    : h('circle', { class: name, cx, cy, r: name === 'now' ? 6 : 9 });
}

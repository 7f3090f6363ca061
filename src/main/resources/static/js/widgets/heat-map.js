// What a network of two inputs answers over the plane, with the rows that it is to answer.

import { h, Component } from '../preact.js';
import { colours, onColours, sheet, spanOf } from './canvas.js';
import { numeral } from '../parts/numbers.js';
import { MARGIN, SHAPES, paintAnswers, paintRows, placesIn } from './heat-paint.js';
import { inTurn, outOfTurn } from './turns.js';

const STEP = 1 / 40;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/**
 * Props: xs, ys, values (ys × xs numbers, or such a table for each output: then the class with the highest is shown), points
 * ({ x, y, answer, test } each, answer being a class's place or a number), label, size (in pixels, at most), and, where they
 * are known, names of the two inputs, classes, picked ({ x, y } or null), onPick (or null).
 */
export class HeatMap extends Component {
  state = { width: 0, version: 0 };

  componentDidMount() {
    this.observer = new ResizeObserver(([{ contentRect }]) => requestAnimationFrame(() => this.fitIn(contentRect.width)));
    this.observer.observe(this.base);
    this.forget = onColours(() => this.setState({ version: this.state.version + 1 }));
  }

  componentWillUnmount() {
    outOfTurn(this);
    this.observer.disconnect();
    this.forget();
  }

  fitIn(room) {
    const width = Math.floor(Math.min(room, this.props.size || 360));
    if (width > MARGIN.left + MARGIN.right && width !== this.state.width) {
      this.setState({ width });
    }
  }

  shouldComponentUpdate(next, nextState) {
    return nextState !== this.state || Object.keys(next).some((name) => next[name] !== this.props[name]);
  }

  componentDidUpdate() {
    inTurn(this, () => this.draw());
  }

  draw() {
    if (!this.scene) {
      return;
    }
    const { width, height, xs, ys, points, picked, span } = this.scene;
    paintAnswers(sheet(this.below, width, height), this.scene);
    const over = [width, xs[0], xs.at(-1), ys[0], ys.at(-1), points, picked, span?.low, span?.high, this.state.version];
    if (over.some((value, index) => value !== this.over?.[index])) {
      this.over = over;
      paintRows(sheet(this.above, width, height), this.scene);
    }
  }

  /** What is drawn; the plane is as high as it is wide. */
  arrange({ xs, ys, values, points = [], picked = null, names = ['x', 'y'] }, width) {
    const single = !Array.isArray(values[0][0]) ? values : values.length === 1 ? values[0] : null;
    this.scene = {
      xs, ys, points, picked, names, width,
      values: single || values,
      span: single && spanOf(single),
      isClasses: !single || points.length > 0 && points.every(({ answer }) => answer === 0 || answer === 1),
      height: width - MARGIN.left - MARGIN.right + MARGIN.top + MARGIN.bottom,
    };
  }

  pick = (event) => {
    const { left, top } = this.above.getBoundingClientRect();
    this.propose(placesIn(this.scene).valueAt(event.clientX - left, event.clientY - top));
  };

  drag = (event) => {
    if (event.pointerType === 'mouse' && event.buttons === 1) {
      this.pick(event);
    }
  };

  key = (event) => {
    const way = ARROWS[event.key];
    if (way && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const { xs, ys, picked } = this.scene;
      const { x, y } = picked || { x: (xs[0] + xs.at(-1)) / 2, y: (ys[0] + ys.at(-1)) / 2 };
      this.propose({ x: x + way[0] * STEP * (xs.at(-1) - xs[0]), y: y + way[1] * STEP * (ys.at(-1) - ys[0]) });
    }
  };

  propose({ x, y }) {
    const { xs, ys } = this.props;
    this.props.onPick({ x: within(x, xs), y: within(y, ys) });
  }

  controls(label) {
    return this.props.onPick ? {
      class: 'plane picks', role: 'application', tabIndex: 0, 'aria-label': `${label} Arrow keys choose a point.`,
      onClick: this.pick, onPointerMove: this.drag, onKeyDown: this.key,
    } : { class: 'plane', role: 'img', 'aria-label': label };
  }

  described({ label, names = ['x', 'y'] }) {
    const { xs, ys, span, values, points, picked } = this.scene;
    const reach = `${names[0]} from ${numeral(xs[0])} to ${numeral(xs.at(-1))}, ${names[1]} from ${numeral(ys[0])} to ${numeral(ys.at(-1))}.`;
    const share = span && values.flat().filter((value) => value >= span.middle).length / (xs.length * ys.length);
    const above = span ? ` At least ${numeral(span.middle)} on ${Math.round(100 * share)} percent of it.` : '';
    const rows = points.length ? ` ${points.length} rows are marked.` : '';
    const chosen = picked ? ` Chosen: ${numeral(picked.x)}, ${numeral(picked.y)}.` : '';
    return `${label}. ${reach}${above}${rows}${chosen}`;
  }

  render(props, { width }) {
    if (width) {
      this.arrange(props, width);
    }
    return h('figure', { class: 'heat-map' },
      h('div', this.controls(this.scene ? this.described(props) : props.label),
        h('canvas', { ref: (canvas) => { this.below = canvas; } }),
        h('canvas', { class: 'above', ref: (canvas) => { this.above = canvas; } })),
      this.scene && h('figcaption', null, this.scale(), this.legend(props)));
  }

  scale() {
    const { span } = this.scene;
    return span && h('div', { class: 'scale' },
      h('span', null, numeral(span.low)), h('span', { class: 'ramp' }, h('span', { class: 'middle' }, numeral(span.middle))), h('span', null, numeral(span.high)));
  }

  /** The marks that are drawn, each with its class; hollow ones are of rows that are for testing. */
  legend({ classes }) {
    const { isClasses, points, values, span } = this.scene;
    if (!isClasses) {
      return points.length > 0 && h('p', null, 'A row has the colour of its answer.');
    }
    const count = span ? 2 : values.length;
    const tests = points.some(({ test }) => test);
    return h('ul', { class: 'marks' },
      Array.from({ length: count }, (nothing, place) => h('li', { key: place },
        h(Mark, { place, colour: colours().classes[place % colours().classes.length] }), classes?.[place] ?? String(place))),
      tests && h('li', { key: 'test' }, h(Mark, { place: 1, colour: colours().soft, hollow: true }), 'hollow: for testing'));
  }
}

class Mark extends Component {
  render({ place, colour, hollow }) {
    return h('svg', { viewBox: '-1.6 -1.6 3.2 3.2', width: 14, height: 14, 'aria-hidden': 'true' },
      h('path', { d: SHAPES[place % SHAPES.length], fill: hollow ? 'none' : colour, stroke: colour, 'stroke-width': 0.5 }));
  }
}

function within(value, values) {
  return Math.max(values[0], Math.min(values.at(-1), value));
}

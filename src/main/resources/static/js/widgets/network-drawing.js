// A network: its weights with size as width and sign as colour and dash, its neurons with what they answer.

import { h, Component } from '../preact.js';
import { onColours, sheet } from './canvas.js';
import { edgesOf, isSame, layoutOf, moved, nearest, weightAt } from './network-layout.js';
import { paintNeurons, paintWeights } from './network-paint.js';
import { described, leftOut, weightText } from './network-words.js';
import { inTurn, outOfTurn } from './turns.js';

const REACH = { mouse: 8, pen: 12, touch: 22 };
const LEAST_WIDTH = 240;
const KEYS = 'Arrow up and down choose a weight, page up and down those of another neuron, arrow left and right another layer.';

let last = 0;

/**
 * Props: layers ({ weights, biases, activation } each), inputNames, outputNames, activations (numbers of the inputs and of
 * each layer, or null), surfaces (of each layer, of each neuron ys × xs numbers, or null), selected ({ layer, from, to } with
 * from 'bias' for a bias, or null), onSelect (or null).
 */
export class NetworkDrawing extends Component {
  state = { width: 0 };
  id = `network-${++last}`;
  hovered = null;

  componentDidMount() {
    this.observer = new ResizeObserver(([{ contentRect }]) => requestAnimationFrame(() => this.fitIn(contentRect.width)));
    this.observer.observe(this.box);
    this.forget = onColours(() => this.draw());
  }

  componentWillUnmount() {
    outOfTurn(this);
    outOfTurn(this.id);
    this.observer.disconnect();
    this.forget();
  }

  fitIn(width) {
    const fitting = Math.max(LEAST_WIDTH, Math.floor(width));
    if (this.state.width !== fitting) {
      this.setState({ width: fitting });
    }
  }

  shouldComponentUpdate(next, nextState) {
    return nextState !== this.state || Object.keys(next).some((name) => next[name] !== this.props[name]);
  }

  componentDidUpdate() {
    this.draw();
  }

  /** Weights are below, neurons above; each has its turn. */
  draw() {
    if (this.scene) {
      inTurn(this, () => this.put(this.below, paintWeights));
      inTurn(this.id, () => this.put(this.above, paintNeurons));
    }
  }

  put(canvas, paint) {
    const { layout: { width, height } } = this.scene;
    paint(sheet(canvas, width, height), { ...this.scene, hovered: this.hovered });
  }

  /** What is drawn, and where. */
  arrange(props, width) {
    const layout = layoutOf(props, width);
    const edges = edgesOf(props.layers, layout, props.selected);
    this.scene = { props, layout, edges };
    this.hovered = this.hovered && edges.find((edge) => isSame(edge, this.hovered)) || null;
  }

  under(event) {
    const { left, top } = this.below.getBoundingClientRect();
    return nearest(this.scene.edges, event.clientX - left, event.clientY - top, REACH[event.pointerType] || REACH.mouse);
  }

  point = (event) => {
    const found = event.pointerType === 'touch' ? null : this.under(event);
    if (!isSame(found, this.hovered) && (found || this.hovered)) {
      this.hovered = found;
      this.draw();
    }
  };

  away = () => {
    if (this.hovered) {
      this.hovered = null;
      this.draw();
    }
  };

  choose = (event) => {
    const found = this.under(event);
    if (found) {
      this.select(found);
    }
  };

  key = (event) => {
    const next = event.altKey || event.ctrlKey || event.metaKey ? undefined : moved(event.key, this.scene.layout, this.scene.props.selected);
    if (next) {
      event.preventDefault();
      this.select(next);
    }
  };

  select({ layer, from, to }) {
    this.props.onSelect({ layer, from, to });
  }

  /** Said once a choice: the value may change many times a second. */
  said(props) {
    const { selected } = props;
    if (!isSame(selected, this.told)) {
      this.told = selected;
      this.saying = selected ? weightText(selected, props) : '';
    }
    return this.saying;
  }

  controls() {
    return this.props.onSelect ? {
      tabIndex: 0, role: 'application', 'aria-label': `Network. ${KEYS}`, class: 'drawing chooses',
      onPointerMove: this.point, onPointerLeave: this.away, onClick: this.choose, onKeyDown: this.key,
    } : { role: 'img', 'aria-label': 'Network', class: 'drawing' };
  }

  render(given, { width }) {
    // A weight that another network had is not one of this one.
    const selected = given.selected && weightAt(given.layers, given.selected) !== undefined ? given.selected : null;
    const props = { ...given, selected };
    const { onSelect } = props;
    if (width) {
      this.arrange(props, width);
    }
    const rest = this.scene && leftOut(props, this.scene.layout, this.scene.edges);
    return h('div', { class: 'network-drawing', ref: (box) => { this.box = box; } },
      h('div', { ...this.controls(), 'aria-describedby': this.id },
        h('canvas', { ref: (canvas) => { this.below = canvas; } }),
        h('canvas', { class: 'above', ref: (canvas) => { this.above = canvas; } })),
      h('p', { class: 'signs' },
        h('span', { class: 'sign positive' }, 'positive'), h('span', { class: 'sign negative' }, 'negative'),
        h('span', null, 'The wider, the larger.')),
      onSelect && h('p', { class: 'chosen' }, selected ? weightText(selected, props) : 'Choose a weight to see its value.'),
      onSelect && h('p', { class: 'hidden', role: 'status' }, this.said(props)),
      rest && h('p', { class: 'facts' }, rest),
      h('p', { class: 'hidden', id: this.id }, this.scene && described(props, this.scene.edges)));
  }
}

// Paper to draw a digit on, by mouse, finger, pen or keyboard; beside it the picture that the network is given.

import { h, Component } from '../preact.js';
import { Pixels } from '../parts/pixels.js';
import { picture } from './picture.js';

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const LINE = 0.075;
const NEAREST = 0.004;

/** Props: size (pixels of a side), tone ({ least, most, grey } of the pixels), onChange (told the pixels, or null). */
export class DigitPad extends Component {
  strokes = [];
  cursor = { x: 0.5, y: 0.5 };
  pointer = null;
  state = { seen: null, said: '', keys: false, down: false };

  componentDidMount() {
    this.redraw();
  }

  componentDidUpdate() {
    this.redraw();
  }

  /** After every change of the strokes. */
  changed(patch = {}) {
    const seen = picture(this.strokes, this.props.size, this.props.tone);
    this.setState({ seen, ...patch });
    this.props.onChange(seen);
  }

  press = (event) => {
    if (event.isPrimary && event.button === 0) {
      event.currentTarget.setPointerCapture(event.pointerId);
      this.pointer = event.pointerId;
      this.strokes.push([this.place(event)]);
      this.changed({ keys: false, down: false, said: '' });
    }
  };

  move = (event) => {
    if (event.pointerId !== this.pointer) {
      return;
    }
    const stroke = this.strokes.at(-1);
    const between = event.getCoalescedEvents?.() || [];
    for (const point of (between.length ? between : [event]).map(this.place)) {
      if (Math.hypot(point.x - stroke.at(-1).x, point.y - stroke.at(-1).y) >= NEAREST) {
        stroke.push(point);
      }
    }
    this.changed();
  };

  release = (event) => {
    if (event.pointerId === this.pointer) {
      this.pointer = null;
    }
  };

  place = ({ clientX, clientY }) => {
    const { left, top, width, height } = this.canvas.getBoundingClientRect();
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  };

  key = (event) => {
    const step = ARROWS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (step) {
      this.step(step);
    } else if (event.key === ' ') {
      this.lift(!this.state.down);
    } else if (event.key === 'Backspace') {
      this.undo();
    } else if (event.key === 'Delete') {
      this.clear();
    } else {
      return;
    }
    event.preventDefault();
  };

  step([across, down]) {
    const { size } = this.props;
    const within = (value) => Math.max(0.5 / size, Math.min(1 - 0.5 / size, value));
    this.cursor = { x: within(this.cursor.x + across / size), y: within(this.cursor.y + down / size) };
    if (this.state.down) {
      this.strokes.at(-1).push(this.cursor);
      this.changed({ keys: true, said: this.where() });
    } else {
      this.setState({ keys: true, said: this.where() });
    }
  }

  /** Puts the keyboard's pen down, or takes it up. */
  lift(down) {
    if (down) {
      this.strokes.push([this.cursor]);
      this.changed({ keys: true, down, said: 'Pen down.' });
    } else {
      this.setState({ keys: true, down, said: 'Pen up.' });
    }
  }

  where() {
    const cell = (value) => Math.floor(value * this.props.size) + 1;
    return `Row ${cell(this.cursor.y)}, column ${cell(this.cursor.x)}.`;
  }

  undo = () => {
    this.strokes.pop();
    this.changed({ down: false, said: 'The last stroke is gone.' });
  };

  clear = () => {
    this.strokes = [];
    this.changed({ down: false, said: 'The paper is clean.' });
  };

  redraw() {
    const { canvas } = this;
    const width = Math.round(canvas.clientWidth * (devicePixelRatio || 1));
    if (canvas.width !== width) {
      canvas.width = width;
      canvas.height = width;
    }
    const context = canvas.getContext('2d');
    const style = getComputedStyle(canvas);
    context.clearRect(0, 0, width, width);
    this.lines(context, width, style.getPropertyValue('--line'));
    this.ink(context, width, style.color);
    if (this.state.keys) {
      this.mark(context, width, style.getPropertyValue('--negative'));
    }
  }

  lines(context, width, colour) {
    const { size } = this.props;
    context.fillStyle = colour;
    for (let i = 1; i < size; i++) {
      const at = Math.round(i * width / size);
      context.fillRect(at, 0, 1, width);
      context.fillRect(0, at, width, 1);
    }
  }

  ink(context, width, colour) {
    context.strokeStyle = colour;
    context.lineWidth = LINE * width;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    for (const [first, ...rest] of this.strokes) {
      context.beginPath();
      context.moveTo(first.x * width, first.y * width);
      (rest.length ? rest : [first]).forEach(({ x, y }) => context.lineTo(x * width, y * width));
      context.stroke();
    }
  }

  /** Where the keyboard's pen is. */
  mark(context, width, colour) {
    const cell = width / this.props.size;
    context.strokeStyle = colour;
    context.lineWidth = 2 * (devicePixelRatio || 1);
    context.setLineDash(this.state.down ? [] : [cell / 4, cell / 4]);
    context.strokeRect(this.cursor.x * width - cell / 2, this.cursor.y * width - cell / 2, cell, cell);
    context.setLineDash([]);
  }

  render({ size, tone }, { seen, said }) {
    return h('div', { class: 'digit-pad' },
      h('div', { class: 'paper' },
        h('canvas', {
          ref: (canvas) => { this.canvas = canvas; }, tabIndex: 0, role: 'application', 'aria-label': 'Paper to draw a digit on',
          'aria-describedby': 'paper-hint', onPointerDown: this.press, onPointerMove: this.move, onPointerUp: this.release,
          onPointerCancel: this.release, onKeyDown: this.key,
        }),
        !seen && h('p', { class: 'invitation', 'aria-hidden': 'true' }, 'Draw a digit here')),
      h('div', { class: 'seen' },
        h('h3', null, 'What the network sees'),
        seen
          ? h(Pixels, { values: seen, width: size, height: size, least: tone.least, most: tone.most, label: `The drawing in ${size} by ${size} pixels` })
          : h('div', { class: 'pixels' }),
        h('p', { class: 'facts' }, size === 28
          ? 'Shrunk to 20 × 20 pixels in the middle of 28 × 28, as its pictures are.'
          : 'Cropped and stretched to the frame, as its pictures are.'),
        h('div', { class: 'row' },
          h('button', { type: 'button', class: 'small secondary outline', disabled: !seen, onClick: this.undo }, 'Undo'),
          h('button', { type: 'button', class: 'small secondary outline', disabled: !seen, onClick: this.clear }, 'Clear'))),
      h('p', { class: 'facts', id: 'paper-hint' },
        'Draw with mouse, finger or pen. On the keyboard, arrows move the pen, space puts it down and lifts it, Backspace takes back a stroke.'),
      h('p', { class: 'hidden', role: 'status' }, said));
  }
}

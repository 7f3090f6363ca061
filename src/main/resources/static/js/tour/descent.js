import { h } from '../preact.js';
import { short } from '../parts/numbers.js';
import { Piece } from './piece.js';
import { WayPlot } from './plot.js';
import { RangeField } from './range-field.js';

const RATES = [0.1, 0.5, 1, 2, 5, 10, 20, 50, 100, 200];
const [LEAST, MOST] = [-6, 3];

/** Down the slice of one weight of the untrained network, step by step. */
export class DescentPiece extends Piece {
  state = { rate: RATES.indexOf(20), steps: [] };

  path() {
    return `/slice?layer=1&from=0&to=0&min=${LEAST}&max=${MOST}&points=901&job=${this.props.job.id}&iteration=0`;
  }

  live(slice) {
    const { rate, steps } = this.state;
    const at = steps.at(-1) ?? slice.current.weight;
    const out = at < LEAST || at > MOST;
    const step = (times) => () => this.setState({ steps: walk(slice, steps, RATES[rate], times) });
    return [
      h(WayPlot, {
        xs: slice.weight, ys: slice.loss, least: 0.4, xName: 'weight', yName: 'loss', text: `The loss over the weight. ${this.told(slice)}`,
        points: [slice.current.weight, ...steps].filter(within).map((weight) => ({ x: weight, y: lossAt(slice, weight) })),
      }),
      h(RangeField, {
        label: 'Learning rate', value: rate, most: RATES.length - 1, text: String(RATES[rate]), onChange: (value) => this.setState({ rate: value }),
      }),
      h('div', { class: 'row' },
        h('button', { type: 'button', disabled: out, onClick: step(1) }, 'Step'),
        h('button', { type: 'button', class: 'secondary outline', disabled: out, onClick: step(10) }, 'Ten steps'),
        h('button', { type: 'button', class: 'secondary outline', disabled: !steps.length, onClick: () => this.setState({ steps: [] }) }, 'Start again')),
      h('p', { class: 'piece-told', role: 'status' }, this.told(slice)),
    ];
  }

  told(slice) {
    const { rate, steps } = this.state;
    const at = steps.at(-1) ?? slice.current.weight;
    if (!within(at)) {
      return `Step ${steps.length} leapt to ${short(at)}, out of the picture: this learning rate is too large.`;
    }
    const slope = slopeAt(slice, at);
    const change = `next step: −${RATES[rate]} × ${bracketed(slope)} = ${short(-RATES[rate] * slope)}`;
    return `After ${steps.length} ${steps.length === 1 ? 'step' : 'steps'} the weight is ${short(at)}, the loss ${short(lossAt(slice, at))}, the slope ${short(slope)}; ${change}.`;
  }
}

function bracketed(value) {
  return value < 0 ? `(${short(value)})` : short(value);
}

const within = (weight) => weight >= LEAST && weight <= MOST;

/** The steps with some more, until one leads out of the picture. */
function walk(slice, steps, rate, times) {
  const walked = [...steps];
  for (let i = 0; i < times && within(walked.at(-1) ?? slice.current.weight); i++) {
    const at = walked.at(-1) ?? slice.current.weight;
    walked.push(at - rate * slopeAt(slice, at));
  }
  return walked;
}

/** The slope that back-propagation gives where the network is; elsewhere that of the curve, which lies close in points. */
function slopeAt({ current, weight, loss }, at) {
  if (at === current.weight) {
    return current.derivative;
  }
  const i = Math.min(Math.max(nearest(weight, at), 1), weight.length - 2);
  return (loss[i + 1] - loss[i - 1]) / (weight[i + 1] - weight[i - 1]);
}

function lossAt({ current, weight, loss }, at) {
  return at === current.weight ? current.loss : loss[nearest(weight, at)];
}

function nearest(weight, at) {
  return Math.round(((at - weight[0]) / (weight.at(-1) - weight[0])) * (weight.length - 1));
}

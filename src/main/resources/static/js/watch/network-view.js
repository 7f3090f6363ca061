import { h, Component } from '../preact.js';
import { CurlLine } from '../parts/curl-line.js';
import { ProblemBox } from '../parts/problem-box.js';
import { NetworkDrawing } from '../widgets/network-drawing.js';
import { Feeding } from './feeding.js';
import { stepPath, whichOf } from './looking.js';
import { classesOf } from './rows.js';
import { isEnded } from './watching.js';

/** The network as it is now, with what it makes of the row that is fed forward; it changes while it learns. */
export class NetworkView extends Component {
  state = { selected: null };

  select = (selected) => this.setState({ selected });

  shouldComponentUpdate({ state, job }, nextState) {
    const { network, rows, fed, fit, problems } = state;
    const now = [network, rows, fed, fit.step, fit.surface, problems.network, problems.step, job.status, nextState.selected];
    const changed = !this.seen || now.some((value, index) => value !== this.seen[index]);
    this.seen = now;
    return changed;
  }

  render({ state: { network, rows, fed, fit, problems }, job }, { selected }) {
    const which = whichOf(job);
    return h('section', { class: 'card network', 'aria-labelledby': 'drawing-title' },
      h('h2', { id: 'drawing-title' }, 'Network'),
      network ? [
        h(NetworkDrawing, { ...this.drawn(network, rows, job), ...this.answers(fed, fit), selected, onSelect: this.select }),
        h(Feeding, {
          fed, rows, inputs: network.layers[0].weights.length, outputs: fed && fit.step?.outputs[0], names: this.outputNames, problem: problems.step,
        }),
      ] : !problems.network && h('p', { class: 'facts' }, isEnded(job) ? 'No model came of this job.' : 'It is drawn as soon as there is something to draw.'),
      h(ProblemBox, { problem: problems.network }),
      (job.links.model || !isEnded(job)) && h(CurlLine, { calls: [`/weights?${which}`, fed && stepPath(fed, which)].filter(Boolean).map((path) => ({ method: 'GET', path })) }));
  }

  /** The names stay the same objects, so that the drawing sees that they are the same. */
  drawn({ layers }, rows, job) {
    const [inputs, outputs] = [layers[0].weights.length, layers.at(-1).weights[0].length];
    const labels = classesOf(rows, job);
    const names = JSON.stringify([rows?.names?.length === inputs && rows.names, inputs, labels?.length === outputs && labels, outputs]);
    if (names !== this.named) {
      const [known, , classes] = JSON.parse(names);
      Object.assign(this, { named: names, inputNames: known || counted('input', inputs), outputNames: classes || (outputs === 1 ? ['output'] : counted('output', outputs)) });
    }
    return { layers, inputNames: this.inputNames, outputNames: this.outputNames };
  }

  answers(fed, { step, surface }) {
    if (surface !== this.surface) {
      this.surface = surface;
      this.surfaces = surface ? [...surface.layers.map(({ neurons }) => neurons), surface.outputs] : null;
    }
    if (step !== this.step || !fed !== !this.activations) {
      this.step = step;
      this.activations = fed && step ? [step.inputs[0], ...step.layers.map(({ activations }) => activations[0])] : null;
    }
    return { activations: this.activations, surfaces: this.surfaces || null };
  }
}

function counted(kind, count) {
  return Array.from({ length: count }, (nothing, index) => `${kind} ${index}`);
}

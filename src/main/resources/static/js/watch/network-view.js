import { h, Component } from '../preact.js';
import { CurlLine } from '../parts/curl-line.js';
import { ProblemBox } from '../parts/problem-box.js';
import { NetworkDrawing } from '../widgets/network-drawing.js';
import { isEnded } from './watching.js';

/** The network as it is now; it changes while it learns. */
export class NetworkView extends Component {
  state = { selected: null };

  select = (selected) => this.setState({ selected });

  shouldComponentUpdate(next, nextState) {
    const { network, problem, job } = this.props;
    return network !== next.network || problem !== next.problem || job.status !== next.job.status || nextState !== this.state;
  }

  render({ network, problem, job }, { selected }) {
    const { name, version } = job.model;
    const which = isEnded(job) && version ? `model=${encodeURIComponent(name)}&version=${version}` : `job=${job.id}`;
    return h('section', { class: 'card network', 'aria-labelledby': 'drawing-title' },
      h('h2', { id: 'drawing-title' }, 'Network'),
      network
        ? h(NetworkDrawing, {
          layers: network.layers, inputNames: names('input', network.layers[0].weights.length),
          outputNames: names('output', network.layers.at(-1).weights[0].length), activations: null, selected, onSelect: this.select,
        })
        : !problem && h('p', { class: 'facts' }, isEnded(job) ? 'No model came of this job.' : 'It is drawn as soon as there is something to draw.'),
      selected && network && h('p', { role: 'status' }, told(network, selected)),
      h(ProblemBox, { problem }),
      h(CurlLine, { call: { method: 'GET', path: `/weights?${which}` } }));
  }
}

function told(network, { layer, from, to }) {
  const { weights, biases } = network.layers[layer] || {};
  const value = from === 'bias' ? biases?.[to] : weights?.[from]?.[to];
  return value === undefined ? '' : `Layer ${layer}, from ${from} to neuron ${to}: ${Number(value.toPrecision(4))}. Look inside shows what it does.`;
}

function names(kind, count) {
  return Array.from({ length: count }, (nothing, index) => `${kind} ${index + 1}`);
}

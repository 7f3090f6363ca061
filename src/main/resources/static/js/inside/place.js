// Where a weight is: { layer, from, to }, counted from 0 as the service counts; from is 'bias' for a bias.

import { h, Component } from '../preact.js';
import { ChoiceField } from '../parts/fields.js';

/** The layers of a model: { name, inputs, neurons, bias } each. */
export function layersOf({ inputs, layers }) {
  return layers.map(({ neurons, bias }, layer) => ({
    name: layer === layers.length - 1 ? 'output layer' : `hidden layer ${layer + 1}`,
    inputs: layer === 0 ? inputs : layers[layer - 1].neurons,
    neurons, bias,
  }));
}

/** The weight with the same place in that model, or the nearest that there is. */
export function nearest({ layer, from, to }, model) {
  const layers = layersOf(model);
  const at = Math.min(layer, layers.length - 1);
  const { inputs, neurons, bias } = layers[at];
  return {
    layer: at,
    from: from === 'bias' ? (bias ? from : 0) : Math.min(from, inputs - 1),
    to: Math.min(to, neurons - 1),
  };
}

export function valueAt(layers, { layer, from, to }) {
  const { weights, biases } = layers[layer] || {};
  return from === 'bias' ? biases?.[to] : weights?.[from]?.[to];
}

/** The layers with another value there; those given stay as they are. */
export function withValue(layers, { layer, from, to }, value) {
  const put = (list, index, item) => list.map((old, at) => (at === index ? item : old));
  const { weights, biases } = layers[layer];
  const changed = from === 'bias' ? { biases: put(biases, to, value) } : { weights: put(weights, from, put(weights[from], to, value)) };
  return put(layers, layer, { ...layers[layer], ...changed });
}

/** The place as a call's parameters; a second one has names that end in 2. */
export function placeQuery({ layer, from, to }, end = '') {
  return `layer${end}=${layer}&from${end}=${from}&to${end}=${to}`;
}

/** The place in words. */
export function placeName({ layer, from, to }, model) {
  const into = `neuron ${to} of the ${layersOf(model)[layer].name}`;
  return from === 'bias' ? `bias of ${into}` : `weight from ${layer === 0 ? 'input' : 'neuron'} ${from} to ${into}`;
}

/** Chooses a weight without a mouse. Props: model, place, inputNames, onChange, end (to tell two of them apart by their labels). */
export class PlaceFields extends Component {
  change = (field, text) => {
    const { model, place, onChange } = this.props;
    onChange(nearest({ ...place, [field]: text === 'bias' ? text : Number(text) }, model));
  };

  render({ model, place, inputNames, end = '' }) {
    const layers = layersOf(model);
    const { inputs, neurons, bias } = layers[place.layer];
    const field = (label, name, options) => h(ChoiceField, {
      label: label + end, value: String(place[name]), options, onChange: (text) => this.change(name, text),
    });
    return h('div', { class: 'pairs place' },
      field('Layer', 'layer', layers.map(({ name }, index) => [String(index), name])),
      field('From', 'from', [...(place.layer === 0 ? inputsOf(inputNames) : counted('neuron', inputs)), ...(bias ? [['bias', 'bias']] : [])]),
      field('To', 'to', counted('neuron', neurons)));
  }
}

function counted(kind, count) {
  return Array.from({ length: count }, (nothing, index) => [String(index), `${kind} ${index}`]);
}

function inputsOf(names) {
  return names.map((name, index) => [String(index), name.startsWith('input ') ? name : `input ${index}: ${name}`]);
}

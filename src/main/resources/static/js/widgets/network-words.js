// A drawn network in words: for captions, and for those who do not see it.

import { numeral } from '../parts/numbers.js';
import { sizesOf, weightAt } from './network-layout.js';

const whole = new Intl.NumberFormat('en');
const STRONGEST = 3;

export function columnName(column, columns) {
  if (column === 0) {
    return 'inputs';
  }
  return column === columns - 1 ? 'output layer' : `hidden layer ${column}`;
}

/** A neuron's name; column 0 holds the inputs. */
function neuronName(column, index, { layers, inputNames, outputNames }) {
  if (column === 0) {
    return inputNames[index] ?? `input ${index}`;
  }
  return column === layers.length ? outputNames[index] ?? `output ${index}` : `neuron ${index} of hidden layer ${column}`;
}

function weightName({ layer, from, to }, props) {
  const target = neuronName(layer + 1, to, props);
  return from === 'bias' ? `Bias of ${target}` : `Weight from ${neuronName(layer, from, props)} to ${target}`;
}

export function weightText(edge, props) {
  return `${weightName(edge, props)}: ${numeral(weightAt(props.layers, edge))}`;
}

/** The whole drawing. */
export function described(props, edges) {
  const sizes = sizesOf(props.layers);
  const parts = sizes.map((size, column) => {
    const activation = column ? `, ${props.layers[column - 1].activation}` : '';
    return `${columnName(column, sizes.length)}: ${whole.format(size)}${activation}`;
  });
  const biases = props.layers.some((layer) => layer.biases) ? 'with biases' : 'without biases';
  const strongest = edges.slice(-STRONGEST).reverse().map((edge) => weightText(edge, props)).join('; ');
  return `A network, ${parts.join('; ')}; ${biases}. The strongest: ${strongest}.${answered(props)}`;
}

function answered({ activations }) {
  if (!activations) {
    return '';
  }
  const told = activations.map((values, column) => {
    const few = values.slice(0, 16).map((value) => numeral(value)).join(', ');
    return `${columnName(column, activations.length)}: ${few}${values.length > 16 ? ' …' : ''}`;
  });
  return ` Activations of ${told.join('; ')}.`;
}

/** How much of a large network is not drawn; '' where nothing is. */
export function leftOut({ layers }, { columns }, edges) {
  const some = columns.map(({ size, places }, column) => {
    const drawn = places.filter(({ index }) => index !== 'bias').length;
    return drawn < size && `${drawn} of the ${whole.format(size)} ${column ? 'neurons of ' : ''}${columnName(column, columns.length)}`;
  }).filter(Boolean);
  const weights = layers.reduce((sum, { weights: rows, biases }) => sum + rows.length * rows[0].length + (biases?.length || 0), 0);
  if (edges.length < weights) {
    some.push(`${some.length ? '' : 'the strongest '}${whole.format(edges.length)} of the ${whole.format(weights)} weights`);
  }
  return some.length ? `Drawn are ${listed(some)}.` : '';
}

function listed(parts) {
  return parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

// What is told of a part of an iteration: where it happens, and the tables of all its numbers.

const MOST = 12;

/** inputs, the layers in order, the loss; those that the part is about are here. Towards the loss, or back from it. */
export function stations({ layers, errors }, part) {
  const whole = part.layer === undefined;
  const names = layers.map(({ name }, layer) => ({ name, here: part.layer === layer }));
  return [{ name: 'inputs', here: false }, ...names, ...(errors ? [{ name: 'error and loss', here: whole }] : [])];
}

/** Whether the iteration goes back through the layers in that part. */
export const goesBack = ({ title }) => /: (deltas|gradient)$/.test(title);

/** The weight that the part's example is about, or null: the steepest that leads to neuron 0. */
export function exampleWeight({ layers }, { title, layer }) {
  if (!/: (gradient|correction)$/.test(title)) {
    return null;
  }
  const sizes = layers[layer].weightGradients.map(([gradient]) => Math.abs(gradient));
  return { layer, from: sizes.indexOf(Math.max(...sizes)), to: 0 };
}

/** All numbers of a part as a table: { caption, columns, rows: [[name, ...numbers]], digits, more } or null. */
export function tableOf(step, { title, layer }) {
  const at = step.layers[layer];
  const what = title.split(': ').at(-1);
  const make = tables[what];
  return make ? cut(make(at || step)) : null;
}

const neurons = (matrix) => matrix[0].map((nothing, index) => `neuron ${index}`);
const byRows = (matrix) => matrix.map((values, row) => [`row ${row}`, ...values]);

const tables = {
  'weighted sums': ({ weightedSums }) => ({ caption: 'All weighted sums z', columns: neurons(weightedSums), rows: byRows(weightedSums) }),
  activations: ({ activations }) => ({ caption: 'All activations a', columns: neurons(activations), rows: byRows(activations) }),
  deltas: ({ deltas }) => ({ caption: 'All deltas δ', columns: neurons(deltas), rows: byRows(deltas) }),
  gradient: ({ weightGradients, biasGradients }) => ({
    caption: 'All gradients', columns: neurons(weightGradients).map((name) => `to ${name}`), rows: byInputs(weightGradients, biasGradients),
  }),
  correction: corrections,
  Error: ({ outputs, answers, errors }) => ({
    caption: 'All errors', columns: ['output', 'answer', 'error'],
    rows: errors.flatMap((values, row) => values.map((error, index) =>
      [values.length > 1 ? `row ${row}, output ${index}` : `row ${row}`, outputs[row][index], answers[row][index], error])),
  }),
  Loss: ({ loss, cost }) => ({ caption: 'Before the correction', columns: ['loss', 'cost'], rows: [['before', loss, cost]] }),
  'What it did': ({ loss, cost, lossAfter, costAfter }) => ({
    caption: 'Before and after', columns: ['loss', 'cost'],
    rows: [['before', loss, cost], ['after', lossAfter, costAfter], ['change', lossAfter - loss, costAfter - cost]], digits: 7,
  }),
};

function byInputs(weights, biases) {
  return [...weights.map((values, input) => [`from ${input}`, ...values]), ...(biases ? [['bias', ...biases]] : [])];
}

function corrections({ weights, biases, weightGradients, biasGradients, weightsAfter, biasesAfter }) {
  const row = (name, before, gradient, after) => [name, before, gradient, after - before, after];
  const rows = weights.flatMap((values, input) => values.map((value, neuron) =>
    row(`from ${input} to ${neuron}`, value, weightGradients[input][neuron], weightsAfter[input][neuron])));
  (biases || []).forEach((value, neuron) => rows.push(row(`bias of ${neuron}`, value, biasGradients[neuron], biasesAfter[neuron])));
  return { caption: 'All corrections', columns: ['before', 'gradient', 'change', 'after'], rows, most: 2 * MOST, digits: 7 };
}

/** Large tables are shown by their beginning. */
function cut({ caption, columns, rows, digits, most = MOST }) {
  const left = [rows.length > most && `${rows.length - most} rows more`, columns.length > MOST && `${columns.length - MOST} columns more`].filter(Boolean);
  return { caption, digits, columns: columns.slice(0, MOST), rows: rows.slice(0, most).map((row) => row.slice(0, MOST + 1)), more: left.join(', ') };
}

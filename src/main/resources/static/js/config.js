// What to train: the fields of the form, as the link and the body of POST /train tell them. '' leaves a field to the preset.

export const activations = ['sigmoid', 'tanh', 'relu', 'leaky_relu', 'elu', 'softplus', 'silu', 'gelu', 'gaussian', 'identity'];
export const optimizers = ['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam', 'adamw'];
export const losses = ['half_sum_squared_error', 'mean_squared_error', 'mean_absolute_error', 'huber', 'cross_entropy', 'binary_cross_entropy'];
export const presets = ['course', 'classifier', 'regressor'];

/** What data sets and models may be called, as the service has it. */
export const NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$/;

export const MOST_LAYERS = 8;
export const MOST_NEURONS = 4096;

export const defaults = {
  source: 'course',       // course | builtin | uploaded | rows
  dataset: 'spiral',
  uploaded: '',
  noise: '',
  samples: '',
  dataSeed: '',
  rows: '',
  testRows: '',
  name: '',
  preset: 'course',
  hidden: null,           // [4, 4]; null is what the preset has
  activation: '',
  outputActivation: '',
  bias: '',               // '' | yes | no
  learningRate: '',
  optimizer: '',
  loss: '',
  measure: 'iterations',  // iterations | epochs
  length: '',
  batchSize: '',
  seed: '',
  standardizeInputs: '',  // '' | yes | no
  standardizeAnswers: '', // '' | yes | no
  maxNorm: '',            // of the gradient
};

/** What the presets have where the form says nothing. */
export const presetValues = {
  course: {
    hidden: [4], activation: 'sigmoid', outputActivation: 'sigmoid', bias: 'no', learningRate: '1', optimizer: 'sgd',
    loss: 'half_sum_squared_error', iterations: '10000', epochs: '10000', batchSize: 'all rows', seed: '1',
    standardizeInputs: 'no', standardizeAnswers: 'no',
  },
  classifier: {
    hidden: [64], activation: 'relu', outputActivation: 'softmax or sigmoid', bias: 'yes', learningRate: '0.002',
    optimizer: 'adam', loss: 'cross_entropy', iterations: '200 epochs', epochs: '200', batchSize: '32', seed: '1',
    standardizeInputs: 'yes', standardizeAnswers: 'no',
  },
  regressor: {
    hidden: [64], activation: 'relu', outputActivation: 'identity', bias: 'yes', learningRate: '0.002',
    optimizer: 'adam', loss: 'mean_squared_error', iterations: '200 epochs', epochs: '200', batchSize: '32', seed: '1',
    standardizeInputs: 'yes', standardizeAnswers: 'yes',
  },
};

/** Settings that teach each built-in set well; shown in the form, and changed there. */
const bits = (hidden) => ({ preset: 'course', hidden, bias: 'yes' });
const plane = (hidden) => ({
  preset: 'course', hidden, activation: 'tanh', bias: 'yes', learningRate: '0.03', optimizer: 'adam', loss: 'binary_cross_entropy',
  batchSize: '32', length: '3000',
});
const recipes = {
  course: {},
  and: bits([]),
  or: bits([]),
  majority: bits([]),
  xor: bits([4]),
  'parity-4': bits([8]),
  gauss: plane([4]),
  circle: plane([6]),
  'xor-2d': plane([6]),
  spiral: { ...plane([16, 16]), activation: 'silu', learningRate: '0.01', length: '6000' },
  digits: { preset: 'classifier', hidden: [32], measure: 'epochs', length: '30' },
};

const SETTINGS = ['preset', 'hidden', 'activation', 'outputActivation', 'bias', 'learningRate', 'optimizer', 'loss', 'measure',
  'length', 'batchSize', 'standardizeInputs', 'standardizeAnswers', 'maxNorm'];

/** config on that built-in set, with the settings that suit it. */
export function onBuiltIn(config, dataset) {
  const settings = Object.fromEntries(SETTINGS.map((field) => [field, defaults[field]]));
  return { ...config, ...settings, ...(recipes[dataset] || {}), dataset };
}

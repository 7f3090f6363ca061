// What to train: the fields of the form, as the link and the body of POST /train tell them. '' leaves a field to the preset.

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

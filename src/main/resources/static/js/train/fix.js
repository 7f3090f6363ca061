// The change of a request that a warning names (a JSON merge patch, RFC 7396), as a change of the form that was sent.

import { defaults } from '../config.js';

const same = (value) => String(value);
const truth = (value) => (value ? 'yes' : 'no');

/** The form's fields by their paths in a request, and how the form writes what a request has there. */
const FIELDS = {
  preset: ['preset', same],
  'network.hidden': ['hidden', (sizes) => sizes],
  'network.activation': ['activation', same],
  'network.outputActivation': ['outputActivation', same],
  'network.bias': ['bias', truth],
  'training.learningRate': ['learningRate', same],
  'training.optimizer': ['optimizer', same],
  'training.loss': ['loss', same],
  'training.batchSize': ['batchSize', same],
  'training.seed': ['seed', same],
  'training.standardizeInputs': ['standardizeInputs', truth],
  'training.standardizeAnswers': ['standardizeAnswers', truth],
  'training.gradientClipping.maxNorm': ['maxNorm', same],
};

/** config with the change made; null where the form has no field for a part of it. */
export function fixed(config, fix) {
  const changes = leaves(fix);
  // What the form has no field for it never sends, so that nothing is to be taken out.
  const isKnown = ([path, value]) => path in FIELDS || value === null;
  return changes.every(isKnown) ? changes.reduce(changed, config) : null;
}

function changed(config, [path, value]) {
  const [field, written] = FIELDS[path] || [];
  return field ? { ...config, [field]: value === null ? defaults[field] : written(value) } : config;
}

/** [path, value] each, with dots between the names of a path. */
function leaves(patch, above = '') {
  return Object.entries(patch).flatMap(([name, value]) =>
    (value !== null && typeof value === 'object' && !Array.isArray(value) ? leaves(value, `${above}${name}.`) : [[above + name, value]]));
}

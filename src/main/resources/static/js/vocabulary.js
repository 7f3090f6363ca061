// The words of a training request with their bounds, as the service has them. The page waits for them: without, it has no form.

import { get } from './api.js';

const vocabulary = await get('/vocabulary').catch((problem) => {
  document.getElementById('app').append(`${problem.message} Reload the page to try again.`);
  throw problem;
});

const names = (words) => words.map(({ name }) => name);

export const activations = names(vocabulary.activations);
export const hiddenActivations = names(vocabulary.activations.filter(({ hidden }) => hidden));
export const losses = names(vocabulary.losses);
export const optimizers = names(vocabulary.optimizers);
export const { presets, bounds } = vocabulary;

/** What data sets and models may be called. */
export const NAME = new RegExp(bounds.name);

/** What each preset has where the form says nothing, in words. */
export const presetValues = Object.fromEntries(presets.map((preset) => [preset.name, {
  ...preset,
  outputActivation: either(preset.outputActivation),
  bias: yesOrNo(preset.bias),
  learningRate: String(preset.learningRate),
  loss: either(preset.loss),
  iterations: preset.epochs ? `${preset.epochs} epochs` : String(preset.iterations),
  epochs: String(preset.epochs ?? preset.iterations),
  batchSize: String(preset.batchSize ?? 'all rows'),
  seed: String(preset.seed),
  standardizeInputs: yesOrNo(preset.standardizeInputs),
  standardizeAnswers: yesOrNo(preset.standardizeAnswers),
}]));

/** For one output, and for several. */
function either(words) {
  return [...words].reverse().join(' or ');
}

function yesOrNo(truth) {
  return truth ? 'yes' : 'no';
}

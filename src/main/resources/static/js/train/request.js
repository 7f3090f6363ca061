// The body of POST /train that a configuration stands for. What the form leaves to the preset is left out.

import { defaults } from '../config.js';
import { RowFault, readRows, readTestRows } from './rows.js';

const WHOLE = ['batchSize', 'seed'];

/** The body; throws a RowFault where there are no rows, or typed ones cannot be read. */
export function request(config) {
  return withoutNothing({
    name: config.name.trim() || undefined,
    preset: config.preset === defaults.preset ? undefined : config.preset,
    ...data(config),
    network: network(config),
    training: training(config),
  });
}

function data(config) {
  if (config.source === 'builtin') {
    return { dataset: builtIn(config) };
  }
  if (config.source === 'uploaded') {
    if (!config.uploaded) {
      throw new RowFault('Upload a file first, or choose one that was uploaded before.');
    }
    return { dataset: config.uploaded };
  }
  return config.source === 'rows' ? typed(config) : {};
}

function builtIn(config) {
  const drawn = withoutNothing({
    noise: number(config.noise), samples: number(config.samples), seed: number(config.dataSeed),
  });
  return drawn ? { name: config.dataset, ...drawn } : config.dataset;
}

function typed(config) {
  const { inputs, answers } = readRows(config.rows);
  const test = readTestRows(config.testRows, inputs);
  return {
    inputs, answers,
    ...(test.inputs.length ? withoutNothing({ testInputs: test.inputs, testAnswers: test.answers }) : {}),
  };
}

function network(config) {
  return withoutNothing({
    hidden: config.hidden || undefined,
    activation: (config.hidden?.length !== 0 && config.activation) || undefined,
    outputActivation: config.outputActivation || undefined,
    bias: truth(config.bias),
  });
}

function training(config) {
  const said = withoutNothing({
    [config.measure]: number(config.length),
    learningRate: number(config.learningRate),
    optimizer: config.optimizer || undefined,
    loss: config.loss || undefined,
    ...Object.fromEntries(WHOLE.map((field) => [field, number(config[field])])),
    standardizeInputs: truth(config.standardizeInputs),
    standardizeAnswers: truth(config.standardizeAnswers),
    gradientClipping: withoutNothing({ maxNorm: number(config.maxNorm) }),
  });
  return said;
}

function number(text) {
  return text === '' ? undefined : Number(text);
}

function truth(text) {
  return text === '' ? undefined : text === 'yes';
}

/** The object without its undefined fields; undefined where nothing is left. */
function withoutNothing(object) {
  const left = Object.entries(object).filter(([, value]) => value !== undefined);
  return left.length ? Object.fromEntries(left) : undefined;
}

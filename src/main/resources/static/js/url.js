// The configuration in the link: #tab=train&source=builtin&dataset=spiral&hidden=16,16 …
// Whatever a link holds, what comes of it are values that the form could have given; anything else is left out and told.

import { defaults } from './config.js';
import { NAME, activations, bounds, hiddenActivations, losses, optimizers, presetValues } from './vocabulary.js';

export const tabs = ['train', 'watch', 'ask', 'inside', 'runs', 'tour'];

const LONGEST = 20000;
const STOPS = 7;
const MOST_COMPARED = 6;

const oneOf = (...allowed) => (text) => (allowed.includes(text) ? text : undefined);
const numberFrom = (least, most, whole) => (text) => {
  const value = Number(text);
  const fits = /^[-+.\deE]+$/.test(text) && Number.isFinite(value) && value >= least && value <= most;
  return fits && (!whole || Number.isInteger(value)) ? text : undefined;
};
const plainName = (text) => (NAME.test(text) ? text : undefined);
const lines = (text) => (/^[^\u0000-\u0009\u000b-\u001f<>]*$/.test(text) ? text : undefined);

const readers = {
  source: oneOf('course', 'builtin', 'uploaded', 'rows'),
  dataset: plainName,
  uploaded: plainName,
  noise: numberFrom(0, 50, true),
  samples: numberFrom(1, 100000, true),
  dataSeed: numberFrom(0, 4294967295, true),
  rows: lines,
  testRows: lines,
  name: plainName,
  preset: oneOf(...Object.keys(presetValues)),
  hidden: layers,
  activation: oneOf(...hiddenActivations),
  outputActivation: oneOf(...activations),
  bias: oneOf('yes', 'no'),
  learningRate: numberFrom(0, 1e6, false),
  optimizer: oneOf(...optimizers),
  loss: oneOf(...losses),
  measure: oneOf('iterations', 'epochs'),
  length: numberFrom(0, 1e9, true),
  batchSize: numberFrom(1, 2147483647, true),
  seed: numberFrom(0, 4294967295, true),
  standardizeInputs: oneOf('yes', 'no'),
  standardizeAnswers: oneOf('yes', 'no'),
  maxNorm: numberFrom(0, 1e9, false),
};

/** Where on the page the link leads. */
const start = { tab: 'train', job: null, stop: 1, compare: [], model: null, version: null, weight: null, iteration: null };
const places = {
  tab: oneOf(...tabs),
  job: jobNumber,
  stop: (text) => (/^[1-9]$/.test(text) && text <= STOPS ? Number(text) : undefined),
  compare: (text) => {
    const jobs = text.split(',').map(jobNumber);
    return jobs.length <= MOST_COMPARED && jobs.every(Boolean) ? jobs : undefined;
  },
  model: plainName,
  version: jobNumber,
  weight: (text) => {
    const [, layer, from, to] = /^(\d{1,4}),(\d{1,7}|bias),(\d{1,7})$/.exec(text) || [];
    return layer && { layer: Number(layer), from: from === 'bias' ? from : Number(from), to: Number(to) };
  },
  iteration: (text) => (/^\d{1,15}$/.test(text) ? Number(text) : undefined),
};

function jobNumber(text) {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

function layers(text) {
  if (text === 'none') {
    return [];
  }
  const sizes = text.split(',');
  const fit = sizes.length <= bounds.hiddenLayers && sizes.every((size) => /^\d{1,9}$/.test(size) && size >= 1 && size <= bounds.neurons);
  return fit ? sizes.map(Number) : undefined;
}

/** { tab, job, stop, compare, inside, config, note } that the hash stands for; what cannot be read is at its default, and note says so. */
export function read(hash) {
  const text = hash.replace(/^#/, '');
  if (text.length > LONGEST) {
    return { ...start, inside: null, config: { ...defaults }, note: 'This link is too long to be one of this page. You see the defaults.' };
  }
  const config = { ...defaults };
  const found = { ...start };
  const refused = [];
  for (const [key, value] of new URLSearchParams(text)) {
    const place = Object.hasOwn(places, key) ? places[key](value) : undefined;
    if (place !== undefined) {
      found[key] = place;
    } else {
      take(config, key, value, refused);
    }
  }
  return { ...found, inside: insideOf(found), config, note: note(refused) };
}

/** What is looked into: { model, version, place, iteration }, or null where the link names no model. */
function insideOf({ model, version, weight, iteration }) {
  return model && version ? { model, version, place: weight, iteration } : null;
}

function take(config, key, value, refused) {
  const read = Object.hasOwn(readers, key) ? readers[key](value) : undefined;
  if (read === undefined) {
    refused.push(key);
  } else {
    config[key] = read;
  }
}

function note(refused) {
  if (!refused.length) {
    return null;
  }
  const names = refused.slice(0, 3).map((name) => (name.length <= 20 ? name : name.slice(0, 20) + '…')).join(', ');
  return `Part of this link could not be read (${names}), so you see the defaults there.`;
}

/** The hash that leads back to where the page is. */
export function write({ tab, job, stop, compare = [], inside, config }) {
  const parameters = new URLSearchParams({ tab });
  if (job && tab !== 'train') {
    parameters.set('job', job.id);
  }
  if (compare.length && tab !== 'train') {
    parameters.set('compare', compare.join(','));
  }
  if (inside && tab !== 'train') {
    const { model, version, place, iteration } = inside;
    Object.entries({ model, version, weight: place && [place.layer, place.from, place.to].join(','), iteration })
      .filter(([, value]) => value !== null)
      .forEach(([key, value]) => parameters.set(key, value));
  }
  if (tab === 'tour') {
    parameters.set('stop', stop);
  }
  Object.keys(defaults)
    .filter((field) => JSON.stringify(config[field]) !== JSON.stringify(defaults[field]))
    .forEach((field) => parameters.set(field, field === 'hidden' ? config.hidden.join(',') || 'none' : config[field]));
  return '#' + parameters;
}

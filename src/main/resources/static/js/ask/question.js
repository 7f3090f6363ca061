// What a model can be asked, and the call that asks it.

import { get } from '../api.js';
import { state } from '../store.js';

const MOST_BITS = 16;
const MOST_NAMED = 64;
const LONGEST_QUERY = 64;
const SIDES = { 256: 16, 784: 28 };
/** Deviations from the mean within which nearly all values are. */
const WIDE = 3;

/** The data set that a model was trained on, as it is now; null where it is gone, or was never there. */
export async function datasetOf({ provenance: { dataset } }) {
  const known = dataset && state.datasets?.some(({ name }) => name === dataset.name);
  return known ? get(`/datasets/${encodeURIComponent(dataset.name)}`) : null;
}

/**
 * How a model is asked: { as: 'bits' | 'values' | 'pixels', columns, … }. dataset is the one that it was trained on, or
 * null where that is gone.
 */
export function kindOf(model, dataset) {
  const side = SIDES[model.inputs];
  const columns = columnsOf(model, dataset);
  const numbers = columns.every(({ categories }) => !categories);
  if (side && numbers) {
    return { as: 'pixels', side, tone: toneOf(columns, model, dataset) };
  }
  const bits = numbers && model.inputs <= MOST_BITS && areBits(model, dataset);
  return { as: bits ? 'bits' : 'values', columns, named: Boolean(model.columns), sure: Boolean(dataset), mayBeBits: bits };
}

/** { name, categories } or { name, least, most, step, mean } for each value of a question. */
function columnsOf({ inputs, columns, inputScaling }, dataset) {
  const figures = new Map(dataset?.columns.map((column) => [column.name, column]));
  const known = columns || Array.from({ length: inputs }, (nothing, index) => ({ name: `input ${index + 1}`, kind: 'number' }));
  let place = 0;
  return known.map(({ name, kind, categories }) => {
    if (kind === 'category') {
      place += categories.length;
      return { name, categories };
    }
    const found = figures.get(name);
    const { min: least, max: most, mean } = found?.min === undefined ? spread(inputScaling, place) : found;
    place += 1;
    return { name, least, most, mean, step: stepOf(least, most) };
  });
}

function spread(scaling, place) {
  const [mean, deviation] = [scaling?.mean[place], scaling?.deviation[place]];
  return mean === undefined ? { min: 0, max: 1, mean: 0 } : { min: rounded(mean - WIDE * deviation), max: rounded(mean + WIDE * deviation), mean };
}

/** A power of ten that parts the range into about a hundred. */
function stepOf(least, most) {
  return most > least ? 10 ** Math.floor(Math.log10((most - least) / 20)) : 1;
}

function areBits({ columns, inputScaling }, dataset) {
  if (!dataset) {
    return !columns && !inputScaling;
  }
  const inputs = dataset.columns.map(({ role }, index) => (role === 'input' ? index : -1)).filter((index) => index >= 0);
  return inputs.every((index) => dataset.columns[index].min >= 0 && dataset.columns[index].max <= 1
    && dataset.preview.every((row) => row[index] === 0 || row[index] === 1));
}

/** The values of paper and ink, and whether there are some between. */
function toneOf(columns, { inputScaling }, dataset) {
  if (!dataset) {
    const most = inputScaling ? inkOf(inputScaling) : 1;
    return { least: 0, most, grey: true };
  }
  const least = Math.min(...columns.map((column) => column.least));
  const most = Math.max(...columns.map((column) => column.most));
  const inputs = dataset.columns.map(({ role }) => role === 'input');
  const grey = dataset.preview.some((row) => row.some((value, index) => inputs[index] && value !== least && value !== most));
  return { least, most, grey };
}

/** Pixels go to 1, to 16 or to 255. */
function inkOf({ mean, deviation }) {
  const reached = mean.reduce((most, value, index) => Math.max(most, value + deviation[index]), 0);
  return [1, 16, 255].find((most) => reached <= 1.5 * most) ?? 255;
}

export function firstQuestion(kind, { inputs }) {
  if (kind.as === 'pixels') {
    return null;
  }
  if (kind.as === 'bits') {
    return inputs === 4 ? '0110' : '0'.repeat(inputs);
  }
  return kind.columns.map(({ categories, mean, step }) => (categories ? categories[0] ?? '' : String(toStep(mean ?? 0, step))));
}

/** Whether a question is whole, so that it can be asked. */
export function isWhole(kind, asked) {
  if (kind.as !== 'values') {
    return asked !== null;
  }
  return asked.length === kind.columns.length && kind.columns.every(({ categories }, index) =>
    String(asked[index]).trim() !== '' && (categories || Number.isFinite(Number(asked[index]))));
}

/** The call that asks the model. */
export function callOf({ name, version }, kind, asked) {
  const which = `model=${encodeURIComponent(name)}&version=${version}`;
  if (kind.as === 'bits') {
    return { method: 'GET', path: `/predict?bits=${asked}&${which}` };
  }
  if (kind.as === 'values' && !kind.named && asked.length <= LONGEST_QUERY) {
    return { method: 'GET', path: `/predict?inputs=${asked.map(Number).join(',')}&${which}` };
  }
  return { method: 'POST', path: `/predict?${which}`, body: { inputs: [row(kind, asked)] } };
}

function row({ as, tone, columns, named }, asked) {
  if (as === 'pixels') {
    return !tone.grey && tone.least === 0 && tone.most === 1 ? asked.join('') : asked;
  }
  const values = columns.map(({ categories }, index) => (categories ? asked[index] : Number(asked[index])));
  return named && columns.length <= MOST_NAMED ? Object.fromEntries(columns.map(({ name }, index) => [name, values[index]])) : values;
}

/** What each output stands for. */
export function outputNames({ layers, classes }, dataset) {
  const count = layers.at(-1).neurons;
  if (classes) {
    return classes;
  }
  const answers = dataset?.answers;
  return answers?.length === count ? answers : Array.from({ length: count }, (nothing, index) => (count === 1 ? 'output' : `output ${index + 1}`));
}

/** The multiple of step that is nearest, without the rounding's traces. */
function toStep(value, step) {
  return Number((Math.round(value / step) * step).toPrecision(12));
}

function rounded(value) {
  return Number(value.toPrecision(3));
}

// The row that an iteration is worked through with: { text, answer }, as somebody types them.

import { get } from '../api.js';
import { layersOf } from './place.js';

/** Weights up to which the service is asked for an iteration over all rows, to see one of them. */
const MOST_WEIGHTS = 20000;

/** A row that the model learned from, with its answer; zeros where there is none at hand. */
export async function exampleRow(model, which) {
  const size = layersOf(model).reduce((sum, { inputs, neurons }) => sum + inputs * neurons, 0);
  try {
    return await fromDataset(model) || (size <= MOST_WEIGHTS ? fromBatch(await get(`/step?${which}`), model) : zeros(model));
  } catch (gone) {
    return zeros(model);
  }
}

function zeros({ inputs, classes, layers }) {
  return { text: written(new Array(inputs).fill(0)), answer: classes?.[0] ?? new Array(layers.at(-1).neurons).fill(0).join(',') };
}

async function fromDataset({ provenance, inputs, classes, layers }) {
  if (!provenance.dataset) {
    return null;
  }
  const { items: [row] } = await get(`/datasets/${encodeURIComponent(provenance.dataset.name)}/rows?limit=1`);
  const plain = row.length === inputs + (classes ? 1 : layers.at(-1).neurons) && row.slice(0, inputs).every(Number.isFinite);
  return plain ? { text: written(row.slice(0, inputs)), answer: row.slice(inputs).join(',') } : null;
}

function fromBatch({ inputs, answers }, { classes }) {
  const [answer] = answers;
  return { text: written(inputs[0]), answer: classes ? classes[answer.indexOf(Math.max(...answer))] : answer.join(',') };
}

/** As bits where it is some, else as numbers with commas between them. */
export function written(values) {
  return values.length > 1 && values.every((value) => value === 0 || value === 1) ? values.join('') : values.join(', ');
}

/** The numbers that are typed, as far as they are some. */
export function numbersOf(text) {
  return isBits(text.trim()) ? [...text.trim()].map(Number) : parts(text).map(Number);
}

/** What is still wrong with a row, so that the service is not asked about it; null where nothing is. */
export function faultOf(text, { inputs }) {
  const numbers = numbersOf(text);
  if (!numbers.every(Number.isFinite)) {
    return 'Bits, or numbers with commas between them.';
  }
  return numbers.length === inputs ? null : `The network takes ${inputs} inputs; here are ${numbers.length}.`;
}

/** Whether the answer is one to this model, or none at all. */
export function isAnswer(text, { classes, layers }) {
  const numbers = parts(text).map(Number);
  return Boolean(classes) || numbers.length === 0 || (numbers.length === layers.at(-1).neurons && numbers.every(Number.isFinite));
}

/** The row as a call's parameters. */
export function rowQuery(text) {
  return isBits(text.trim()) ? `bits=${text.trim()}` : `inputs=${parts(text).map(encodeURIComponent).join(',')}`;
}

const isBits = (text) => /^[01]{2,}$/.test(text);
const parts = (text) => text.split(/[\s,]+/).filter(Boolean);

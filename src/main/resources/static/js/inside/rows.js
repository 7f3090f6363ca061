// The row that an iteration is worked through with: { text, answer }, as somebody types them.

import { get } from '../api.js';

/** A row that the model learned from, with its answer; zeros where there is none at hand. */
export async function exampleRow(model, which) {
  try {
    return await fromDataset(model) || fromBatch(await get(`/step?${which}`), model);
  } catch (gone) {
    const answer = model.classes?.[0] ?? new Array(model.layers.at(-1).neurons).fill(0).join(',');
    return { text: written(new Array(model.inputs).fill(0)), answer };
  }
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

/** The row as a call's parameters. What is no row is sent as it is: the service says what is wrong with it. */
export function rowQuery(text) {
  return isBits(text.trim()) ? `bits=${text.trim()}` : `inputs=${encodeURIComponent(parts(text).join(','))}`;
}

const isBits = (text) => /^[01]{2,}$/.test(text);
const parts = (text) => text.split(/[\s,]+/).filter(Boolean);

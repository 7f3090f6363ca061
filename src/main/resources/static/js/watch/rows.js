// The rows that the watched network learns from and is tested with, to draw over its plane and to feed forward.

import { get } from '../api.js';

const MOST_POINTS = 1000;
/** Where nothing is known of the rows. */
export const UNKNOWN = { names: null, classes: null, count: 0, points: [] };

/**
 * What of a job's rows can be shown: { bits (whether inputs are such, or undefined), names (of the inputs, or null), classes
 * (or null), count, points ({ x, y, answer, test } each, for two inputs), row (answers { inputs, answer } of a number from 1) }.
 */
export async function rowsOf(job, about, inputs) {
  if (about?.typed) {
    return ofTyped(about.typed, inputs);
  }
  const model = !about?.drawing && job.links?.model ? await get(`${job.links.model}?weights=false`) : null;
  const drawing = about?.drawing || model?.provenance?.dataset;
  return drawing ? ofDataset(drawing, inputs) : { ...UNKNOWN, bits: model ? !model.inputScaling : undefined };
}

/** The names of the classes that a job's network tells apart, or undefined. */
export function classesOf(rows, { result }) {
  return rows?.classes || result?.classes?.map(({ label }) => label);
}

function ofTyped({ inputs, answers }, width) {
  const classes = answers.some((answer) => typeof answer === 'string') ? [...new Set(answers.map(String))].sort() : null;
  const rows = inputs.map((row, index) => ({ inputs: [...row].map(Number), answer: answers[index] }));
  return {
    ...UNKNOWN, classes, count: rows.length,
    bits: rows.every((row) => row.inputs.every((value) => value === 0 || value === 1)),
    points: width === 2 ? rows.map((row) => point(row, classes)).filter(isComplete) : [],
    row: async (number) => rows[number - 1],
  };
}

async function ofDataset(drawing, width) {
  const { name, ...settings } = typeof drawing === 'string' ? { name: drawing } : drawing;
  const path = `/datasets/${encodeURIComponent(name)}`;
  const { source, columns, rows: count, classes = null } = await get(path);
  const places = (role) => columns.flatMap((column, index) => (column.role === role ? [index] : []));
  const taken = { inputs: places('input'), answers: places('answer') };
  const inputs = taken.inputs.map((index) => columns[index]);
  if (inputs.length !== width || inputs.some(({ kind }) => kind !== 'number')) {
    return { ...UNKNOWN, classes, bits: false };
  }
  const page = (after, limit) => get(`${path}/rows?${new URLSearchParams({ ...settings, after, limit })}`);
  const read = (item) => ({ inputs: taken.inputs.map((index) => item[index]), answer: answerOf(taken.answers.map((index) => item[index])) });
  const shown = width === 2 ? await page(0, MOST_POINTS) : { items: [] };
  return {
    names: inputs.map((column) => column.name), classes, count,
    bits: source === 'built_in' && inputs.every(({ min, max }) => min === 0 && max === 1),
    points: shown.items.map((item, index) => ({ ...point(read(item), classes), test: index >= (shown.testFrom ?? Infinity) })).filter(isComplete),
    row: async (number) => read((await page(number - 1, 1)).items[0]),
  };
}

/** Of several answers the place of the largest. */
function answerOf(answers) {
  return answers.length === 1 ? answers[0] : answers.indexOf(Math.max(...answers));
}

function point({ inputs: [x, y], answer }, classes) {
  const value = Array.isArray(answer) ? answerOf(answer) : answer;
  return { x, y, answer: classes ? classes.indexOf(String(value)) : value };
}

/** A row may lack a value. */
function isComplete({ x, y, answer }) {
  return [x, y, answer].every(Number.isFinite) && answer !== -1;
}

// What the watched network makes of its data: asked while it trains, and once more when it has ended.

import { get } from '../api.js';
import { report, set, state, trying } from '../store.js';
import { UNKNOWN, rowsOf } from './rows.js';

const MOST_BITS = 8;
const POINTS_MEANWHILE = 24;
const SURFACE_POINTS = 40;
const MOST_NUMBERS = 500000;
const MOST_MISTAKES = 24;

let askedRows = null;

/** A look at the network of a job that is going on. What it cannot show is told beside the picture, once. */
export async function lookAt(job) {
  if (!state.problems.network) {
    await show(job, POINTS_MEANWHILE);
    await evaluate(job);
  }
}

/** The last look: at the model that came of the job. */
export async function lookAtEnd(job) {
  if (!job.links?.model) {
    return;
  }
  await show(job, SURFACE_POINTS);
  await findMistakes(job);
}

/** The network of job as a call's parameters: the model that came of it, or as it is now. */
export function whichOf({ id, model, links }) {
  return links?.model ? `model=${encodeURIComponent(model.name)}&version=${model.version}` : `job=${id}`;
}

/** All that belongs together is drawn in one go. */
async function show(job, points) {
  const which = whichOf(job);
  const network = await trying('network', () => get(`/weights?${which}`));
  if (!network || state.job?.id !== job.id) {
    return;
  }
  const inputs = network.layers[0].weights.length;
  await loadRows(job, inputs, which);
  const before = state.fed;
  const fed = fedTo(inputs);
  const asked = isOfBits(inputs) && tablePath(inputs, which);
  const [surface, table, step] = await Promise.all([
    answerOf('surface', inputs === 2 && surfacePath(network, which, points)),
    answerOf('table', asked),
    answerOf('step', fed && stepPath(fed, which)),
  ]);
  if (state.job?.id === job.id) {
    // Somebody may have typed another rule meanwhile, or chosen another row.
    const wanted = { surface, table: asked === tablePath(inputs, which) && table };
    const found = Object.fromEntries(Object.entries(wanted).filter(([, answer]) => answer));
    set({ network, fit: { ...state.fit, ...found }, ...(state.fed === before ? { fed } : {}) });
    if (step && state.fed === fed) {
      set({ fit: { ...state.fit, step } });
    }
  }
}

/** What was refused is not asked again and again. */
async function answerOf(what, path) {
  return path && !state.problems[what] ? trying(what, () => get(path)) : null;
}

function surfacePath({ layers }, which, points) {
  const neurons = layers.reduce((sum, { weights }) => sum + weights[0].length, 0);
  return `/decision-surface?${which}&points=${Math.max(2, Math.min(points, Math.floor(Math.sqrt(MOST_NUMBERS / neurons))))}&decimals=3`;
}

function tablePath(inputs, which) {
  return `/truth-table?${which}${isRule(state.rule, inputs) ? `&rule=${state.rule}` : ''}`;
}

export function stepPath({ bits, inputs }, which) {
  return `/step?${bits ? `bits=${bits}` : `inputs=${inputs.join(',')}`}&${which}`;
}

/** Whether a truth table says something: few inputs, of which it is not known that they are other than bits. */
export function isOfBits(inputs) {
  const { rows, fit } = state;
  return inputs <= MOST_BITS && (rows?.bits ?? (!fit.table || showsBits(fit.table)));
}

/** Whether a network learned from bits: else none of their patterns was among its rows. */
export function showsBits(table) {
  return table.items.some(({ seenInTraining }) => seenInTraining);
}

/** The row that is fed forward, where it is one of so many inputs; for bits there always is one. */
function fedTo(inputs) {
  const { fed } = state;
  if (fed?.inputs.length === inputs && Boolean(fed.bits) === isOfBits(inputs)) {
    return fed;
  }
  return isOfBits(inputs) ? ofBits(inputs === 4 ? '0110' : '1'.repeat(inputs)) : null;
}

const ofBits = (bits) => ({ bits, inputs: [...bits].map(Number) });

export const feedBits = (bits) => feed(ofBits(bits));

/** Feeds a row forward, or none any more; the newest is the one that is shown. */
export async function feed(fed) {
  set({ fed });
  report('step', null);
  const { job } = state;
  const step = fed && await trying('step', () => get(stepPath(fed, whichOf(job))));
  if (step && state.fed === fed && state.job?.id === job.id) {
    set({ fit: { ...state.fit, step } });
  }
}

/** Feeds the row of that number forward, counted from 1. */
export async function feedRow(number) {
  const row = await trying('step', () => state.rows.row(number));
  if (row) {
    await feed({ inputs: row.inputs, row: number, answer: row.answer });
  }
}

/** Once while it trains, and once more where only the model tells what it was trained on. */
async function loadRows(job, inputs, which) {
  if (!state.rows || state.rows.bits === undefined && which !== askedRows) {
    askedRows = which;
    const rows = await trying('rows', () => rowsOf(job, state.about, inputs));
    if (state.job?.id === job.id) {
      set({ rows: rows || UNKNOWN });
    }
  }
}

/** How good the network is now; asked again only where the answer is a confusion matrix, which is then seen filling up. */
async function evaluate(job) {
  const { fit, problems } = state;
  const goesOn = state.job?.id === job.id && !state.job.finishedAt;
  if (goesOn && !problems.evaluation && (!fit.evaluation || fit.evaluation.confusion)) {
    await look(job, 'evaluation', `${job.links.self}/evaluation`);
  }
}

/** What the model gets wrong, if it gets anything wrong. */
async function findMistakes(job) {
  const figures = judged(job);
  if (figures && figures.accuracy !== 1) {
    await look(job, 'mistakes', mistakesOf(job));
  }
}

/** Whether there are test rows with answers, by which the network was judged. */
export const isTested = (result) => result?.test?.cost !== undefined;

/** The figures by which the network of an ended job is judged. */
export const judged = ({ result }) => (isTested(result) ? result.test : result);

/** The call for them: in the test, or among the rows that it learned from where there are no others. */
export function mistakesOf({ links, result }) {
  return `${links.model}/mistakes?limit=${MOST_MISTAKES}${isTested(result) ? '' : '&rows=training'}`;
}

async function look(job, what, path) {
  const answer = await trying(what, () => get(path));
  if (answer && state.job?.id === job.id) {
    set({ fit: { ...state.fit, [what]: answer } });
  }
}

/** Whether a rule is typed to its end, for so many bits. */
export function isRule(rule, bits) {
  return rule.length === bits && /^[01.]+$/.test(rule);
}

/** Asks for the truth table again, held against another rule; one that is not typed to its end waits. */
export async function holdAgainst(rule) {
  set({ rule });
  const { job, fit } = state;
  const bits = fit.table?.items[0].bits.length;
  if (job?.links?.model && (rule === '' || isRule(rule, bits))) {
    const table = await trying('table', () => get(tablePath(bits, whichOf(job))));
    if (table && state.job?.id === job.id && state.rule === rule) {
      set({ fit: { ...state.fit, table } });
    }
  }
}

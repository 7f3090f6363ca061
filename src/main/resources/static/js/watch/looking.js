// What the watched network makes of its data: asked while it trains, and once more when it has ended.

import { get } from '../api.js';
import { set, state, trying } from '../store.js';

const MOST_BITS = 8;
const SURFACE_POINTS = 40;
const MOST_MISTAKES = 24;

/** A look at the network of a job that is going on. What it cannot show is told beside the picture, once. */
export async function lookAt(job) {
  if (state.problems.network) {
    return;
  }
  await show(job, `job=${job.id}`, 24);
  await evaluate(job);
}

/** The last look: at the model that came of the job. */
export async function lookAtEnd(job) {
  if (!job.links?.model) {
    return;
  }
  const { name, version } = job.model;
  await show(job, `model=${encodeURIComponent(name)}&version=${version}`, SURFACE_POINTS);
  await findMistakes(job);
}

async function show(job, which, points) {
  const network = await trying('network', () => get(`/weights?${which}`));
  if (!network || state.job?.id !== job.id) {
    return;
  }
  set({ network });
  const inputs = network.layers[0].weights.length;
  if (inputs === 2) {
    await look(job, 'surface', `/decision-surface?${which}&points=${points}&decimals=3`);
  }
  if (isOfBits(inputs) && (!state.fit.table || showsBits(state.fit.table))) {
    const rule = isRule(state.rule, inputs) ? `&rule=${state.rule}` : '';
    await look(job, 'table', `/truth-table?${which}${rule}`);
  }
}

/** Whether a truth table says something: few inputs, of which it is not known that they are other than bits. */
function isOfBits(inputs) {
  const { source, dataset } = state.about || {};
  const planes = ['circle', 'xor-2d', 'gauss', 'spiral'];
  return inputs <= MOST_BITS && source !== 'uploaded' && !planes.includes(dataset);
}

/** Whether a network learned from bits: else none of their patterns was among its rows. */
export function showsBits(table) {
  return table.items.some(({ seenInTraining }) => seenInTraining);
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
  const figures = job.result?.test || job.result;
  if (figures && figures.accuracy !== 1) {
    await look(job, 'mistakes', mistakesOf(job));
  }
}

/** The call for them: in the test, or among the rows that it learned from where there are no others. */
export function mistakesOf({ links, result }) {
  return `${links.model}/mistakes?limit=${MOST_MISTAKES}${result?.test ? '' : '&rows=training'}`;
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
export function holdAgainst(rule) {
  set({ rule });
  const { job, fit } = state;
  const bits = fit.table?.items[0].bits.length;
  if (job?.links?.model && (rule === '' || isRule(rule, bits))) {
    const { name, version } = job.model;
    const asked = rule ? `&rule=${encodeURIComponent(rule)}` : '';
    look(job, 'table', `/truth-table?model=${encodeURIComponent(name)}&version=${version}${asked}`);
  }
}

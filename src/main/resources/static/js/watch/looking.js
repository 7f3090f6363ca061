// What the watched network makes of its data: asked while it trains, and once more when it has ended.

import { get } from '../api.js';
import { set, state, trying } from '../store.js';

const MOST_BITS = 8;
const SURFACE_POINTS = 40;

/** A look at the network of a job that is going on. What it cannot show is told beside the picture, once. */
export async function lookAt(job) {
  if (state.problems.network) {
    return;
  }
  await show(job, `job=${job.id}`, 24);
}

/** The last look: at the model that came of the job. */
export async function lookAtEnd(job) {
  if (!job.links?.model) {
    return;
  }
  const { name, version } = job.model;
  await show(job, `model=${encodeURIComponent(name)}&version=${version}`, SURFACE_POINTS);
  if (job.result?.confusion || job.result?.test?.confusion) {
    await evaluation(job);
  }
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
  if (isOfBits(inputs)) {
    const rule = state.rule.length === inputs && /^[01.]+$/.test(state.rule) ? `&rule=${state.rule}` : '';
    await look(job, 'table', `/truth-table?${which}${rule}`);
  }
}

/** Whether a truth table says something: few inputs, of which it is not known that they are other than bits. */
function isOfBits(inputs) {
  const { source, dataset } = state.about || {};
  const planes = ['circle', 'xor-2d', 'gauss', 'spiral'];
  return inputs <= MOST_BITS && source !== 'uploaded' && !planes.includes(dataset);
}

async function evaluation(job) {
  const model = job.links.model;
  await look(job, 'evaluation', `${model}/evaluation`);
  const inputs = state.network?.layers[0].weights.length;
  if (inputs === 256 || inputs === 784) {
    await look(job, 'mistakes', `${model}/mistakes`);
  }
}

async function look(job, what, path) {
  const answer = await trying(what, () => get(path));
  if (answer && state.job?.id === job.id) {
    set({ fit: { ...state.fit, [what]: answer } });
  }
}

/** Asks for the truth table again, held against another rule; one that is not typed to its end waits. */
export function holdAgainst(rule) {
  set({ rule });
  const { job, fit } = state;
  const bits = fit.table?.items[0].bits.length;
  if (job?.links?.model && (rule === '' || (rule.length === bits && /^[01.]+$/.test(rule)))) {
    const { name, version } = job.model;
    const asked = rule ? `&rule=${encodeURIComponent(rule)}` : '';
    look(job, 'table', `/truth-table?model=${encodeURIComponent(name)}&version=${version}${asked}`);
  }
}

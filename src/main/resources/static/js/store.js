// The page's one state. Whoever changes it says so with set(); whoever shows it is told at most once a frame.

import { defaults } from './config.js';

export const state = {
  tab: 'train',
  theme: 'auto',          // auto | light | dark, as it was chosen
  dark: false,            // whether dark colours are shown
  online: true,
  note: null,             // one sentence about the link that was opened
  config: { ...defaults },
  datasets: null,         // the answer of GET /datasets
  job: null,              // the job that is watched, as the service last told of it
  model: null,            // the model that came of it
  about: null,            // what is known of the watched job's data: { source, dataset, drawing, typed, data (as a request has it) }
  sent: null,             // what the form was when the last training was sent: { job, config }
  network: null,          // the watched network: { layers, iteration }
  rows: null,             // the watched job's rows, as far as they can be shown: see watch/rows.js
  fed: null,              // the row whose activations are drawn: { inputs, bits (or undefined), row (its number, or undefined) }
  fit: {},                // what it makes of its data: { table, surface, step, evaluation, mistakes }
  curve: { log: true, tick: 0 },
  compare: [],            // the jobs whose curves are laid over one another
  inside: null,           // what is looked into: { model, version, place, iteration (or null) }
  stop: 1,                // of the tour
  rule: '',               // what a truth table is held against
  problems: {},           // by the control that caused them
};

const listeners = new Set();
let frame = 0;

export function set(patch) {
  Object.assign(state, patch);
  if (!frame) {
    frame = requestAnimationFrame(() => {
      frame = 0;
      listeners.forEach((listener) => listener(state));
    });
  }
}

/** Calls listener after each change; answers the function that ends this. */
export function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shows a problem beside the control named where; null takes it away. */
export function report(where, problem) {
  if ((state.problems[where] ?? null) !== problem) {
    set({ problems: { ...state.problems, [where]: problem } });
  }
}

/** Does work, and shows what goes wrong beside the control named where. Answers undefined then. */
export async function trying(where, work) {
  try {
    const answer = await work();
    report(where, null);
    return answer;
  } catch (problem) {
    report(where, problem);
    return undefined;
  }
}

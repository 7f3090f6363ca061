// Watches one job: its points as they come (Server-Sent Events), and between them what its network makes of its data.

import { address, get, post, Problem } from '../api.js';
import { report, set, state, trying } from '../store.js';
import { aboutModel } from '../train/once-more.js';
import { lookAt, lookAtEnd } from './looking.js';
import { Run } from './run.js';

const AGAIN = 2000;
const LOOK_EVERY = 250;
const STOPPED = -1;
export const MOST_OVERLAID = 6;
const POINTS_OVERLAID = 2000;

/** The history of the watched job, or null; it changes in place, and state.curve.tick tells when. */
export let run = null;
/** The histories that are drawn with it. */
export let overlaid = [];

let source = null;
let pending = [];
let frame = 0;
let looker = 0;
let sight = null;

export const isEnded = (job) => ['succeeded', 'failed', 'cancelled'].includes(job.status);

/** Watches job id from its first point on. about is what is known of its data, or null. */
export async function watch(id, about = null, job = null) {
  leave();
  run = new Run(id, `job ${id}`);
  const fed = about && about === state.about ? state.fed : null;
  set({ job, about, network: null, rows: null, fed, fit: {}, problems: {}, rule: ruleFor(about), model: null, inside: null });
  tick();
  const found = job || await trying('watch', () => get(`/jobs/${id}`));
  if (found && run?.id === id) {
    told(found);
    connect(id);
  }
}

/** The course's rule for its rows; for typed rows, which may have been changed a little, the one that was held against the last. */
function ruleFor(about) {
  return { course: '.11.', rows: state.rule }[about?.source] || '';
}

/** Ends watching; what is drawn goes. */
export function leave() {
  source?.close();
  source = null;
  clearTimeout(looker);
  looker = 0;
  pending = [];
  run = null;
  report('watch', null);
}

function connect(id) {
  source?.close();
  source = new EventSource(address(`/jobs/${id}/events?after=${run.iteration.at(-1) ?? -1}`));
  source.addEventListener('open', () => set({ online: true }));
  source.addEventListener('status', (event) => told(JSON.parse(event.data)));
  source.addEventListener('cost', (event) => collect(JSON.parse(event.data)));
  source.addEventListener('done', (event) => done(JSON.parse(event.data)));
  source.addEventListener('error', () => lost(id));
}

/** Points are drawn once a frame, however many events bring them. */
function collect(history) {
  pending.push(history);
  if (!frame) {
    frame = requestAnimationFrame(() => {
      frame = 0;
      flush();
    });
  }
}

function flush() {
  pending.filter((history) => history.job === run?.id).forEach((history) => run.add(history));
  pending = [];
  const { job } = state;
  const last = run?.iteration.at(-1);
  if (job && last > job.progress.iteration && !isEnded(job)) {
    const { iterations } = job.progress;
    const progress = { ...job.progress, iteration: last, fraction: iterations ? last / iterations : 1 };
    set({ job: { ...job, progress, cost: run.cost.at(-1) } });
  }
  tick();
}

function tick() {
  set({ curve: { ...state.curve, tick: state.curve.tick + 1 } });
}

function told(job) {
  set({ job });
  if (!isEnded(job) && !looker) {
    looker = setTimeout(look, 0, job.id);
  }
}

async function done(job) {
  source.close();
  clearTimeout(looker);
  looker = 0;
  flush();
  set({ job });
  if (job.status === 'failed' && !job.links.model) {
    // It left no network that answers; a look that came too late has nothing to tell either.
    await sight;
    if (run?.id === job.id) {
      set({ network: null, fed: null, fit: {}, problems: {} });
    }
  }
  await loadModel(job);
  if (run?.id === job.id) {
    lookAtEnd(job);
  }
}

/** The model that came of job; it tells of the data where this page did not start the training. */
async function loadModel({ id, links }) {
  const model = links?.model && await trying('model', () => get(`${links.model}?weights=false`));
  if (model && run?.id === id) {
    set({ model });
    if (!state.about) {
      const about = aboutModel(model);
      set({ about, rule: ruleFor(about) });
    }
  }
}

/** The browser tries again by itself after a break; where the service refused, the page asks why. */
function lost(id) {
  if (source.readyState === EventSource.CLOSED) {
    setTimeout(() => run?.id === id && trying('watch', async () => {
      told(await get(`/jobs/${id}`));
      connect(id);
    }), AGAIN);
  } else {
    get(`/jobs/${id}`).then(told, (problem) => problem instanceof Problem && problem.status && report('watch', problem));
  }
}

/** Looks at the network while it trains, at most so often, and only where somebody sees it. */
async function look(id) {
  const { job, tab } = state;
  const began = performance.now();
  if (job?.id === id && tab === 'watch' && !document.hidden && job.status !== 'queued') {
    sight = lookAt(job);
    await sight;
  }
  if (looker === STOPPED) {
    return;
  }
  if (state.job?.id === id && !isEnded(state.job) && run?.id === id) {
    // Large networks are looked at less often, so that most of the time is left to training and drawing.
    looker = setTimeout(look, Math.max(LOOK_EVERY, 3 * (performance.now() - began)), id);
  } else {
    looker = 0;
  }
}

/** What is cancelled leaves no network to look at: from here on none is under way. */
async function stopLooking() {
  clearTimeout(looker);
  looker = STOPPED;
  await sight;
}

/** pause, resume or cancel. */
export async function control(action) {
  const { id } = state.job;
  if (action === 'cancel') {
    await stopLooking();
  }
  const job = await trying('watch', () => post(`/jobs/${id}/${action}`));
  looker = looker === STOPPED ? 0 : looker;
  if (state.job?.id === id && !isEnded(state.job)) {
    told(job || state.job);
  }
}

/** Cancels what is going on, and forgets it here. */
export async function reset() {
  if (state.job && !isEnded(state.job)) {
    await stopLooking();
    await trying('watch', () => post(`/jobs/${state.job.id}/cancel`));
  }
  leave();
  set({ job: null, model: null, about: null, network: null, rows: null, fed: null, fit: {} });
  draw([]);
}

/** Draws the costs of a job along with the watched one, or no longer. */
export async function overlay(job) {
  if (isOverlaid(job)) {
    draw(overlaid.filter(({ id }) => id !== job.id));
  } else if (overlaid.length < MOST_OVERLAID) {
    const history = await trying('overlay', () => get(`/jobs/${job.id}/cost?points=${POINTS_OVERLAID}`));
    if (history && !isOverlaid(job)) {
      const other = new Run(job.id, `job ${job.id}`);
      other.add(history);
      draw([...overlaid, other]);
    }
  }
}

/** Draws the costs of these jobs along with the watched one, and of no others. */
export async function layOver(ids) {
  draw(overlaid.filter(({ id }) => ids.includes(id)));
  for (const id of ids.filter((wanted) => !isOverlaid({ id: wanted }))) {
    await overlay({ id });
  }
}

export const isOverlaid = (job) => overlaid.some(({ id }) => id === job.id);

function draw(runs) {
  overlaid = runs;
  set({ compare: runs.map(({ id }) => id) });
  tick();
}

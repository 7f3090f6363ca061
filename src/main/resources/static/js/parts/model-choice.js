// Which model a view is about: the one of the watched job first, or else the one that was trained last.

import { h, Component } from '../preact.js';
import { get } from '../api.js';
import { set, state } from '../store.js';
import { run } from '../watch/watching.js';
import { ChoiceField } from './fields.js';

export async function loadModels() {
  const { items } = await get('/models?limit=200');
  return items;
}

/** The model to begin with, or undefined where there is none. */
export async function firstModel(models) {
  const job = await watchedJob();
  return models.find(({ name, version }) => name === job?.model.name && version === job.model.version) || models[0];
}

/** Known as well where the page has only just begun to watch it, as by a link. */
async function watchedJob() {
  if (state.job || !run) {
    return state.job;
  }
  try {
    return await get(`/jobs/${run.id}`);
  } catch (told) {
    // Whoever watches it says what is wrong.
    return null;
  }
}

/** A model as the choice names it, and what GET /models tells of it. */
export const keyOf = ({ name, version }) => `${name}/${version}`;

export function loadModel(key) {
  const [name, version] = key.split('/');
  return get(`/models/${encodeURIComponent(name)}/versions/${version}`);
}

/** The parameters by which a call names a model, and, where it is not null, an iteration of its training. */
export function whichModel({ name, version }, iteration = null) {
  return `model=${encodeURIComponent(name)}&version=${version}${iteration === null ? '' : `&iteration=${iteration}`}`;
}

/** Props: models (the newest first), model (the chosen one), onChange (is told its key). */
export class ModelChoice extends Component {
  render({ models, model, onChange }) {
    return h(ChoiceField, { label: 'Model', value: keyOf(model), onChange, options: choices(models, model) });
  }
}

/** A chosen version that is not the newest is listed as well. */
function choices(models, model) {
  const known = models.map((each) => [keyOf(each), `${each.name} ${each.version}`]);
  const key = keyOf(model);
  return known.some(([value]) => value === key) ? known : [[key, `${model.name} ${model.version}`], ...known];
}

/** Shown in place of a view that needs a model. */
export class NoModel extends Component {
  render({ title }) {
    return h('section', { class: 'card empty' },
      h('h2', null, title),
      h('p', null, 'Train one first; the course’s example takes a second.'),
      h('button', { type: 'button', onClick: () => set({ tab: 'train' }) }, 'Train one'));
  }
}

// Which model a view is about: the one of the watched job first, or else the one that was trained last.

import { h, Component } from '../preact.js';
import { get } from '../api.js';
import { set, state } from '../store.js';
import { run } from '../watch/watching.js';
import { ChoiceField } from './fields.js';
import { percent } from './numbers.js';

const PAGE = '/models?limit=50';

/** { models, older, first }: the newest models, the call for more of them or null, and the model to begin with. */
export async function loadModels() {
  const job = await watchedJob();
  const isWatched = ({ name, version }) => name === job.model.name && version === job.model.version;
  let { items, next } = await get(PAGE);
  while (next && job?.links.model && !items.some(isWatched)) {
    const page = await get(next);
    items = [...items, ...page.items];
    next = page.next;
  }
  return { models: items, older: next, first: (job?.links.model && items.find(isWatched)) || items.find(({ failed }) => !failed) || items[0] };
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

/** All but its weights, which may be millions; GET /weights has them where they are drawn. */
export function loadModel({ name, version }) {
  return get(`/models/${encodeURIComponent(name)}/versions/${version}?weights=false`);
}

/** The parameters by which a call names a model, and, where it is not null, an iteration of its training. */
export function whichModel({ name, version }, iteration = null) {
  return `model=${encodeURIComponent(name)}&version=${version}${iteration === null ? '' : `&iteration=${iteration}`}`;
}

/** Which model it is, and which version of it. Props: models (newest first), model, onChoose, onOlder (or null). */
export class ModelChoice extends Component {
  render({ models, model, onChoose, onOlder }) {
    const names = [...new Set(models.map(({ name }) => name))];
    const versions = models.filter(({ name }) => name === model.name);
    return h('div', { class: 'model-choice' },
      h(ChoiceField, {
        label: 'Model', value: model.name, options: names.map((name) => [name, name]),
        onChange: (chosen) => onChoose(models.find(({ name, failed }) => name === chosen && !failed) || models.find(({ name }) => name === chosen)),
      }),
      h(ChoiceField, {
        label: 'Version', value: String(model.version), options: versions.map((version) => [String(version.version), told(version)]),
        onChange: (chosen) => onChoose(versions.find(({ version }) => String(version) === chosen)),
      }),
      onOlder && h('button', { type: 'button', class: 'small secondary outline', onClick: onOlder }, 'List older models'));
  }
}

function told({ version, shape, failed, figures: { accuracy, test } }) {
  const tested = test?.cost !== undefined;
  const right = tested ? test.accuracy : accuracy;
  const share = right === undefined ? '' : `, ${percent(right)} right${tested ? ' in the test' : ''}`;
  return `${version}: ${shape}${share}${failed ? ', not as expected' : ''}`;
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

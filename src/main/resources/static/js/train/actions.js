// What the form does.

import { get, post, put } from '../api.js';
import { defaults, onBuiltIn } from '../config.js';
import { report, set, state, trying } from '../store.js';
import { watch } from '../watch/watching.js';
import { request } from './request.js';

const XOR = '00 0\n01 1\n10 1\n11 0';

/** Changes fields of the form; null brings all back to the defaults. */
export function change(patch) {
  set({ config: patch ? { ...state.config, ...patch } : { ...defaults } });
  report('train', null);
}

/** Chooses where the data come from, with settings that suit them. */
export function chooseSource(source) {
  const config = { ...state.config, source };
  if (source === 'builtin') {
    set({ config: onBuiltIn(config, config.dataset) });
  } else if (source === 'course') {
    set({ config: { ...onBuiltIn(config, 'course'), dataset: config.dataset } });
  } else if (source === 'uploaded') {
    set({ config: { ...config, uploaded: config.uploaded || newestUpload(), ...(asNew(config) ? { preset: 'classifier' } : {}) } });
  } else {
    set({ config: { ...config, rows: config.rows || XOR, ...(asNew(config) ? { bias: 'yes' } : {}) } });
  }
  report('train', null);
}

/** Whether nobody has said anything about the network yet. */
function asNew({ preset, hidden, bias }) {
  return preset === 'course' && hidden === null && bias === '';
}

function newestUpload() {
  return state.datasets?.find(({ source }) => source !== 'built_in')?.name || '';
}

export function chooseBuiltIn(dataset) {
  set({ config: onBuiltIn({ ...state.config, noise: '', samples: '', dataSeed: '' }, dataset) });
  report('train', null);
}

/** Starts the training that the form describes, and shows it. */
export const train = () => start('train', state.config);

/** Trains with the settings that would mend the watched run, and has the form show them. */
export const trainChanged = (config) => start('watch', config);

/** A problem is told beside the control named where. */
async function start(where, config) {
  await trying(where, async () => {
    const body = request(config) || {};
    const job = await post('/train', body);
    watch(job.id, aboutData(config, body), job);
    set({ config, sent: { job: job.id, config }, tab: 'watch' });
  });
}

/** What is known of the data that config trains on, as body asks for it. */
function aboutData({ source, dataset, uploaded }, { dataset: drawing, inputs, answers, testInputs, testAnswers }) {
  return {
    source, dataset: { builtin: dataset, uploaded, course: 'course' }[source] || null,
    drawing: source === 'course' ? 'course' : drawing, typed: inputs && { inputs, answers }, asked: testAnswers ? undefined : testInputs,
    data: drawing ? { dataset: drawing } : inputs ? { inputs, answers, testInputs, testAnswers } : {},
  };
}

/** Corrects the weights of the watched model once more, as body says. */
export async function oneIteration(body) {
  const { about } = state;
  await trying('watch', async () => {
    const job = await post('/train?wait=10', body);
    watch(job.id, about, job);
  });
}

export async function loadDatasets() {
  const found = [];
  await trying('datasets', async () => {
    for (let next = '/datasets?limit=200'; next;) {
      const page = await get(next);
      found.push(...page.items);
      next = page.next;
    }
    set({ datasets: found });
  });
}

/** Uploads a file as a data set and chooses it. Answers whether that went well. */
export async function upload({ file, name, answers, test }) {
  const stored = await trying('upload', () => put(uploadPath({ name, answers, test }), file, file.name, typeOf(file)));
  if (stored) {
    await loadDatasets();
    set({ config: { ...state.config, source: 'uploaded', uploaded: name, ...presetFor(stored) } });
    report('train', null);
  }
  return stored;
}

function presetFor(stored) {
  return { preset: stored.classes ? 'classifier' : 'regressor' };
}

export function uploadPath({ name, answers, test }) {
  const parameters = new URLSearchParams();
  if (answers.trim()) {
    parameters.set('answers', answers.trim());
  }
  if (test !== '') {
    parameters.set('test', test);
  }
  return `/datasets/${encodeURIComponent(name)}?${parameters}`;
}

export function typeOf(file) {
  if (/\.gz$/i.test(file.name)) {
    return 'application/gzip';
  }
  return /\.json$/i.test(file.name) ? 'application/json' : 'text/csv';
}

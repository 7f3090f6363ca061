// Asks a model: bits, numbers or a drawn digit in, its outputs and its answer out.

import { h, Component } from '../preact.js';
import { get, post } from '../api.js';
import { CurlLine } from '../parts/curl-line.js';
import { ChoiceField } from '../parts/fields.js';
import { ProblemBox } from '../parts/problem-box.js';
import { loadDatasets } from '../train/actions.js';
import { set, state, trying } from '../store.js';
import { Answer } from '../widgets/answer.js';
import { BitToggles } from '../widgets/bit-toggles.js';
import { DigitPad } from '../widgets/digit-pad.js';
import { ValueInputs } from '../widgets/value-inputs.js';

const MOST_BITS = 16;
const MOST_VALUES = 64;
const SIDES = { 256: 16, 784: 28 };

export class Ask extends Component {
  state = { models: null, model: null, asked: null, answer: null };

  async componentDidMount() {
    await trying('ask', async () => {
      const { items } = await get('/models?limit=200');
      this.setState({ models: items });
      const { job } = this.props.state;
      const watched = job?.links.model && items.find(({ name }) => name === job.model.name) && job.model;
      const first = watched || items[0];
      if (first) {
        await this.choose(`${first.name}/${first.version}`);
      }
    });
  }

  choose = (key) => trying('ask', async () => {
    const [name, version] = key.split('/');
    const model = await get(`/models/${encodeURIComponent(name)}/versions/${version}`);
    const columns = await columnsOf(model);
    const kind = kindOf(model, columns);
    this.setState({ model, columns, kind, answer: null });
    this.ask(firstQuestion(kind, model, columns));
  });

  /** The newest question is the one that is answered. */
  ask = async (asked) => {
    this.setState({ asked });
    const { model, kind } = this.state;
    const answer = await trying('ask', () => send(call(model, kind, asked)));
    if (this.state.asked === asked) {
      this.setState({ answer: answer?.items ? answer.items[0] : answer });
    }
  };

  render({ state: { problems } }, { models, model, kind, asked, answer }) {
    if (models && !models.length) {
      return h('section', { class: 'card empty' },
        h('h2', null, 'There is no model to ask yet'),
        h('p', null, 'Train one first; the course’s example takes a second.'),
        h('button', { type: 'button', onClick: () => set({ tab: 'train' }) }, 'Train one'));
    }
    return h('div', { class: 'grid-cards' },
      h('section', { class: 'card', 'aria-labelledby': 'question-title' },
        h('h2', { id: 'question-title' }, 'Ask'),
        models && model && h(ChoiceField, {
          label: 'Model', value: `${model.name}/${model.version}`, onChange: this.choose, options: choices(models, model),
        }),
        model && asked !== null && this.question(kind, asked),
        h(ProblemBox, { problem: problems.ask })),
      h('section', { class: 'card', 'aria-labelledby': 'answer-title', 'aria-live': 'polite' },
        h('h2', { id: 'answer-title' }, 'Answer'),
        answer && h(Answer, { outputs: answer.outputs, labels: model.classes || null, answer: answer.answer }),
        answer?.seenInTraining !== undefined && h('p', { class: 'facts' }, answer.seenInTraining
          ? 'It has seen this row in training.' : 'It has not seen this row in training.'),
        model && asked !== null && h(CurlLine, { call: call(model, kind, asked) })));
  }

  question(kind, asked) {
    if (kind.as === 'bits') {
      return h(BitToggles, { bits: asked, onChange: this.ask });
    }
    return kind.as === 'pixels'
      ? h(DigitPad, { size: kind.side, pixels: asked, onChange: this.ask })
      : h(ValueInputs, { names: kind.names, values: asked, onChange: this.ask });
  }
}

function choices(models, model) {
  const known = models.map(({ name, version }) => [`${name}/${version}`, `${name} ${version}`]);
  const key = `${model.name}/${model.version}`;
  return known.some(([value]) => value === key) ? known : [[key, `${model.name} ${model.version}`], ...known];
}

/** The input columns of the data set that bears the model's name, or null. */
async function columnsOf({ name, inputScaling }) {
  if (!state.datasets) {
    await loadDatasets();
  }
  if (!inputScaling || !state.datasets?.some((dataset) => dataset.name === name)) {
    return null;
  }
  const { columns } = await get(`/datasets/${encodeURIComponent(name)}`);
  return columns?.filter(({ role }) => role === 'input') || null;
}

function kindOf({ inputs, inputScaling }, columns) {
  if (SIDES[inputs]) {
    return { as: 'pixels', side: SIDES[inputs] };
  }
  if (!inputScaling && inputs <= MOST_BITS) {
    return { as: 'bits' };
  }
  const names = columns?.map(({ name }) => name)
    || Array.from({ length: Math.min(inputs, MOST_VALUES) }, (nothing, index) => `input ${index + 1}`);
  return { as: 'values', names, rows: Boolean(columns) };
}

function firstQuestion(kind, { inputs, inputScaling }, columns) {
  if (kind.as === 'bits') {
    return inputs === 4 ? '0110' : '0'.repeat(inputs);
  }
  if (kind.as === 'pixels') {
    return new Array(inputs).fill(0);
  }
  return kind.names.map((name, index) => {
    const column = columns?.[index];
    if (column?.kind === 'category') {
      return Object.keys(column.rows || {})[0] || '';
    }
    return Number((column?.mean ?? inputScaling?.mean[index] ?? 0).toPrecision(3));
  });
}

function call({ name, version }, kind, asked) {
  const which = `model=${encodeURIComponent(name)}&version=${version}`;
  if (kind.as === 'bits') {
    return { method: 'GET', path: `/predict?bits=${asked}&${which}` };
  }
  return kind.as === 'values' && !kind.rows
    ? { method: 'GET', path: `/predict?inputs=${asked.join(',')}&${which}` }
    : { method: 'POST', path: `/predict?${which}`, body: { inputs: [asked] } };
}

function send({ method, path, body }) {
  return method === 'GET' ? get(path) : post(path, body);
}

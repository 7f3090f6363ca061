// Asks a model: bits, numbers or a drawn digit in, its outputs and its answer out.

import { h, Component } from '../preact.js';
import { get, post } from '../api.js';
import { CurlLine } from '../parts/curl-line.js';
import { firstModel, keyOf, loadModel, loadModels, ModelChoice, NoModel, whichModel } from '../parts/model-choice.js';
import { ProblemBox } from '../parts/problem-box.js';
import { loadDatasets } from '../train/actions.js';
import { state, trying } from '../store.js';
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
      const models = await loadModels();
      this.setState({ models });
      const first = firstModel(models, this.props.state.job);
      if (first) {
        await this.choose(keyOf(first));
      }
    });
  }

  choose = (key) => trying('ask', async () => {
    const model = await loadModel(key);
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
      return h(NoModel, { title: 'There is no model to ask yet' });
    }
    return h('div', { class: 'grid-cards' },
      h('section', { class: 'card', 'aria-labelledby': 'question-title' },
        h('h2', { id: 'question-title' }, 'Ask'),
        models && model && h(ModelChoice, { models, model, onChange: this.choose }),
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

function call(model, kind, asked) {
  const which = whichModel(model);
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

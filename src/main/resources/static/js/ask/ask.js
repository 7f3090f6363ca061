// Asks a model: bits, numbers or a drawn digit in, its outputs and its answer out.

import { h, Component } from '../preact.js';
import { get, post } from '../api.js';
import { CurlLine } from '../parts/curl-line.js';
import { loadModel, loadModels, ModelChoice, NoModel } from '../parts/model-choice.js';
import { ProblemBox } from '../parts/problem-box.js';
import { loadDatasets } from '../train/actions.js';
import { trying } from '../store.js';
import { Answer } from '../widgets/answer.js';
import { BitToggles } from '../widgets/bit-toggles.js';
import { DigitPad } from '../widgets/digit-pad.js';
import { ValueInputs } from '../widgets/value-inputs.js';
import { callOf, datasetOf, firstQuestion, isWhole, kindOf, outputNames } from './question.js';

const SHARES = ['sigmoid', 'softmax'];

export class Ask extends Component {
  state = { models: null, older: null, model: null, dataset: null, kind: null, asked: null, answer: null };
  wanted = null;
  asking = false;

  componentDidMount() {
    this.begin();
  }

  componentWillUnmount() {
    this.gone = true;
  }

  /** Goes on by itself when the service is back. */
  componentDidUpdate() {
    const { online } = this.props.state;
    if (online && this.online === false) {
      if (this.state.model) {
        this.ask(this.state.asked);
      } else {
        this.begin();
      }
    }
    this.online = online;
  }

  begin = () => trying('ask', async () => {
    await loadDatasets();
    const { models, older, first } = await loadModels();
    this.setState({ models, older });
    if (first) {
      await this.choose(first);
    }
  });

  listOlder = () => trying('ask', async () => {
    const { items, next } = await get(this.state.older);
    this.setState(({ models }) => ({ models: [...models, ...items], older: next }));
  });

  choose = (chosen) => trying('ask', async () => {
    this.chosen = chosen;
    const model = await loadModel(chosen);
    const dataset = await datasetOf(model);
    if (this.chosen === chosen && !this.gone) {
      const kind = kindOf(model, dataset);
      this.setState({ model, dataset, kind, answer: null });
      this.ask(firstQuestion(kind, model), { model, kind });
    }
  });

  /** Bits as numbers, or numbers as bits again. */
  askAs = (as) => {
    const { kind, model } = this.state;
    const other = { ...kind, as };
    this.setState({ kind: other, answer: null });
    this.ask(firstQuestion(other, model), { model, kind: other });
  };

  /** The newest question is the one that is answered; no two are under way. */
  ask = async (asked, { model, kind } = this.state) => {
    this.setState({ asked });
    this.wanted = isWhole(kind, asked) ? { model, kind, asked } : null;
    if (asked === null) {
      this.setState({ answer: null });
    }
    if (this.asking) {
      return;
    }
    this.asking = true;
    while (this.wanted && !this.gone) {
      const question = this.wanted;
      this.wanted = null;
      await this.answer(question);
    }
    this.asking = false;
  };

  async answer({ model, kind, asked }) {
    const answer = await trying('ask', () => send(callOf(model, kind, asked)));
    if (answer && this.state.model === model && this.state.kind === kind && this.state.asked !== null) {
      this.setState({ answer: answer.items ? answer.items[0] : answer });
    }
  }

  render({ state: { problems } }, { models, older, model, kind, asked }) {
    if (models && !models.length) {
      return h(NoModel, { title: 'There is no model to ask yet' });
    }
    return h('div', { class: 'asking' },
      h('section', { class: 'card question', 'aria-labelledby': 'question-title' },
        h('h2', { id: 'question-title' }, 'Ask'),
        model && h(ModelChoice, { models, model, onChoose: this.choose, onOlder: older && this.listOlder }),
        model && this.question(model, kind, asked),
        h(ProblemBox, { problem: problems.ask })),
      model && this.answerCard());
  }

  question(model, kind, asked) {
    const key = `${model.name} ${model.version} ${kind.as}`;
    if (kind.as === 'pixels') {
      return h(DigitPad, { key, size: kind.side, tone: kind.tone, onChange: this.ask });
    }
    const bits = kind.as === 'bits';
    return [
      bits
        ? h(BitToggles, { key, bits: asked, names: kind.named ? kind.columns.map(({ name }) => name) : null, onChange: this.ask })
        : h(ValueInputs, { key, columns: kind.columns, values: asked, onChange: this.ask }),
      kind.mayBeBits && !kind.sure && h('button', {
        key: 'as', type: 'button', class: 'small secondary outline', onClick: () => this.askAs(bits ? 'values' : 'bits'),
      }, bits ? 'Type numbers instead' : 'Toggle bits instead'),
    ];
  }

  answerCard() {
    const { model, dataset, kind, asked, answer } = this.state;
    const whole = isWhole(kind, asked);
    return h('section', { class: 'card', 'aria-labelledby': 'answer-title' },
      h('h2', { id: 'answer-title' }, 'Answer'),
      answer && h(Answer, {
        outputs: answer.outputs, names: outputNames(model, dataset), answer: answer.answer,
        shares: model.meaning !== 'numbers' && SHARES.includes(model.layers.at(-1).activation),
      }),
      !whole && h('p', { class: 'facts' }, asked === null ? 'Draw a digit, and the answer comes as you draw.' : 'Fill in every value with a number.'),
      answer && whole && kind.as !== 'pixels' && h('p', { class: 'facts' }, answer.seenInTraining
        ? 'It has seen this row in training.' : 'It has not seen this row in training.'),
      whole && h(CurlLine, { call: callOf(model, kind, asked) }));
  }
}

function send({ method, path, body }) {
  return method === 'GET' ? get(path) : post(path, body);
}

// Looks inside a model: its weights and what each does, and an iteration of its training worked through.

import { h, Component, Fragment } from '../preact.js';
import { get } from '../api.js';
import { datasetOf, kindOf } from '../ask/question.js';
import { loadModel, loadModels, ModelChoice, NoModel, whichModel } from '../parts/model-choice.js';
import { ProblemBox } from '../parts/problem-box.js';
import { set, state, trying } from '../store.js';
import { loadDatasets } from '../train/actions.js';
import { AnswersCard, canShowAnswers } from './answers-card.js';
import { GradientCard } from './gradient-card.js';
import { ImagesCard } from './images-card.js';
import { IterationCard } from './iteration-card.js';
import { MomentField } from './moment-field.js';
import { NetworkCard } from './network-card.js';
import { nearest } from './place.js';
import { exampleRow } from './rows.js';
import { SensitivityCard } from './sensitivity-card.js';
import { SliceCard } from './slice-card.js';
import { SurfaceCard } from './surface-card.js';

const PICTURES = [256, 784];
const JOBS = 200;

export class LookInside extends Component {
  state = { models: null, older: null, model: null, turn: 0, last: null, row: null, iteration: null, edit: null, place: { layer: 0, from: 0, to: 0 } };

  componentDidMount() {
    this.begin();
  }

  /** Asks everything again when the service is back. */
  componentDidUpdate() {
    const { online } = this.props.state;
    if (online && this.online === false) {
      if (this.state.model) {
        this.setState(({ turn }) => ({ turn: turn + 1 }));
      } else {
        this.begin();
      }
    }
    this.online = online;
    this.keep();
  }

  /** What is chosen is part of the link; another link chooses anew. */
  keep() {
    const { model, place, iteration } = this.state;
    const { inside } = state;
    if (inside && inside !== this.kept) {
      this.begin();
    } else if (model && !this.state.reading) {
      const chosen = { model: model.name, version: model.version, place, iteration };
      if (JSON.stringify(chosen) !== JSON.stringify(inside)) {
        this.kept = chosen;
        set({ inside: chosen });
      }
    }
  }

  begin = () => trying('inside', async () => {
    const { inside } = state;
    this.kept = inside;
    await loadDatasets();
    const { models, older, first } = await loadModels();
    const linked = inside && await linkedModel(inside, models);
    const isListed = models.some((model) => isSame(model, linked));
    this.setState({ models: linked && !isListed ? [...models, linked] : models, older });
    if (inside && !linked) {
      set({ note: `Version ${inside.version} of the model ${inside.model} is no more, so you see another one.` });
    }
    if (linked || first) {
      await this.choose(linked || first, linked ? inside : {});
    }
  });

  listOlder = () => trying('inside', async () => {
    const { items, next } = await get(this.state.older);
    this.setState(({ models }) => ({ models: [...models, ...items], older: next }));
  });

  choose = async (chosen, asked = {}) => {
    this.chosen = chosen;
    this.setState({ reading: true });
    await trying('inside', () => this.read(chosen, asked));
    if (this.chosen === chosen) {
      this.setState({ reading: false });
    }
  };

  async read(chosen, { place, iteration = null }) {
    const model = await loadModel(chosen);
    const [row, last, dataset] = await Promise.all([exampleRow(model, whichModel(model)), lastIteration(model), datasetOf(model)]);
    if (this.chosen === chosen) {
      this.setState({
        model, row, last, tone: kindOf(model, dataset).tone, all: canShowAnswers(model, row), edit: null,
        iteration: iteration !== null && last !== null && iteration <= last ? iteration : null, place: nearest(place || this.state.place, model),
      });
    }
  }

  /** Another weight, which is not yet edited. */
  turnTo = (place) => this.setState({ place, edit: null });

  render({ state: { problems } }, { models, older, model, last, iteration, reading }) {
    if (models && !models.length) {
      return h(NoModel, { title: 'There is no model to look into yet' });
    }
    return h('div', { class: 'inside-grid' },
      h('section', { class: 'card choice', 'aria-busy': String(Boolean(reading)), 'aria-labelledby': 'inside-title' },
        h('h2', { id: 'inside-title' }, 'Look inside'),
        h('div', { class: 'choice-fields' },
          model && h(ModelChoice, { models, model, onChoose: this.choose, onOlder: older && this.listOlder }),
          model && last !== null && h(MomentField, { iteration, last, onChange: (chosen) => this.setState({ iteration: chosen }) })),
        h('p', { class: 'facts', role: 'status' }, reading ? 'Reading the model …' : model && about(model)),
        h(ProblemBox, { problem: problems.inside })),
      model && this.cards());
  }

  cards() {
    const { model, turn, row, tone, all, iteration, place, edit } = this.state;
    const { problems, dark } = this.props.state;
    const which = whichModel(model, iteration);
    const shared = { which, model, inputNames: inputNames(model), outputNames: outputNames(model), dark };
    const card = (Card, where, props) => h(Card, { ...shared, ...props, problem: problems[where] });
    // With another model every card begins anew: what they show is never an earlier one's.
    return h(Fragment, { key: `${model.name} ${model.version} ${turn}` },
      card(NetworkCard, 'inside-network', { place, edit, onPlace: this.turnTo }),
      card(SliceCard, 'inside-slice', { place, edit, onEdit: (value) => this.setState({ edit: value }) }),
      card(IterationCard, 'inside-step', { row, tone, onRow: (changed) => this.setState({ row: changed }) }),
      PICTURES.includes(model.inputs) && card(ImagesCard, 'inside-images', { place, onPlace: this.turnTo }),
      h('div', { class: 'stack' },
        card(SurfaceCard, 'inside-surface', { place }),
        card(GradientCard, 'inside-gradient', {})),
      h('div', { class: 'stack' },
        all && card(AnswersCard, 'inside-answers', {}),
        card(SensitivityCard, 'inside-sensitivity', { row })));
  }
}

function isSame(model, other) {
  return model.name === other?.name && model.version === other?.version;
}

/** The model of a link as a list has it, from beyond the list if need be; undefined where it is no more. */
async function linkedModel({ model, version }, models) {
  const linked = { name: model, version };
  const find = (items) => items.find((item) => isSame(item, linked));
  return find(models) || find((await get(`/models?name=${encodeURIComponent(model)}&limit=200`)).items);
}

function inputNames({ inputs, columns }) {
  return columns?.length === inputs ? columns.map(({ name }) => name) : Array.from({ length: inputs }, (nothing, index) => `input ${index}`);
}

function outputNames({ classes, layers }) {
  return classes || Array.from({ length: layers.at(-1).neurons }, (nothing, index) => `output ${index}`);
}

function about({ layers, inputs, training }) {
  const shape = [inputs, ...layers.map(({ neurons }) => neurons)].join(' – ');
  return `${shape} neurons; trained by ${training.optimizer.name} on ${training.loss.replaceAll('_', ' ')} with a learning rate of ${training.learningRate}. Everything is counted from 0.`;
}

/** How many corrections the training of a model made, or null where its job is no longer known. */
async function lastIteration({ name, version }) {
  const { items } = await get(`/jobs?limit=${JOBS}`);
  const job = items.find(({ model }) => model.name === name && model.version === version);
  return job?.progress.iteration ?? null;
}

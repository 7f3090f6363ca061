// Looks inside a model: its weights and what each does, and an iteration of its training worked through.

import { h, Component, Fragment } from '../preact.js';
import { get } from '../api.js';
import { firstModel, keyOf, loadModel, loadModels, ModelChoice, NoModel, whichModel } from '../parts/model-choice.js';
import { ProblemBox } from '../parts/problem-box.js';
import { trying } from '../store.js';
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
  state = { models: null, model: null, last: null, row: null, iteration: null, edit: null, place: { layer: 0, from: 0, to: 0 } };

  async componentDidMount() {
    await trying('inside', async () => {
      const models = await loadModels();
      this.setState({ models });
      const first = await firstModel(models);
      if (first) {
        await this.choose(keyOf(first));
      }
    });
  }

  choose = async (key) => {
    this.chosen = key;
    this.setState({ reading: true });
    await trying('inside', () => this.read(key));
    if (this.chosen === key) {
      this.setState({ reading: false });
    }
  };

  async read(key) {
    const model = await loadModel(key);
    const [row, last] = await Promise.all([exampleRow(model, whichModel(model)), lastIteration(model)]);
    if (this.chosen === key) {
      this.setState({ model, row, last, all: canShowAnswers(model, row), iteration: null, edit: null, place: nearest(this.state.place, model) });
    }
  }

  /** Another weight, which is not yet edited. */
  turnTo = (place) => this.setState({ place, edit: null });

  render({ state: { problems } }, { models, model, last, iteration, reading }) {
    if (models && !models.length) {
      return h(NoModel, { title: 'There is no model to look into yet' });
    }
    return h('div', { class: 'inside-grid' },
      h('section', { class: 'card choice', 'aria-busy': String(Boolean(reading)), 'aria-labelledby': 'inside-title' },
        h('h2', { id: 'inside-title' }, 'Look inside'),
        h('div', { class: 'choice-fields' },
          model && h(ModelChoice, { models, model, onChange: this.choose }),
          model && last !== null && h(MomentField, { iteration, last, onChange: (chosen) => this.setState({ iteration: chosen }) })),
        h('p', { class: 'facts', role: 'status' }, reading ? 'Reading the model …' : model && about(model)),
        h(ProblemBox, { problem: problems.inside })),
      model && this.cards());
  }

  cards() {
    const { model, row, all, iteration, place, edit } = this.state;
    const { problems, dark } = this.props.state;
    const which = whichModel(model, iteration);
    const inputNames = Array.from({ length: model.inputs }, (nothing, index) => `input ${index}`);
    const outputNames = model.classes || Array.from({ length: model.layers.at(-1).neurons }, (nothing, index) => `output ${index}`);
    const shared = { which, model, inputNames, outputNames, dark };
    const card = (Card, where, props) => h(Card, { ...shared, ...props, problem: problems[where] });
    // With another model every card begins anew: what they show is never an earlier one's.
    return h(Fragment, { key: keyOf(model) },
      card(NetworkCard, 'inside-network', { place, edit, onPlace: this.turnTo }),
      card(SliceCard, 'inside-slice', { place, edit, onEdit: (value) => this.setState({ edit: value }) }),
      card(IterationCard, 'inside-step', { row, onRow: (changed) => this.setState({ row: changed }) }),
      PICTURES.includes(model.inputs) && card(ImagesCard, 'inside-images', { place, onPlace: this.turnTo }),
      h('div', { class: 'stack' },
        card(SurfaceCard, 'inside-surface', { place }),
        card(GradientCard, 'inside-gradient', {})),
      h('div', { class: 'stack' },
        all && card(AnswersCard, 'inside-answers', {}),
        card(SensitivityCard, 'inside-sensitivity', { row })));
  }
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

import { h, Component } from '../preact.js';
import { losses, optimizers, presets, presetValues } from '../vocabulary.js';
import { ChoiceField, NumberField } from '../parts/fields.js';
import { change } from './actions.js';
import { isFaulty } from './faults.js';

/** How the network is trained. Empty fields have the preset's values, which they show. */
export class TrainingCard extends Component {
  render({ config }) {
    const preset = presetValues[config.preset];
    return h('section', { class: 'card', 'aria-labelledby': 'training-title' },
      h('h2', { id: 'training-title' }, h('span', { class: 'step', 'aria-hidden': 'true' }, '3'), 'Training'),
      h(ChoiceField, {
        label: 'Preset: where empty fields get their values', value: config.preset, options: presets.map(({ name }) => name), hint: preset.words,
        onChange: (value) => change({ preset: value }),
      }),
      h('div', { class: 'pairs' },
        this.number('Learning rate', 'learningRate', preset.learningRate, 0),
        this.choice('Optimiser', 'optimizer', preset.optimizer, optimizers),
        h('div', { class: 'both' }, this.choice('Loss', 'loss', preset.loss, losses)),
        this.number('Batch size', 'batchSize', preset.batchSize, 1, 1),
        h(ChoiceField, {
          label: 'Counted in', value: config.measure, options: ['iterations', 'epochs'], onChange: (measure) => change({ measure }),
        }),
        this.number(config.measure === 'epochs' ? 'Epochs' : 'Iterations', 'length', preset[config.measure], 0, 1, config.measure),
        this.number('Seed', 'seed', preset.seed, 0, 1),
        this.choice('Standardise inputs', 'standardizeInputs', preset.standardizeInputs, ['yes', 'no']),
        this.choice('Standardise answers', 'standardizeAnswers', preset.standardizeAnswers, ['yes', 'no']),
        this.number('Longest gradient', 'maxNorm', 'any', 0, undefined, 'gradientClipping')));
  }

  number(label, field, placeholder, least, step, named = field) {
    return h(NumberField, {
      label, placeholder, least, step, invalid: isFaulty(this.props.faults, `/training/${named}`), value: this.props.config[field], onChange: (value) => change({ [field]: value }),
    });
  }

  choice(label, field, byPreset, options) {
    return h(ChoiceField, {
      label, invalid: isFaulty(this.props.faults, `/training/${field}`), value: this.props.config[field], options: [['', `preset: ${byPreset.replaceAll('_', ' ')}`], ...options],
      onChange: (value) => change({ [field]: value }),
    });
  }
}

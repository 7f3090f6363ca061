import { h, Component } from '../preact.js';
import { activations, bounds, hiddenActivations, presetValues } from '../vocabulary.js';
import { ChoiceField } from '../parts/fields.js';
import { change } from './actions.js';
import { isFaulty } from './faults.js';

/** How the network is built: its hidden layers, what its neurons do. */
export class NetworkCard extends Component {
  layers = () => this.props.config.hidden || presetValues[this.props.config.preset].hidden;

  resize(index, neurons) {
    const fitting = Math.min(bounds.neurons, Math.max(1, Math.round(neurons) || 1));
    change({ hidden: this.layers().map((size, at) => (at === index ? fitting : size)) });
  }

  add = () => change({ hidden: [...this.layers(), this.layers().at(-1) ?? 4] });

  remove(index) {
    this.removing = true;
    change({ hidden: this.layers().filter((size, at) => at !== index) });
  }

  /** The button that was pressed may have gone with its layer. */
  componentDidUpdate() {
    if (this.removing && document.activeElement === document.body) {
      (this.base.querySelector('li:nth-last-child(2) .remove') || this.base.querySelector('.add')).focus();
    }
    this.removing = false;
  }

  render({ config, faults }) {
    const preset = presetValues[config.preset];
    const layers = this.layers();
    return h('section', { class: 'card', 'aria-labelledby': 'network-title' },
      h('h2', { id: 'network-title' }, h('span', { class: 'step', 'aria-hidden': 'true' }, '2'), 'Network'),
      h('ol', { class: 'layers', 'aria-label': 'Layers' },
        h('li', { class: 'end' }, 'Inputs'),
        layers.map((size, index) => this.layer(size, index)),
        h('li', { class: 'end' }, 'Outputs')),
      h('button', { type: 'button', class: 'secondary outline small add', disabled: layers.length >= bounds.hiddenLayers, onClick: this.add },
        '+ Add a hidden layer'),
      h('div', { class: 'pairs' },
        h(ChoiceField, {
          label: 'Hidden activation', value: config.activation, options: [['', `preset: ${preset.activation}`], ...hiddenActivations],
          invalid: isFaulty(faults, '/network/activation'), onChange: (activation) => change({ activation }),
        }),
        h(ChoiceField, {
          label: 'Output activation', value: config.outputActivation,
          options: [['', `preset: ${preset.outputActivation}`], ...activations],
          invalid: isFaulty(faults, '/network/outputActivation'), onChange: (outputActivation) => change({ outputActivation }),
        }),
        h(ChoiceField, {
          label: 'Biases', value: config.bias, options: [['', `preset: ${preset.bias}`], ['yes', 'yes'], ['no', 'no']],
          onChange: (bias) => change({ bias }),
        })));
  }

  layer(size, index) {
    const name = `hidden layer ${index + 1}`;
    return h('li', { key: index },
      h('span', { class: 'layer-name' }, `Hidden ${index + 1}`),
      h('span', { class: 'stepper', role: 'group', 'aria-label': `Neurons in ${name}` },
        h('button', {
          type: 'button', 'aria-label': `Fewer neurons in ${name}`, disabled: size <= 1, onClick: () => this.resize(index, size - 1),
        }, '−'),
        h('input', {
          type: 'number', min: 1, max: bounds.neurons, value: size, 'aria-label': `Neurons in ${name}`,
          onChange: (event) => this.resize(index, Number(event.target.value)),
        }),
        h('button', { type: 'button', 'aria-label': `More neurons in ${name}`, onClick: () => this.resize(index, size + 1) }, '+')),
      h('button', { type: 'button', class: 'remove', 'aria-label': `Remove ${name}`, onClick: () => this.remove(index) }, '×'));
  }
}

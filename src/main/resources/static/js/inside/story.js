// An iteration, told part by part.

import { h, Component } from '../preact.js';
import { numeral } from '../parts/numbers.js';
import { NetworkDrawing } from '../widgets/network-drawing.js';
import { exampleWeight, goesBack, stations, tableOf } from './story-parts.js';

const MOST_DRAWN = 400;
const DIGITS = 5;

/** Props: step (the answer of GET /step), inputNames, outputNames. */
export class Story extends Component {
  state = { index: 0 };

  go = (index) => this.setState({ index: Math.min(Math.max(index, 0), this.props.step.steps.length - 1) });

  move = (event) => {
    const to = { ArrowRight: this.index + 1, ArrowLeft: this.index - 1, Home: 0, End: Infinity }[event.key];
    // Within the drawing and the table, arrow keys are theirs.
    if (to !== undefined && !event.target.closest('.told-of')) {
      event.preventDefault();
      this.go(to);
    }
  };

  render({ step }, { index }) {
    this.index = Math.min(index, step.steps.length - 1);
    const part = step.steps[this.index];
    return h('div', { class: 'story', role: 'region', 'aria-label': 'The iteration, part by part; arrow keys turn the page', tabIndex: 0, onKeyDown: this.move },
      this.buttons(step.steps.length),
      route(step, part),
      h('div', { class: 'told', 'aria-live': 'polite' },
        h('h3', null, part.title),
        h('p', null, part.words),
        h('dl', { class: 'formula' },
          h('div', null, h('dt', null, 'Formula'), h('dd', null, part.formula)),
          h('div', null, h('dt', null, 'With the real numbers'), h('dd', null, part.numbers)))),
      h('div', { class: 'told-of' },
        h('div', null, this.drawing(step, part)),
        h('div', null, table(tableOf(step, part)))),
      step.note && h('p', { class: 'facts' }, step.note));
  }

  buttons(count) {
    const { index } = this;
    // At an end a button keeps the focus that it has: it is not disabled, but does nothing.
    const button = (text, to, style) => h('button', {
      type: 'button', class: style, 'aria-disabled': to < 0 || to >= count ? 'true' : undefined, onClick: () => this.go(to),
    }, text);
    return h('div', { class: 'row spread' },
      button('Back', index - 1, 'secondary outline'),
      h('span', { class: 'facts' }, `Part ${index + 1} of ${count}`),
      button('Next', index + 1, ''));
  }

  /** The network with what the first row makes of it. */
  drawing(step, part) {
    const { inputNames, outputNames } = this.props;
    const { layers, inputs } = step;
    const size = layers.reduce((sum, { weights }) => sum + weights.length * weights[0].length, 0);
    return size <= MOST_DRAWN && h(NetworkDrawing, {
      layers, inputNames, outputNames, surfaces: null, selected: exampleWeight(step, part), onSelect: null,
      activations: [inputs[0], ...layers.map(({ activations }) => activations[0])],
    });
  }
}

/** Where in the network the part happens, and which way the iteration goes there. */
function route(step, part) {
  const back = goesBack(part);
  return h('ol', { class: 'route', 'aria-label': back ? 'Back through the network' : 'Forward through the network' },
    stations(step, part).map(({ name, here }) => h('li', { key: name, class: back ? 'back' : '', 'aria-current': here ? 'step' : undefined }, name)));
}

function table(found) {
  if (!found) {
    return null;
  }
  const { caption, columns, rows, more, digits = DIGITS } = found;
  return h('div', { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': caption },
    h('table', { class: 'numbers' },
      h('caption', null, caption),
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, h('span', { class: 'hidden' }, 'Which')), columns.map((name) =>
        h('th', { key: name, scope: 'col', class: 'number' }, name)))),
      h('tbody', null, rows.map(([name, ...numbers]) => h('tr', { key: name },
        h('th', { scope: 'row' }, name),
        numbers.map((value, index) => h('td', { key: index, class: value < 0 ? 'number negative' : 'number' }, numeral(value, digits))))))),
    more && h('p', { class: 'facts' }, `… and ${more}`));
}

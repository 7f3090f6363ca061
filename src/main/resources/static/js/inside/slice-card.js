// What one weight does to the cost, and what becomes of it when the weight is another one.

import { h } from '../preact.js';
import { get } from '../api.js';
import { Asking } from '../parts/asking.js';
import { CurlLine } from '../parts/curl-line.js';
import { NumberField } from '../parts/fields.js';
import { Newest } from '../parts/newest.js';
import { numeral } from '../parts/numbers.js';
import { PictureLinks } from '../parts/picture-links.js';
import { ProblemBox } from '../parts/problem-box.js';
import { trying } from '../store.js';
import { placeName, placeQuery } from './place.js';
import { SlicePlot } from './slice-plot.js';

const POINTS = 121;
const DIGITS = 6;

/** Props: which, model, place, edit (the weight's other value, or null), onEdit, problem. */
export class SliceCard extends Asking {
  where = 'inside-slice';
  state = { answer: null, of: 'loss', least: '', most: '', typed: '', edited: null };
  edits = new Newest();

  path({ which, place }, { least, most }) {
    const range = (name, text) => (text === '' ? '' : `&${name}=${encodeURIComponent(text)}`);
    return `/slice?${placeQuery(place)}${range('min', least)}${range('max', most)}&points=${POINTS}&${which}`;
  }

  /** A curve that begins at the edited weight, and so has its cost; of as many points, as they say over how many rows. */
  editPath({ which, place, edit }) {
    return edit === null ? null : `/slice?${placeQuery(place)}&min=${encodeURIComponent(edit)}&max=${encodeURIComponent(edit + 1)}&points=${POINTS}&${which}`;
  }

  componentDidUpdate(before) {
    const { place, model } = this.props;
    if (before.place !== place || before.model !== model) {
      this.setState({ least: '', most: '' });
    }
    super.componentDidUpdate();
    const path = this.editPath(this.props);
    if (path !== this.editAsked) {
      this.editAsked = path;
      this.edits.do(() => this.measure(path));
    }
  }

  async measure(path) {
    const answer = path && await trying(this.where, () => get(path));
    if (this.editAsked === path) {
      this.setState({ edited: answer ? { weight: answer.weight[0], loss: answer.loss[0], cost: answer.cost[0] } : null });
    }
  }

  render({ model, place, edit, problem }, { answer: slice, edited }) {
    return h('section', { class: 'card slice', 'aria-labelledby': 'slice-title' },
      h('h2', { id: 'slice-title' }, 'Turn one weight'),
      h('p', { class: 'facts' }, `The ${placeName(place, model)}, all others as they are.`),
      slice && [
        this.choice(),
        h(SlicePlot, { slice, of: this.state.of, edited, onPick: this.pick, text: summary(slice) }),
        key(Boolean(edited), this.state.of),
        this.figures(slice, edited),
        h('p', null, summary(slice)),
        this.editor(slice, edit),
      ],
      h(ProblemBox, { problem }),
      h(PictureLinks, { path: this.path(this.props, this.state) }),
      h(CurlLine, { calls: [this.path(this.props, this.state), this.editPath(this.props)].filter(Boolean).map((path) => ({ method: 'GET', path })) }));
  }

  pick = (weight) => this.props.onEdit(Number(weight.toPrecision(4)));

  choice() {
    const radio = (value, text) => h('label', { key: value },
      h('input', { type: 'radio', name: 'slice-of', checked: this.state.of === value, onChange: () => this.setState({ of: value }) }),
      h('span', null, text));
    return h('div', { class: 'segments', role: 'radiogroup', 'aria-label': 'What is drawn' },
      radio('loss', 'Loss, which training goes down'), radio('cost', 'Cost, the mean error'));
  }

  figures({ current, next }, edited) {
    const row = (name, point) => h('tr', { key: name },
      h('th', { scope: 'row' }, name),
      [point.weight, point.cost, point.loss].map((value, index) => h('td', { key: index, class: 'number' }, numeral(value, DIGITS))));
    return h('div', { class: 'scroll', role: 'region', tabIndex: 0, 'aria-label': 'The figures' }, h('table', { class: 'figures-table' },
      h('thead', null, h('tr', null, ['', 'Weight', 'Cost', 'Loss'].map((name) =>
        h('th', { key: name, scope: 'col', class: name && 'number' }, name || h('span', { class: 'hidden' }, 'Where'))))),
      h('tbody', { 'aria-live': 'polite' }, row('As it is', current), row('After the next step', next), edited && row('Edited', edited))));
  }

  editor({ weight, current }, edit) {
    const { onEdit } = this.props;
    const { typed } = this.state;
    const type = (text) => {
      this.setState({ typed: text });
      onEdit(text === '' ? null : Number(text));
    };
    // What is typed stays as it is typed: 2. is on its way to 2.5.
    const text = edit === null ? '' : Number(typed) === edit ? typed : String(edit);
    return h('div', null,
      h('div', { class: 'field' },
        h('label', { for: 'weight-slider' }, 'Turn the weight'),
        h('input', {
          id: 'weight-slider', type: 'range', min: weight[0], max: weight.at(-1), step: (weight.at(-1) - weight[0]) / 400, value: edit ?? current.weight,
          'aria-valuetext': numeral(edit ?? current.weight), onInput: (event) => this.pick(Number(event.target.value)),
        })),
      h('div', { class: 'pairs' },
        h(NumberField, { label: 'Edited weight', value: text, placeholder: String(Number(current.weight.toPrecision(4))), onChange: type }),
        h(NumberField, { label: 'Curve from', value: this.state.least, placeholder: String(Number(weight[0].toPrecision(3))), onChange: (least) => this.setState({ least }) }),
        h(NumberField, { label: 'Curve to', value: this.state.most, placeholder: String(Number(weight.at(-1).toPrecision(3))), onChange: (most) => this.setState({ most }) }),
        h('div', { class: 'field' }, h('button', { type: 'button', class: 'secondary outline', disabled: edit === null, onClick: () => onEdit(null) }, 'Put it back'))));
  }
}

function key(edited, of) {
  const item = (name, text) => h('li', { key: name, class: name }, text);
  return h('ul', { class: 'plot-key', 'aria-hidden': 'true' },
    item('now', 'as it is'), of === 'loss' && item('tangent', 'slope there'), item('landing', 'after the next step'), edited && item('edited', 'edited'));
}

function summary({ current, next, learningRate, rows }) {
  const { derivative } = current;
  if (!Number.isFinite(derivative)) {
    return 'The loss is no number here: the weights have grown beyond all bounds.';
  }
  const way = derivative === 0 ? 'The curve is flat there, so the step stays' : `The curve ${derivative > 0 ? 'rises' : 'falls'} there, so the step goes ${derivative > 0 ? 'down' : 'up'}`;
  return `Over ${rows} training rows, the slope of the loss is ${numeral(derivative)}. ${way}: by ${numeral(learningRate)} · ${numeral(Math.abs(derivative))}, to ${numeral(next.weight, DIGITS)}.`;
}

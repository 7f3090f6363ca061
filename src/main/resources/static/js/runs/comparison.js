import { h, Component } from '../preact.js';
import { percent, short } from '../parts/numbers.js';

/** A figure's name, where it is, how it is written, and which is the best of several. */
const FIGURES = [
  ['cost', ({ result }) => result?.cost, short, Math.min],
  ['right in training', ({ result }) => result?.accuracy, percent, Math.max],
  ['cost in the test', ({ result }) => result?.test?.cost, short, Math.min],
  ['right in the test', ({ result }) => result?.test?.accuracy, percent, Math.max],
  ['seconds', ({ result }) => result?.seconds, short, null],
];

/** Several runs side by side: first the settings in which they differ, then what came of them. Props: items of GET /compare. */
export class Comparison extends Component {
  render({ items }) {
    if (!items.length) {
      return null;
    }
    const settings = [...new Set(items.flatMap((item) => Object.keys(item.settings)))];
    return h('div', { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': 'The runs side by side' },
      h('table', { class: 'comparison' },
        h('caption', { class: 'hidden' }, 'The runs side by side'),
        h('thead', null, h('tr', null, h('th', { scope: 'col' }, h('span', { class: 'hidden' }, 'What')), items.map(({ job, model }) =>
          h('th', { key: job, scope: 'col', class: 'number' }, `job ${job} `, h('small', null, model.name))))),
        h('tbody', null,
          title(settings.length ? 'Settings in which they differ' : 'All their settings are the same', items.length),
          settings.map((name) => row(words(name), items.map((item) => setting(item.settings[name])))),
          title('What came of them', items.length),
          row('status', items.map(({ status }) => status)),
          FIGURES.filter(([, of]) => items.some((item) => of(item) !== undefined)).map(([name, of, written, best]) =>
            row(name, marked(items.map(of), written, best))))));
  }
}

function title(text, columns) {
  return h('tr', { key: text }, h('th', { scope: 'rowgroup', colSpan: columns + 1, class: 'group' }, text));
}

function row(name, values) {
  return h('tr', { key: name },
    h('th', { scope: 'row' }, name),
    values.map((value, index) => h('td', { key: index, class: 'number' }, value)));
}

/** The values, the best of them marked where they differ. */
function marked(values, written, best) {
  const known = values.filter((value) => value !== undefined && value !== null);
  const top = best && new Set(known).size > 1 ? best(...known) : undefined;
  return values.map((value) => {
    const text = known.includes(value) ? written(value) : '–';
    return top !== undefined && value === top ? h('strong', null, text, h('small', null, ' best')) : text;
  });
}

/** learningRateSchedule.factor as learning rate schedule factor. */
function words(name) {
  return name.replaceAll('.', ' ').replace(/[A-Z]/g, (letter) => ' ' + letter.toLowerCase()).replace('dataset', 'data set');
}

function setting(value) {
  if (value === undefined || value === null) {
    return '–';
  }
  return typeof value === 'number' ? String(value) : String(value).replace(/^\[|\]$/g, '').replaceAll('_', ' ');
}

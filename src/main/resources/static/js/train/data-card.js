import { h, Component } from '../preact.js';
import { ChoiceField, LinesField, NumberField } from '../parts/fields.js';
import { ProblemBox } from '../parts/problem-box.js';
import { change, chooseBuiltIn, chooseSource, loadDatasets } from './actions.js';
import { UploadForm } from './upload-form.js';

const sources = [['course', 'The course’s example'], ['builtin', 'Built in'], ['uploaded', 'Your file'], ['rows', 'Typed rows']];
const fields = { noise: ['noise', 'Noise (percent)'], samples: ['samples', 'Rows'], seed: ['dataSeed', 'Seed of the data'] };
const COURSE = [['0001', 0], ['0011', 0], ['0111', 1], ['1010', 0], ['1111', 1]];

/** What the network learns from. */
export class DataCard extends Component {
  componentDidMount() {
    if (!this.props.datasets) {
      loadDatasets();
    }
  }

  render({ config, problems, fault }) {
    return h('section', { class: 'card', 'aria-labelledby': 'data-title' },
      h('h2', { id: 'data-title' }, h('span', { class: 'step', 'aria-hidden': 'true' }, '1'), 'Data'),
      h('div', { class: 'segments', role: 'radiogroup', 'aria-label': 'Where the rows come from' }, sources.map(([key, text]) =>
        h('label', { key },
          h('input', { type: 'radio', name: 'source', value: key, checked: config.source === key, onChange: () => chooseSource(key) }),
          h('span', null, text)))),
      h(ProblemBox, { problem: problems.datasets }),
      this[config.source](this.props, fault));
  }

  course() {
    return h('div', null,
      h('p', null, 'Four bits in, one bit out. The rule to learn: the second and the third bit are 1. Five rows to learn from, four to test with.'),
      h('table', { class: 'tight' },
        h('caption', { class: 'hidden' }, 'The course’s training rows'),
        h('thead', null, h('tr', null, h('th', { scope: 'col' }, 'Bits'), h('th', { scope: 'col' }, 'Answer'))),
        h('tbody', null, COURSE.map(([bits, answer]) => h('tr', { key: bits }, h('td', { class: 'bits' }, bits), h('td', null, answer))))));
  }

  builtin({ config, datasets }) {
    const builtIn = (datasets || []).filter(({ source }) => source === 'built_in');
    const chosen = builtIn.find(({ name }) => name === config.dataset);
    return h('div', null,
      h(ChoiceField, {
        label: 'Data set', value: config.dataset, onChange: chooseBuiltIn,
        options: builtIn.length ? builtIn.map(({ name }) => [name, name]) : [[config.dataset, config.dataset]],
      }),
      chosen && h('p', null, chosen.description),
      chosen && h('p', { class: 'facts' }, facts(chosen)),
      h('div', { class: 'pairs' }, (chosen?.parameters || []).map(({ name, least, most, byDefault }) => {
        const [field, label] = fields[name];
        return h(NumberField, {
          key: name, label, least, most, step: 1, placeholder: String(byDefault), value: config[field],
          onChange: (value) => change({ [field]: value }),
        });
      })));
  }

  uploaded({ config, datasets, problems }) {
    const uploaded = (datasets || []).filter(({ source }) => source !== 'built_in');
    const chosen = uploaded.find(({ name }) => name === config.uploaded);
    return h('div', null,
      uploaded.length > 0 && h(ChoiceField, {
        label: 'Uploaded before', value: config.uploaded, onChange: (value) => change({ uploaded: value }),
        options: [['', 'choose one …'], ...uploaded.map(({ name }) => [name, name])],
      }),
      chosen && h('p', { class: 'facts' }, facts(chosen)),
      h(UploadForm, { problem: problems.upload }));
  }

  rows({ config }, fault) {
    return h('div', null,
      h(LinesField, {
        label: 'Rows to learn from', hint: 'One a line: the inputs, a space, the answer. Bits (0110 1) or numbers (5.1, 3.5 setosa).',
        value: config.rows, placeholder: '00 0\n01 1\n10 1\n11 0', onChange: (rows) => change({ rows }), invalid: fault,
      }),
      h(LinesField, {
        label: 'Rows to test with (may be empty)', hint: 'As above; or all without answers, to see what the network answers.', value: config.testRows, rows: 3, onChange: (testRows) => change({ testRows }),
      }),
      h(ProblemBox, { problem: fault && { title: 'The rows cannot be read', detail: fault.message } }));
  }
}

function facts({ rows, testRows, inputs, answers, classes }) {
  const test = testRows ? `, ${testRows} of them to test with` : '';
  const answered = classes ? `${classes.length} classes` : answers.join(', ');
  return `${rows} rows${test} · ${inputs} inputs · answers: ${answered}`;
}

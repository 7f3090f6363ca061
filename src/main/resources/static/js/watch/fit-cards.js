// What the network makes of its data: the pictures that fit the data, each with its call.

import { h, Component } from '../preact.js';
import { CurlLine } from '../parts/curl-line.js';
import { ProblemBox } from '../parts/problem-box.js';
import { ConfusionMatrix } from '../widgets/confusion-matrix.js';
import { HeatMap } from '../widgets/heat-map.js';
import { Mistakes } from '../widgets/mistakes.js';
import { TruthTable } from '../widgets/truth-table.js';
import { holdAgainst, isRule, mistakesOf, showsBits } from './looking.js';

/** From here on the confusion matrix takes the whole width. */
const MANY_CLASSES = 12;

export class FitCards extends Component {
  shouldComponentUpdate({ state }) {
    const { fit, problems, rule, status } = this.seen || {};
    this.seen = { fit: state.fit, problems: state.problems, rule: state.rule, status: state.job.status };
    return fit !== state.fit || problems !== state.problems || rule !== state.rule || status !== state.job.status;
  }

  render({ state: { fit, problems, rule, job } }) {
    const { name, version } = job.model;
    const which = job.links.model ? `model=${encodeURIComponent(name)}&version=${version}` : `job=${job.id}`;
    return [
      fit.surface && this.surface(fit.surface, which, problems.surface),
      (fit.table ? showsBits(fit.table) : problems.table) && this.table(fit.table, rule, which, problems.table),
      this.confusion(fit.evaluation, job, problems.evaluation),
      (fit.mistakes?.items.length > 0 || problems.mistakes) && this.mistakes(fit.mistakes, job, problems.mistakes),
    ];
  }

  surface({ xs, ys, outputs, points }, which, problem) {
    return card('surface', 'Answer at every point',
      h(HeatMap, { xs, ys, values: outputs[0], points: points || [], label: 'The network’s output over its two inputs', size: 360 }),
      h(ProblemBox, { problem }),
      h(CurlLine, { call: { method: 'GET', path: `/decision-surface?${which}` } }));
  }

  table(table, rule, which, problem) {
    const bits = table?.items[0].bits.length;
    return card('table', 'Truth table',
      h('div', { class: 'field' },
        h('label', { for: 'rule' }, 'Hold it against a rule: 1, 0, or . for either'),
        h('input', {
          id: 'rule', value: rule, placeholder: bits ? '.11'.padEnd(bits, '.').slice(0, bits) : '', spellcheck: false, autocomplete: 'off', 'aria-describedby': 'rule-hint',
          onInput: (event) => holdAgainst(event.target.value.trim()),
        }),
        h('small', { id: 'rule-hint' }, rule && bits && !isRule(rule, bits) ? `A rule for this network has ${bits} signs, each 1, 0 or a dot.` : '')),
      table && h(TruthTable, { table }),
      h(ProblemBox, { problem }),
      h(CurlLine, { call: { method: 'GET', path: `/truth-table?${which}${isRule(rule, bits) ? `&rule=${encodeURIComponent(rule)}` : ''}` } }));
  }

  /** While it trains as it is now, and from its end on as the job tells it. */
  confusion(evaluation, job, problem) {
    const { result } = job;
    const figures = result ? result.test || result : evaluation;
    if (!figures?.confusion) {
      return null;
    }
    const inTest = result ? Boolean(result.test) : evaluation.of === 'test';
    const path = result && job.links.evaluation ? `${job.links.evaluation}${inTest ? '' : '?rows=training'}` : `${job.links.self}/evaluation`;
    const labels = figures.classes.map(({ label }) => label);
    return card(labels.length > MANY_CLASSES ? 'confusion large' : 'confusion', inTest ? 'Answers in the test' : 'Answers in training',
      !result && evaluation.iteration !== undefined && h('p', { class: 'facts' }, `After ${evaluation.iteration.toLocaleString('en')} iterations.`),
      h(ConfusionMatrix, { labels, counts: figures.confusion }),
      h(ProblemBox, { problem }),
      h(CurlLine, { call: { method: 'GET', path } }));
  }

  mistakes(found, job, problem) {
    return card('mistakes', found?.items[0].error === undefined ? 'What it got wrong' : 'Where it is farthest off',
      found && h(Mistakes, { found }),
      h(ProblemBox, { problem }),
      h(CurlLine, { call: { method: 'GET', path: mistakesOf(job) } }));
  }
}

function card(name, title, ...content) {
  const [key] = name.split(' ');
  return h('section', { key, class: `card fit ${name}`, 'aria-labelledby': `${key}-title` }, h('h2', { id: `${key}-title` }, title), content);
}

// What the network makes of its data: the pictures that fit the data, each with its call.

import { h, Component } from '../preact.js';
import { CurlLine } from '../parts/curl-line.js';
import { ProblemBox } from '../parts/problem-box.js';
import { ConfusionMatrix } from '../widgets/confusion-matrix.js';
import { HeatMap } from '../widgets/heat-map.js';
import { Mistakes } from '../widgets/mistakes.js';
import { TruthTable } from '../widgets/truth-table.js';
import { holdAgainst } from './looking.js';

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
      (fit.table || problems.table) && this.table(fit.table, rule, which, problems.table),
      this.confusion(fit.evaluation, job, problems.evaluation),
      fit.mistakes && this.mistakes(fit.mistakes, job, problems.mistakes),
    ];
  }

  surface({ xs, ys, outputs, points }, which, problem) {
    return card('surface', 'Answer at every point',
      h(HeatMap, { xs, ys, values: outputs[0], points: points || [], label: 'The network’s output over its two inputs', size: 360 }),
      h(ProblemBox, { problem }),
      h(CurlLine, { call: { method: 'GET', path: `/decision-surface?${which}` } }));
  }

  table(table, rule, which, problem) {
    return card('table', 'Truth table',
      h('div', { class: 'field' },
        h('label', { for: 'rule' }, 'Hold it against a rule: 1, 0, or . for either'),
        h('input', { id: 'rule', value: rule, placeholder: '.11.', spellcheck: false, onInput: (event) => holdAgainst(event.target.value.trim()) })),
      table && h(TruthTable, { table }),
      h(ProblemBox, { problem }),
      h(CurlLine, { call: { method: 'GET', path: `/truth-table?${which}${rule ? `&rule=${encodeURIComponent(rule)}` : ''}` } }));
  }

  confusion(evaluation, job, problem) {
    const figures = evaluation?.test || evaluation?.training || job.result?.test?.confusion && job.result.test || job.result;
    if (!figures?.confusion) {
      return null;
    }
    const labels = figures.labels || figures.classes?.map(({ label }) => label) || figures.confusion.map((row, index) => String(index));
    return card('confusion', figures === job.result || figures === evaluation?.training ? 'Answers in training' : 'Answers in the test',
      h(ConfusionMatrix, { labels, counts: figures.confusion }),
      h(ProblemBox, { problem }),
      h(CurlLine, { call: { method: 'GET', path: `${job.links.model || job.links.self}${evaluation ? '/evaluation' : ''}` } }));
  }

  mistakes({ items, width, height }, job, problem) {
    return card('mistakes', 'What it got wrong',
      h(Mistakes, { items, width, height }),
      h(ProblemBox, { problem }),
      h(CurlLine, { call: { method: 'GET', path: `${job.links.model}/mistakes` } }));
  }
}

function card(key, title, ...content) {
  return h('section', { key, class: `card fit ${key}`, 'aria-labelledby': `${key}-title` }, h('h2', { id: `${key}-title` }, title), content);
}

// What the network makes of its data: the pictures that fit the data, each with its call.

import { h, Component } from '../preact.js';
import { CurlLine } from '../parts/curl-line.js';
import { ProblemBox } from '../parts/problem-box.js';
import { ConfusionMatrix } from '../widgets/confusion-matrix.js';
import { HeatMap } from '../widgets/heat-map.js';
import { Mistakes } from '../widgets/mistakes.js';
import { TruthTable } from '../widgets/truth-table.js';
import { classesOf } from './rows.js';
import { feed, feedBits, holdAgainst, isOfBits, whichOf } from './looking.js';

const NONE = [];

export class FitCards extends Component {
  shouldComponentUpdate({ state }) {
    const now = [state.fit, state.problems, state.rule, state.rows, state.fed, state.job.status];
    const changed = !this.seen || now.some((value, index) => value !== this.seen[index]);
    this.seen = now;
    return changed;
  }

  render({ state }) {
    const { fit, problems, rule, job } = state;
    const which = whichOf(job);
    return [
      (fit.surface || problems.surface) && this.surface(fit.surface, state, which),
      (fit.table || problems.table) && this.table(fit.table, rule, which, problems.table),
      this.confusion(fit.evaluation, job, problems.evaluation),
      fit.mistakes && this.mistakes(fit.mistakes, job, problems.mistakes),
    ];
  }

  surface(surface, { network, rows, fed, job, problems }, which) {
    return card('surface', 'Answer at every point',
      surface && h(HeatMap, {
        ...this.plane(surface, network, fed), points: rows?.points || NONE, classes: this.classes(rows, job), label: 'What the network answers over its two inputs',
        size: 420, onPick: pick,
      }),
      h(ProblemBox, { problem: problems.surface }),
      h(CurlLine, { call: { method: 'GET', path: `/decision-surface?${which}` } }));
  }

  /** The same objects as long as nothing changed, so that the map sees that. */
  plane({ xs, ys, outputs, names }, { layers }, fed) {
    if (fed !== this.fed) {
      this.fed = fed;
      this.picked = fed && { x: fed.inputs[0], y: fed.inputs[1] };
    }
    const tellsClasses = ['softmax', 'sigmoid'].includes(layers.at(-1).activation);
    return { xs, ys, names, values: tellsClasses ? outputs : outputs[0], picked: this.picked || null };
  }

  classes(rows, job) {
    const classes = classesOf(rows, job);
    if (String(classes) !== String(this.known)) {
      this.known = classes;
    }
    return this.known;
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

/** On a plane of bits, the nearest pattern is fed forward. */
function pick({ x, y }) {
  if (isOfBits(2)) {
    feedBits([x, y].map((value) => (value < 0.5 ? '0' : '1')).join(''));
  } else {
    feed({ inputs: [x, y] });
  }
}

function card(key, title, ...content) {
  return h('section', { key, class: `card fit ${key}`, 'aria-labelledby': `${key}-title` }, h('h2', { id: `${key}-title` }, title), content);
}

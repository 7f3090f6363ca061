// What the network makes of its data: the pictures that fit the data, each with its call.

import { h, Component } from '../preact.js';
import { CurlLine } from '../parts/curl-line.js';
import { ProblemBox } from '../parts/problem-box.js';
import { ConfusionMatrix } from '../widgets/confusion-matrix.js';
import { HeatMap } from '../widgets/heat-map.js';
import { Mistakes } from '../widgets/mistakes.js';
import { TruthTable } from '../widgets/truth-table.js';
import { classesOf } from './rows.js';
import { feed, feedBits, holdAgainst, isOfBits, isRule, isTested, judged, mistakesOf, showsBits, whichOf } from './looking.js';

const NONE = [];
/** From here on the confusion matrix takes the whole width. */
const MANY_CLASSES = 12;

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
      (fit.table ? showsBits(fit.table) : problems.table) && this.table(fit.table, rule, which, problems.table),
      this.confusion(fit.evaluation, job, problems.evaluation),
      (fit.mistakes?.items.length > 0 || problems.mistakes) && this.mistakes(fit.mistakes, job, problems.mistakes),
    ];
  }

  surface(surface, { rows, fed, job, problems }, which) {
    return card('surface', 'Answer at every point',
      surface && h(HeatMap, {
        ...this.plane(surface, fed), points: rows?.points || NONE, classes: this.classes(rows, job), label: 'What the network answers over its two inputs',
        size: 420, onPick: pick,
      }),
      h(ProblemBox, { problem: problems.surface }),
      h(CurlLine, { call: { method: 'GET', path: `/decision-surface?${which}` } }));
  }

  /** The same objects as long as nothing changed, so that the map sees that. */
  plane({ xs, ys, outputs, names, meaning }, fed) {
    if (fed !== this.fed) {
      this.fed = fed;
      this.picked = fed && { x: fed.inputs[0], y: fed.inputs[1] };
    }
    return { xs, ys, names, values: meaning === 'numbers' ? outputs[0] : outputs, picked: this.picked || null };
  }

  classes(rows, job) {
    const classes = classesOf(rows, job);
    if (String(classes) !== String(this.known)) {
      this.known = classes;
    }
    return this.known;
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
    const figures = result ? judged(job) : evaluation;
    if (!figures?.confusion) {
      return null;
    }
    const inTest = result ? isTested(result) : evaluation.of === 'test';
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

/** On a plane of bits, the nearest pattern is fed forward. */
function pick({ x, y }) {
  if (isOfBits(2)) {
    feedBits([x, y].map((value) => (value < 0.5 ? '0' : '1')).join(''));
  } else {
    feed({ inputs: [x, y] });
  }
}

function card(name, title, ...content) {
  const [key] = name.split(' ');
  return h('section', { key, class: `card fit ${name}`, 'aria-labelledby': `${key}-title` }, h('h2', { id: `${key}-title` }, title), content);
}

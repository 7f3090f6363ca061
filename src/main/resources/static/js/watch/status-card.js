import { h, Component } from '../preact.js';
import { CurlLine } from '../parts/curl-line.js';
import { percent, short } from '../parts/numbers.js';
import { ProblemBox } from '../parts/problem-box.js';
import { oneIteration } from '../train/actions.js';
import { callsOf, Warnings } from './warnings.js';
import { control, isEnded, reset } from './watching.js';

const words = {
  queued: 'Waiting for its turn', running: 'Training', paused: 'Paused', succeeded: 'Trained', failed: 'Failed', cancelled: 'Cancelled',
};
const reasons = {
  iterations: 'all iterations are done', early_stopping: 'it no longer got better', stop_at_cost: 'the cost is low enough',
  max_seconds: 'its time was over', cancelled: 'somebody cancelled it', diverged: 'its numbers grew beyond all bounds',
};
const whole = new Intl.NumberFormat('en');

/**
 * How far the job is, and what can be done with it. Props: job, problem, known (whether its model is), again (the call's body
 * that corrects the weights once more, or null), sent (the settings that it was sent with, or null where these are not known).
 */
export class StatusCard extends Component {
  render({ job, problem, known, again, sent }) {
    const { iteration, iterations, fraction } = job.progress;
    return h('section', { class: `card status ${job.status}`, 'aria-labelledby': 'status-title' },
      h('div', { class: 'row spread' },
        h('h2', { id: 'status-title', tabIndex: -1, ref: (title) => { this.title = title; } },
          h('span', { class: `badge ${job.status}` }, words[job.status]), ' ',
          `${job.model.name}${job.model.version ? ' ' + job.model.version : ''} `, h('small', null, `job ${job.id}`)),
        this.controls(job, known, again)),
      h('progress', { value: fraction, max: 1, 'aria-label': 'Progress of the training' }),
      h('dl', { class: 'figures' },
        figure('Iteration', `${whole.format(iteration)} of ${whole.format(iterations)}`),
        figure('Cost', short(job.cost)),
        job.result?.accuracy !== undefined && figure('Right in training', percent(job.result.accuracy)),
        job.result?.test?.accuracy !== undefined && figure('Right in the test', percent(job.result.test.accuracy)),
        job.result?.test?.cost !== undefined && figure('Cost in the test', short(job.result.test.cost)),
        this.time(job)),
      h(Announcer, { job }),
      h(ProblemBox, { problem: problem || job.problem }),
      h(Warnings, { warnings: job.warnings || [], told: (problem || job.problem)?.detail, sent, onTrained: () => this.title.focus({ preventScroll: true }) }),
      h(CurlLine, { calls: this.calls(job, again, sent) }));
  }

  /** What the buttons call. */
  calls(job, again, sent) {
    const actions = isEnded(job) ? [] : [job.status === 'paused' ? 'resume' : 'pause', 'cancel'];
    return [
      { method: 'GET', path: job.links.self },
      ...actions.map((action) => ({ method: 'POST', path: `${job.links.self}/${action}` })),
      ...(again ? [{ method: 'POST', path: '/train', body: again }] : []),
      ...callsOf(job.warnings || [], sent),
    ];
  }

  time(job) {
    if (job.result?.seconds !== undefined) {
      return figure('Time', seconds(job.result.seconds));
    }
    return job.status === 'running' && job.progress.secondsLeft ? figure('Time left', seconds(job.progress.secondsLeft)) : null;
  }

  controls(job, known, again) {
    const button = (text, onClick, style = 'secondary outline', why = undefined) =>
      h('button', { type: 'button', class: `small ${style}`, onClick, disabled: Boolean(why), title: why }, text);
    return h('div', { class: 'row' },
      ['running', 'queued'].includes(job.status) && button('Pause', () => control('pause')),
      job.status === 'paused' && button('Resume', () => control('resume'), ''),
      !isEnded(job) && button('Cancel', () => control('cancel')),
      known && button('One iteration', () => oneIteration(again), 'secondary outline',
        again ? undefined : 'The rows of this run came with its request and are not known here.'),
      button('Reset', reset));
  }
}

/** Tells a screen reader how the job stands: its states, and every tenth of the way, but not every point. */
class Announcer extends Component {
  text({ status, progress, cost, stoppedBecause }) {
    const tenths = Math.floor(progress.fraction * 10) * 10;
    if (status === 'running') {
      return `Training: ${tenths} percent done.`;
    }
    // A job that trained to its end may have failed all the same, for what its problem tells.
    const ended = status !== 'failed' || stoppedBecause === 'diverged';
    const reason = ended && reasons[stoppedBecause] ? `: ${reasons[stoppedBecause]}` : '';
    const reached = status === 'succeeded' ? ` Cost ${short(cost)}.` : '';
    return `${words[status]}${reason}.${reached}`;
  }

  render({ job }) {
    return h('p', { class: job.status === 'running' ? 'hidden' : 'said', role: 'status', 'aria-live': 'polite' }, this.text(job));
  }
}

function figure(name, value) {
  return h('div', { key: name }, h('dt', null, name), h('dd', null, value));
}

function seconds(value) {
  if (value < 0.1) return `${Math.max(1, Math.round(value * 1000))} ms`;
  return value < 100 ? `${Number(value.toPrecision(2))} s` : `${Math.round(value / 60)} min`;
}

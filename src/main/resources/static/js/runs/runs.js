// The jobs of the service, newest first: to watch again, to lay over one another, to compare, to forget.

import { h, Component } from '../preact.js';
import { del, get } from '../api.js';
import { CurlLine } from '../parts/curl-line.js';
import { ProblemBox } from '../parts/problem-box.js';
import { CostChart } from '../watch/cost-chart.js';
import { rounded } from '../watch/status-card.js';
import { isEnded, leave, overlay, overlaid, run, watch } from '../watch/watching.js';
import { set, trying } from '../store.js';
import { Comparison } from './comparison.js';

const PAGE = 20;
const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

export class Runs extends Component {
  state = { jobs: null, next: null, comparison: null };

  componentDidMount() {
    this.load(`/jobs?limit=${PAGE}`, []);
  }

  load = (path, before) => trying('runs', async () => {
    const { items, next } = await get(path);
    this.setState({ jobs: [...before, ...items], next });
  });

  forget = (job) => trying('runs', async () => {
    await del(`/jobs/${job.id}`);
    this.setState(({ jobs }) => ({ jobs: jobs.filter(({ id }) => id !== job.id) }));
    if (overlaid.some(({ id }) => id === job.id)) {
      overlay(job);
    }
    if (run?.id === job.id) {
      leave();
      set({ job: null });
    }
  });

  open(job) {
    watch(job.id, null, job);
    set({ tab: 'watch' });
  }

  toggle = async (job) => {
    await overlay(job);
    const chosen = overlaid.map(({ id }) => id);
    const comparison = chosen.length < 2 ? null : await trying('compare', () => get(`/compare?jobs=${chosen}`));
    this.setState({ comparison: comparison || null });
  };

  render({ state: { problems, curve, dark } }, { jobs, next, comparison }) {
    if (jobs && !jobs.length) {
      return h('section', { class: 'card empty' },
        h('h2', null, 'No runs yet'),
        h('p', null, 'Every training is listed here, to be watched again and compared.'),
        h('button', { type: 'button', onClick: () => set({ tab: 'train' }) }, 'Train one'));
    }
    return h('div', { class: 'runs-grid' },
      h('section', { class: 'card', 'aria-labelledby': 'runs-title' },
        h('h2', { id: 'runs-title' }, 'Past runs'),
        h('p', { class: 'facts' }, 'Tick runs to lay their curves over one another.'),
        h(ProblemBox, { problem: problems.runs }),
        jobs && h('div', { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': 'The runs' }, this.table(jobs)),
        next && h('button', { type: 'button', class: 'secondary outline', onClick: () => this.load(next, jobs) }, 'Show earlier ones'),
        h(CurlLine, { call: { method: 'GET', path: `/jobs?limit=${PAGE}` } })),
      overlaid.length > 0 && h('section', { class: 'card', 'aria-labelledby': 'compare-title' },
        h('h2', { id: 'compare-title' }, 'Compared'),
        h(CostChart, {
          runs: overlaid, log: curve.log, tick: curve.tick, dark,
          text: 'Cost over iterations of ' + overlaid.map(({ name, cost }) => `${name}, down to ${rounded(cost.at(-1))}`).join('; '),
        }),
        h(Comparison, { comparison }),
        h(ProblemBox, { problem: problems.compare }),
        overlaid.length > 1 && h(CurlLine, { call: { method: 'GET', path: `/compare?jobs=${overlaid.map(({ id }) => id)}` } })));
  }

  table(jobs) {
    return h('table', { class: 'runs-table' },
      h('caption', { class: 'hidden' }, 'Past runs, newest first'),
      h('thead', null, h('tr', null, ['Curve', 'Run', 'Status', 'Iterations', 'Cost', 'Test', 'When', ''].map((name) =>
        h('th', { key: name, scope: 'col' }, name || h('span', { class: 'hidden' }, 'What to do'))))),
      h('tbody', null, jobs.map((job) => h('tr', { key: job.id },
        h('td', null, h('input', {
          type: 'checkbox', 'aria-label': `Lay over: job ${job.id}`, checked: overlaid.some(({ id }) => id === job.id),
          onChange: () => this.toggle(job),
        })),
        h('th', { scope: 'row' }, `${job.model.name}${job.model.version ? ' ' + job.model.version : ''}`, ' ', h('small', null, `job ${job.id}`)),
        h('td', null, h('span', { class: `badge ${job.status}` }, job.status)),
        h('td', { class: 'number' }, job.progress.iteration.toLocaleString('en')),
        h('td', { class: 'number' }, rounded(job.cost)),
        h('td', { class: 'number' }, rounded(job.result?.test?.cost)),
        h('td', null, when.format(new Date(job.createdAt))),
        h('td', { class: 'do' },
          h('button', { type: 'button', class: 'small secondary outline', onClick: () => this.open(job), 'aria-label': `Watch job ${job.id}` }, 'Watch'), ' ',
          h('button', {
            type: 'button', class: 'small secondary outline', disabled: !isEnded(job), onClick: () => this.forget(job),
            'aria-label': `Delete job ${job.id}`,
          }, 'Delete'))))));
  }
}

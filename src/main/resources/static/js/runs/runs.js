// The jobs of the service, newest first: to watch again, to lay over one another, to compare, to forget.

import { h, Component } from '../preact.js';
import { del, get } from '../api.js';
import { CurlLine } from '../parts/curl-line.js';
import { ProblemBox } from '../parts/problem-box.js';
import { isEnded, isOverlaid, leave, overlay, run, watch } from '../watch/watching.js';
import { set, trying } from '../store.js';
import { Compared } from './compared.js';
import { RunsTable } from './runs-table.js';

const PAGE = 20;
const AGAIN = 2000;

export class Runs extends Component {
  state = { jobs: null, next: null, said: '' };

  componentDidMount() {
    this.load(`/jobs?limit=${PAGE}`, []);
    this.clock = setInterval(this.refresh, AGAIN);
  }

  componentWillUnmount() {
    clearInterval(this.clock);
  }

  load = (path, before) => trying('runs', async () => {
    const { items, next } = await get(path);
    this.setState({ jobs: [...before, ...items], next });
  });

  /** While a job goes on, how far it is. */
  refresh = async () => {
    const { jobs } = this.state;
    if (!document.hidden && this.props.state.online && jobs?.some((job) => !isEnded(job))) {
      const page = await trying('runs', () => get(`/jobs?limit=${PAGE}`));
      this.setState((now) => ({ jobs: page ? merged(page.items, now.jobs) : now.jobs }));
    }
  };

  forget = (job) => trying('runs', async () => {
    await del(`/jobs/${job.id}`);
    const at = this.state.jobs.findIndex(({ id }) => id === job.id);
    this.setState(({ jobs }) => ({ jobs: jobs.filter(({ id }) => id !== job.id), said: `Job ${job.id} is deleted.` }), () => this.focusRow(at));
    if (isOverlaid(job)) {
      overlay(job);
    }
    if (run?.id === job.id) {
      leave();
      set({ job: null });
    }
  });

  /** The button that was pressed has gone; the next one of its kind takes over. */
  focusRow(at) {
    const buttons = this.base.querySelectorAll('.forget');
    (buttons[Math.min(at, buttons.length - 1)] || this.title)?.focus();
  }

  open = (job) => {
    watch(job.id, null, job);
    set({ tab: 'watch' });
  };

  render({ state: { problems, curve, compare, dark } }, { jobs, next, said }) {
    if (jobs && !jobs.length) {
      return h('section', { class: 'card empty' },
        h('h2', { tabIndex: -1, ref: (title) => { this.title = title; } }, 'No runs yet'),
        h('p', null, 'Every training is listed here, to be watched again and compared.'),
        h('button', { type: 'button', onClick: () => set({ tab: 'train' }) }, 'Train one'));
    }
    return h('div', { class: 'runs-grid' },
      h('section', { class: 'card', 'aria-labelledby': 'runs-title' },
        h('h2', { id: 'runs-title' }, 'Past runs'),
        h('p', { class: 'facts' }, 'Tick runs to lay their curves over one another, up to six at a time. ',
          compare.length > 0 && h('button', { type: 'button', class: 'small secondary outline', onClick: goToCurves }, 'Go to the curves')),
        h(ProblemBox, { problem: problems.runs }),
        jobs && h('div', { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': 'The runs' },
          h(RunsTable, { jobs, compare, onOpen: this.open, onForget: this.forget, onOverlay: overlay })),
        h('p', { class: 'hidden', role: 'status' }, said),
        next && h('button', { type: 'button', class: 'secondary outline', onClick: () => this.load(next, jobs) }, 'Show earlier ones'),
        h(CurlLine, { call: { method: 'GET', path: `/jobs?limit=${PAGE}` } })),
      compare.length > 0 && h(Compared, { compare, curve, dark, problem: problems.compare }));
  }
}

function goToCurves() {
  const title = document.getElementById('compare-title');
  title.focus({ preventScroll: true });
  title.scrollIntoView();
}

/** The jobs as they are now: those of the newest page, and the earlier ones as they were. */
function merged(newest, jobs) {
  const last = newest.at(-1)?.id ?? 0;
  return [...newest, ...jobs.filter(({ id }) => id < last)];
}

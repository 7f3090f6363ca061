// The course retold in seven stops, each beside a live piece of the network that the course trains.

import { h, Component } from '../preact.js';
import { CurlLine } from '../parts/curl-line.js';
import { ProblemBox } from '../parts/problem-box.js';
import { report, set, state, trying } from '../store.js';
import { TRAIN, findCourseRun, trainCourse } from './course-run.js';
import { stops } from './stops.js';

/** Where arrow keys have work of their own. */
const BUSY = 'input, select, textarea, pre, [role=tablist], [role=region], [role=application]';

export class Tour extends Component {
  state = { job: null, looked: false, waiting: null };

  componentDidMount() {
    document.addEventListener('keydown', this.press);
    this.shown = this.props.state.stop;
    this.look();
  }

  componentWillUnmount() {
    document.removeEventListener('keydown', this.press);
  }

  componentDidUpdate() {
    if (this.shown !== state.stop) {
      this.shown = state.stop;
      this.title.focus();
    }
  }

  look = async () => {
    const job = await trying('tour', findCourseRun);
    this.setState({ job: job || null, looked: !state.problems.tour });
  };

  train = async () => {
    this.setState({ waiting: 'It is being trained …' });
    const job = await trying('tour', () => trainCourse(({ status }) =>
      status === 'queued' && this.setState({ waiting: 'It waits until another training has ended …' })));
    this.setState({ waiting: null });
    if (job?.status === 'succeeded') {
      this.setState({ job });
      this.title?.focus();
    } else if (job) {
      report('tour', job.problem || { title: 'The training was cancelled', detail: `Job ${job.id} was cancelled.` });
    }
  };

  press = (event) => {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const free = !event.defaultPrevented && !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey && !event.target.closest(BUSY);
    if (way && free) {
      event.preventDefault();
      go(state.stop + way);
    }
  };

  render({ state: { stop, online, problems } }, { job, looked, waiting }) {
    const { name, told, Piece } = stops[stop - 1];
    return h('div', { class: 'tour' },
      h(Stations, { stop }),
      h('article', { key: stop, class: 'stop', 'aria-labelledby': 'stop-title' },
        h('div', { class: 'stop-text' },
          h('h2', { id: 'stop-title', tabIndex: -1, ref: (title) => { this.title = title; } },
            h('small', null, `Stop ${stop} of ${stops.length}`), name),
          told.map((text, index) => h('p', { key: index }, text))),
        h('section', { class: 'card stop-live', 'aria-label': `Live: ${name}` },
          job ? h(Piece, { job, online, problem: problems.stop }) : looked && this.offer(waiting),
          h(ProblemBox, { problem: problems.tour })),
        h(Steps, { stop })));
  }

  offer(waiting) {
    return h('div', null,
      h('h3', null, 'There is no network to show yet'),
      h('p', null, 'The tour shows the numbers of the course’s own network. To train it takes about a second.'),
      h('button', { type: 'button', disabled: Boolean(waiting), 'aria-busy': String(Boolean(waiting)), onClick: this.train }, 'Train the course’s network'),
      h('p', { role: 'status' }, waiting),
      h(CurlLine, { call: TRAIN }));
  }
}

function go(stop) {
  if (stop >= 1 && stop <= stops.length) {
    set({ stop });
  }
}

/** All stops in a line, to see how far one is, and to jump. */
class Stations extends Component {
  render({ stop }) {
    return h('nav', { class: 'stations', 'aria-label': 'Stops of the tour' },
      h('ol', null, stops.map(({ name }, index) => h('li', { key: name, class: index < stop ? 'reached' : '' },
        h('button', { type: 'button', 'aria-current': index + 1 === stop ? 'step' : undefined, onClick: () => go(index + 1) },
          h('span', { class: 'station' }, index + 1), h('span', { class: 'station-name' }, name))))));
  }
}

class Steps extends Component {
  render({ stop }) {
    const last = stop === stops.length;
    return h('div', { class: 'row stop-steps' },
      h('button', { type: 'button', class: 'secondary outline', disabled: stop === 1, onClick: () => go(stop - 1) }, '← Back'),
      last
        ? h('button', { type: 'button', onClick: () => set({ tab: 'train' }) }, 'Train your own →')
        : h('button', { type: 'button', onClick: () => go(stop + 1) }, `Next: ${stops[stop].name} →`),
      h('small', { class: 'keys' }, 'or the arrow keys ← →'));
  }
}

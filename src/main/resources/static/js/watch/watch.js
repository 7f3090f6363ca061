// The watched training: how far it is, its cost curves, its network, and what that makes of the data.

import { h, Component } from '../preact.js';
import { ProblemBox } from '../parts/problem-box.js';
import { set } from '../store.js';
import { onceMore } from '../train/once-more.js';
import { CurveCard } from './curve-card.js';
import { FitCards } from './fit-cards.js';
import { NetworkView } from './network-view.js';
import { ResultCard } from './result-card.js';
import { TestCard } from './test-card.js';
import { StatusCard } from './status-card.js';

export class Watch extends Component {
  render({ state }) {
    const { job, model, about, sent, problems } = state;
    if (!job) {
      return h('section', { class: 'card empty' },
        h('h2', null, 'Nothing is being trained'),
        h('p', null, 'Train a network, or open a past run, and watch its cost fall here.'),
        h(ProblemBox, { problem: problems.watch }),
        h('div', { class: 'row' },
          h('button', { type: 'button', onClick: () => set({ tab: 'train' }) }, 'Train one'),
          h('button', { type: 'button', class: 'secondary outline', onClick: () => set({ tab: 'runs' }) }, 'See past runs')));
    }
    return h('div', { class: 'watching' },
      h(StatusCard, { job, problem: problems.watch, known: Boolean(model), again: model && onceMore(model, about), sent: sent?.job === job.id ? sent.config : null }),
      h(CurveCard, { job, curve: state.curve, dark: state.dark }),
      h(NetworkView, { state, job }),
      h(FitCards, { state }),
      h(TestCard, { job, model, asked: about?.asked }),
      h(ResultCard, { job, model, problem: problems.model }));
  }
}

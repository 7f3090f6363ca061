// The page: its head, its tabs, and which of them is shown.

import { h, render, Component } from './preact.js';
import { read, tabs, write } from './url.js';
import { set, state, subscribe } from './store.js';
import { Train } from './train/train.js';
import { Watch } from './watch/watch.js';
import { Ask } from './ask/ask.js';
import { LookInside } from './inside/inside.js';
import { Runs } from './runs/runs.js';
import { Tour } from './tour/tour.js';
import { Connection, keepInTouch } from './parts/connection.js';
import { DiskUse } from './parts/disk-use.js';
import { applyTheme, ThemeButton } from './parts/theme.js';
import { layOver, watch } from './watch/watching.js';

const views = {
  train: ['Train', Train],
  watch: ['Watch', Watch],
  ask: ['Ask', Ask],
  inside: ['Look inside', LookInside],
  runs: ['Runs', Runs],
  tour: ['Tour', Tour],
};

class Tabs extends Component {
  move = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const edge = { Home: 0, End: tabs.length - 1 }[event.key];
    if (step === undefined && edge === undefined) {
      return;
    }
    event.preventDefault();
    const next = tabs[edge ?? (tabs.indexOf(state.tab) + step + tabs.length) % tabs.length];
    set({ tab: next });
    document.getElementById('tab-' + next).focus();
  };

  render({ tab }) {
    return h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Parts of the page', onKeyDown: this.move },
      tabs.map((name) => h('button', {
        key: name, id: 'tab-' + name, type: 'button', role: 'tab', 'aria-selected': String(tab === name),
        'aria-controls': 'panel', tabIndex: tab === name ? 0 : -1, onClick: () => set({ tab: name }),
      }, views[name][0])));
  }
}

class App extends Component {
  componentDidMount() {
    this.tab = state.tab;
    this.unsubscribe = subscribe(() => {
      this.keepLink();
      this.setState({});
    });
  }

  componentDidUpdate() {
    if (this.tab !== state.tab) {
      this.keepFocus();
    }
    this.tab = state.tab;
  }

  /** Where a button led to another tab, it has gone: whoever works by keyboard or by ear goes on at the top of that tab. */
  keepFocus() {
    if (document.activeElement === document.body) {
      document.getElementById('panel').focus({ preventScroll: true });
      scrollTo(0, 0);
    }
  }

  /** The address bar leads back here. Browsers take so many changes a minute only, so none is made twice. */
  keepLink() {
    const link = write(state);
    if (link !== this.link) {
      this.link = link;
      history.replaceState(null, '', link);
    }
  }

  componentWillUnmount() {
    this.unsubscribe();
  }

  render() {
    const View = views[state.tab][1];
    return [
      h('header', { class: 'top' },
        h('div', { class: 'brand' },
          h('img', { src: 'icon.svg', alt: '', width: 32, height: 32 }),
          h('h1', null, 'Feedforward'),
          h('p', null, 'A neural network that you can talk to')),
        h(ThemeButton, { theme: state.theme }),
        h(Tabs, { tab: state.tab })),
      h(Connection, { online: state.online, note: state.note }),
      h('main', null,
        h('div', { id: 'panel', role: 'tabpanel', tabIndex: -1, 'aria-labelledby': 'tab-' + state.tab, class: 'panel ' + state.tab },
          h(View, { state }))),
      h('footer', null,
        h('a', { href: 'swagger-ui.html' }, 'Every call of the service'), ' · ',
        h('a', { href: 'problems' }, 'Problems and what to do'),
        h(DiskUse)),
    ];
  }
}

function open() {
  set({ note: null });
  const { tab, job, stop, compare, inside, config, note } = read(location.hash);
  set({ tab, stop, config, note });
  if (job && job !== state.job?.id) {
    watch(job);
  }
  set({ inside });
  layOver(compare);
}

keepInTouch();
applyTheme();
open();
addEventListener('hashchange', open);
render(h(App), document.getElementById('app'));

import { h, Component } from '../preact.js';
import { address, get } from '../api.js';
import { CurlLine } from '../parts/curl-line.js';
import { ProblemBox } from '../parts/problem-box.js';
import { CostChart } from '../watch/cost-chart.js';
import { short } from '../parts/numbers.js';
import { overlaid } from '../watch/watching.js';
import { trying } from '../store.js';
import { Comparison } from './comparison.js';

/** The ticked runs: their curves, and what they were asked to do and came to. Props: compare, curve, dark, problem. */
export class Compared extends Component {
  componentDidMount() {
    this.load();
  }

  componentDidUpdate() {
    this.load();
  }

  path() {
    return `/compare?jobs=${this.props.compare}`;
  }

  /** Only the table is made of the answer, so one point of the curves is enough. */
  async load() {
    const path = this.path();
    if (this.asked !== path) {
      this.asked = path;
      const items = this.props.compare.length < 2 ? [] : (await trying('compare', () => get(`${path}&points=1`)))?.items;
      if (this.asked === path) {
        this.setState({ items: items || [] });
      }
    }
  }

  render({ curve, compare, dark, problem }, { items = [] }) {
    return h('section', { class: 'card compared', 'aria-labelledby': 'compare-title' },
      h('h2', { id: 'compare-title', tabIndex: -1 }, 'Compared'),
      h(CostChart, {
        runs: overlaid, log: curve.log, tick: curve.tick, dark,
        text: 'Cost over iterations of ' + overlaid.map(({ name, cost }) => `${name}, down to ${short(cost.at(-1))}`).join('; '),
      }),
      h(Comparison, { items }),
      h(ProblemBox, { problem }),
      compare.length > 1 && h('p', { class: 'row downloads' }, 'Save the curves: ', ['svg', 'png', 'csv'].map((format) =>
        h('a', { key: format, href: address(`${this.path()}&format=${format}`), download: '' }, format.toUpperCase()))),
      compare.length > 1 && h(CurlLine, { call: { method: 'GET', path: this.path() } }));
  }
}

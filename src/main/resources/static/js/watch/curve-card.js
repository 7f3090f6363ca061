import { h, Component } from '../preact.js';
import { address } from '../api.js';
import { CurlLine } from '../parts/curl-line.js';
import { short } from '../parts/numbers.js';
import { set } from '../store.js';
import { CostChart } from './cost-chart.js';
import { overlaid, run } from './watching.js';

/** The cost curves, and the ways to take them along. */
export class CurveCard extends Component {
  state = { zoomed: false };

  zoomed = (zoomed) => this.setState({ zoomed });

  render({ job, curve, dark }, { zoomed }) {
    const runs = [run, ...overlaid.filter(({ id }) => id !== run?.id)].filter(Boolean);
    const cost = `/jobs/${job.id}/cost`;
    return h('section', { class: 'card curve', 'aria-labelledby': 'curve-title' },
      h('div', { class: 'row spread' },
        h('h2', { id: 'curve-title' }, 'Cost'),
        h('div', { class: 'row' },
          h('button', { type: 'button', class: 'small secondary outline', onClick: () => this.chart.zoomIn() }, 'Later half'),
          h('button', { type: 'button', class: 'small secondary outline', disabled: !zoomed, onClick: () => this.chart.zoomOut() }, 'Zoom out'),
          h('label', { class: 'check' },
            h('input', { type: 'checkbox', role: 'switch', checked: curve.log, onChange: () => set({ curve: { ...curve, log: !curve.log } }) }),
            'Log axis'))),
      h(CostChart, {
        ref: (chart) => { this.chart = chart; }, runs, log: curve.log, tick: curve.tick, dark, onZoom: this.zoomed, text: this.text(runs),
      }),
      h('p', { class: 'row downloads' }, 'Save it: ',
        ['svg', 'png', 'csv', 'json'].map((format) =>
          h('a', { key: format, href: address(`${cost}?format=${format}`), download: `job-${job.id}-cost.${format}` }, format.toUpperCase()))),
      h(CurlLine, { call: { method: 'GET', path: `${cost}?points=200&decimals=3` } }));
  }

  text(runs) {
    return 'Cost over iterations. ' + runs.map((shown) => shown.iteration.length
      ? `${shown.name}: from ${short(shown.cost[0])} to ${short(shown.cost.at(-1))}.` : '').join(' ');
  }
}

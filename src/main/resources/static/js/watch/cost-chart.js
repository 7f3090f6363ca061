// Cost curves by uPlot: the watched run and those laid over it. Drag to zoom in, double-click to zoom out.

import uPlot from '../../webjars/uplot/dist/uPlot.esm.js';
import { numeral } from '../parts/numbers.js';
import { h, Component } from '../preact.js';

const LABELS = { cost: 'training', validationCost: 'validation', testCost: 'test' };
const DASHES = { cost: [], validationCost: [2, 4], testCost: [8, 4] };
const COLOURS = ['--first', '--second', '--third', '--fourth'];
const LEAST_SHOWN = 1e-12;
const MOST_PLAIN = 1e12;
const MOST_POWERS = 8;
const FEW_POWERS = 3;

/** Props: runs (Run each), log, tick (changes with the runs), dark, height. */
export class CostChart extends Component {
  range = null;
  unit = 1;

  /** Built as soon as the browser tells how much room there is; to ask for it would make it work that out at once. */
  componentDidMount() {
    // In the next frame: a size that is set while sizes are told is told again.
    this.observer = new ResizeObserver(([{ contentRect }]) => requestAnimationFrame(() => this.fitIn(contentRect.width)));
    this.observer.observe(this.base);
  }

  componentWillUnmount() {
    this.observer.disconnect();
    this.plot?.destroy();
    this.plot = null;
  }

  fitIn(width) {
    this.width = Math.floor(width);
    if (!this.plot) {
      this.build();
    } else if (this.plot.width !== this.size().width) {
      this.plot.setSize(this.size());
    }
  }

  shouldComponentUpdate(next) {
    const { runs, log, tick, dark } = this.props;
    return runs !== next.runs || log !== next.log || tick !== next.tick || dark !== next.dark;
  }

  componentDidUpdate() {
    if (!this.plot) {
      return;
    }
    const key = this.key();
    if (key === this.built) {
      this.plot.setData(this.data(), this.range === null);
      if (this.range) {
        this.plot.setScale('x', this.range);
      }
    } else {
      this.build();
    }
  }

  /** What the plot is built of; with anything else it is built anew. */
  key() {
    const { runs, log, dark } = this.props;
    return JSON.stringify([log, dark, runs.map((run) => [run.id, this.names(run)])]);
  }

  names(run) {
    return Object.keys(LABELS).filter((name) => run.has(name));
  }

  build() {
    this.plot?.destroy();
    this.built = this.key();
    this.range = null;
    this.plot = new uPlot(this.options(), this.data(), this.base);
  }

  size() {
    return { width: Math.max(200, this.width), height: this.props.height || 320 };
  }

  options() {
    const style = getComputedStyle(this.base);
    const colour = (name) => style.getPropertyValue(name).trim();
    const axis = { stroke: colour('--soft'), grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line'), width: 1 } };
    return {
      ...this.size(),
      series: [{ label: 'iteration' }, ...this.series(colour)],
      scales: { x: { time: false }, y: { range: (plot, min, max) => (this.props.log ? [Math.floor(min), Math.max(Math.floor(min) + 1, Math.ceil(max))] : [0, max * 1.05 || 1]) } },
      axes: [
        { ...axis, label: 'iteration', labelSize: 22, size: 40, values: (plot, ticks) => ticks.map(tickText) },
        {
          ...axis, label: this.props.log ? 'cost (log)' : 'cost', labelSize: 22, size: 56, values: (plot, ticks) => ticks.map((tick) => tickText(this.meant(tick))),
          ...(this.props.log ? { splits: (plot, index, least, most) => powers(least, most) } : {}),
        },
      ],
      cursor: { drag: { x: true, y: false } },
      hooks: { setSelect: [(plot) => this.zoom(plot)] },
    };
  }

  zoom(plot) {
    if (plot.select.width > 4) {
      this.show(plot.posToVal(plot.select.left, 'x'), plot.posToVal(plot.select.left + plot.select.width, 'x'));
    }
  }

  show(min, max) {
    this.range = { min, max };
    this.plot.setData(this.data(), false);
    this.plot.setScale('x', this.range);
    this.props.onZoom?.(true);
  }

  /** Shows the later half of what is shown. */
  zoomIn() {
    const { min, max } = this.plot.scales.x;
    if (max > min) {
      this.show((min + max) / 2, max);
    }
  }

  /** Shows everything again. */
  zoomOut() {
    this.range = null;
    this.plot.setData(this.data(), true);
    this.props.onZoom?.(false);
  }

  series(colour) {
    const { runs } = this.props;
    return runs.flatMap((run, index) => this.names(run).map((name, place) => ({
      label: runs.length > 1 ? `${LABELS[name]}, ${run.name}` : LABELS[name],
      stroke: colour(COLOURS[(runs.length > 1 ? index : place) % COLOURS.length]),
      width: 2, dash: DASHES[name], spanGaps: true, points: { show: false },
      value: (plot, value) => numeral(value === null ? null : this.meant(value), 3),
    })));
  }

  data() {
    const { min, max } = this.range || { min: -Infinity, max: Infinity };
    const views = this.props.runs.map((run) => run.view(this.names(run), min, max, Math.ceil(this.size().width / 2)));
    const most = Math.max(0, ...views.map(([, ...columns]) => Math.max(0, ...columns.flat())));
    this.unit = most < MOST_PLAIN ? 1 : 10 ** Math.floor(Math.log10(most));
    const tables = views.map((view) => this.shown(view));
    return tables.length === 1 ? tables[0] : tables.length ? uPlot.join(tables) : [[]];
  }

  /** uPlot takes no numbers of many digits, to which costs grow in a training that diverges: it is given their logarithms, where there is no place for 0, or shares of a unit. */
  shown([iterations, ...columns]) {
    const place = this.props.log ? (value) => (value > LEAST_SHOWN ? Math.log10(value) : null) : (value) => value && value / this.unit;
    return [iterations, ...columns.map((values) => values.map(place))];
  }

  /** The cost that stands at that place of the axis. */
  meant(place) {
    return this.props.log ? 10 ** place : place * this.unit;
  }

  render({ text }) {
    return h('div', { class: 'chart', role: 'img', 'aria-label': text, onDblClick: () => this.zoomOut() });
  }
}

/** Logarithms of powers of ten, so few that they can be read, from least to most; with 2 and 5 times each where they are few. */
function powers(least, most) {
  const step = Math.ceil((most - least) / MOST_POWERS) || 1;
  const times = most - least > FEW_POWERS ? [1] : [1, 2, 5];
  const first = Math.ceil(least / step) * step;
  const exponents = Array.from({ length: Math.max(0, Math.floor((most - first) / step) + 1) }, (nothing, index) => first + index * step);
  return exponents.flatMap((exponent) => times.map((factor) => exponent + Math.log10(factor))).filter((tick) => tick <= most);
}

function tickText(value) {
  if (value === 0) {
    return '0';
  }
  const size = Math.abs(value);
  if (size >= 1e9) return Number(value.toPrecision(3)).toExponential().replace('e+', 'e');
  if (size >= 1e6) return `${value / 1e6}M`;
  if (size >= 1e4) return `${value / 1e3}k`;
  return size < 1e-3 ? value.toExponential(0) : String(Number(value.toPrecision(3)));
}

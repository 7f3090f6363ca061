// The cost history of a job, as it grows, and what of it is drawn.

const SERIES = ['cost', 'validationCost', 'testCost', 'loss'];

export class Run {
  constructor(id, name) {
    this.id = id;
    this.name = name;
    this.iteration = [];
    this.cost = [];
    this.validationCost = [];
    this.testCost = [];
    this.loss = [];
  }

  /** Adds the points of a history that come after those that are there. */
  add(history) {
    const last = this.iteration.at(-1) ?? -1;
    let from = 0;
    while (from < history.iteration.length && history.iteration[from] <= last) {
      from++;
    }
    for (let i = from; i < history.iteration.length; i++) {
      this.iteration.push(history.iteration[i]);
      for (const name of SERIES) {
        this[name].push(history[name] ? history[name][i] : null);
      }
    }
  }

  has(name) {
    return this[name].length > 0 && this[name].at(-1) !== null;
  }

  /** Columns from iteration min to max, thinned to about 2 × columns points without losing a peak: [x, …each of names]. */
  view(names, min, max, columns) {
    const from = Math.max(0, after(this.iteration, min) - 1);
    const to = Math.min(this.iteration.length, after(this.iteration, max) + 1);
    const kept = to - from <= 2 * columns ? null : this.peaks(names, from, to, columns);
    const pick = (values) => (kept ? kept.map((i) => values[i]) : values.slice(from, to));
    return [this.iteration, ...names.map((name) => this[name])].map(pick);
  }

  /** For each of so many stretches: the first point, and where each series is least and most. */
  peaks(names, from, to, columns) {
    const kept = [];
    const length = (to - from) / columns;
    for (let column = 0; column < columns; column++) {
      const start = from + Math.floor(column * length);
      const end = from + Math.floor((column + 1) * length);
      const found = new Set([start, end - 1]);
      for (const name of names) {
        this.extremes(this[name], start, end, found);
      }
      kept.push(...[...found].sort((a, b) => a - b));
    }
    return kept;
  }

  extremes(values, start, end, found) {
    let least = start;
    let most = start;
    for (let i = start + 1; i < end; i++) {
      if (values[i] < values[least]) least = i;
      if (values[i] > values[most]) most = i;
    }
    found.add(least).add(most);
  }
}

/** The index of the first value after limit, in ascending values. */
function after(values, limit) {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

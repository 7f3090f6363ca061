// Where neurons and weights are drawn, and which of a large network are.

const MOST_NEURONS = 16;
const MOST_EDGES = 600;
const LEAST_PITCH = 30;
const MOST_PITCH = 62;
const USUAL_HEIGHT = 320;
const HEAD = 40;
const FOOT = 26;
const SIDE = 92;
const WIDEST = 7;
/** Weights between two layers that are drawn as wide as they can be. */
const FEW = 24;
const LETTER = 6.6;

/** The sizes of the columns: inputs, then each layer. */
export function sizesOf(layers) {
  return [layers[0].weights.length, ...layers.map(({ weights }) => weights[0].length)];
}

/** What is drawn in width: { width, height, radius, apart, sides, columns: [{ x, size, places: [{ index, y }] }] }. */
export function layoutOf({ layers, inputNames, outputNames, selected }, width) {
  const columns = sizesOf(layers).map((size, column) => ({
    size, indices: [...shown(size, endsIn(column, selected)), ...(layers[column]?.biases ? ['bias'] : [])],
  }));
  const rows = Math.max(...columns.map(({ indices }) => indices.length));
  const pitch = Math.max(LEAST_PITCH, Math.min(MOST_PITCH, USUAL_HEIGHT / rows));
  const radius = Math.min(pitch * 0.42, 24, width / columns.length * 0.3);
  const sides = [inputNames, outputNames].map((names) => sideFor(names, width, radius));
  const apart = (width - sides[0] - sides[1]) / (columns.length - 1);
  const middle = HEAD + rows * pitch / 2;
  return {
    width, radius, apart, sides,
    height: HEAD + rows * pitch + FOOT,
    columns: columns.map(({ size, indices }, column) => ({
      size,
      x: sides[0] + column * apart,
      places: indices.map((index, place) => ({ index, y: middle + (place - (indices.length - 1) / 2) * pitch })),
    })),
  };
}

/** The room from the middle of the neurons to the border, for their names. */
function sideFor(names, width, radius) {
  const longest = isTelling(names) ? Math.max(...names.map((name) => name.length)) : 0;
  return Math.max(36, Math.min(SIDE, width * 0.22, radius + 12 + LETTER * longest));
}

/** Of the only output the head of its column says as much. */
export function isTelling(names) {
  return names.length > 1 || names[0] !== 'output';
}

/** The neurons of column that the selected weight joins. */
function endsIn(column, selected) {
  return !selected ? [] : [
    ...(selected.layer === column && selected.from !== 'bias' ? [selected.from] : []),
    ...(selected.layer === column - 1 ? [selected.to] : []),
  ];
}

/** Indices below size, evenly spread where they are too many, and in any case those that must be there. */
function shown(size, must) {
  if (size <= MOST_NEURONS) {
    return Array.from({ length: size }, (nothing, index) => index);
  }
  const spread = Array.from({ length: MOST_NEURONS }, (nothing, place) => Math.round(place * (size - 1) / (MOST_NEURONS - 1)));
  return [...new Set([...spread, ...must.filter((index) => index < size)])].sort((a, b) => a - b);
}

/** The weight, a bias being one from 'bias'. */
export function weightAt(layers, { layer, from, to }) {
  return from === 'bias' ? layers[layer]?.biases?.[to] : layers[layer]?.weights[from]?.[to];
}

/** The drawn weights, the weakest first: { layer, from, to, value, strength (0 to 1), width, x1, y1, x2, y2 }. */
export function edgesOf(layers, layout, selected) {
  const edges = [];
  layers.forEach((layer, at) => {
    const [source, target] = [layout.columns[at], layout.columns[at + 1]];
    // What is strong depends on how many weights a neuron has; it stays the same while they grow.
    const usual = Math.min(3, Math.max(0.1, 6 / Math.sqrt(source.size)));
    const widest = WIDEST * Math.min(1, (FEW / (source.places.length * target.places.length)) ** 0.4);
    for (const { index: from, y: y1 } of source.places) {
      const weights = from === 'bias' ? layer.biases : layer.weights[from];
      for (const { index: to, y: y2 } of target.places) {
        if (to !== 'bias') {
          const value = weights[to];
          const strength = Math.abs(value) / (Math.abs(value) + usual) || 0;
          edges.push({ layer: at, from, to, value, strength, width: 0.5 + widest * strength, x1: source.x, y1, x2: target.x, y2 });
        }
      }
    }
  });
  edges.sort((a, b) => a.strength - b.strength);
  const left = Math.max(0, edges.length - MOST_EDGES);
  return edges.filter((edge, place) => place >= left || isSame(edge, selected));
}

export function isSame(one, other) {
  return Boolean(one && other) && one.layer === other.layer && one.from === other.from && one.to === other.to;
}

/** The edge nearest to a point, not farther than reach; or null. */
export function nearest(edges, x, y, reach) {
  let best = null;
  let least = reach;
  for (const edge of edges) {
    const away = distance(edge, x, y);
    if (away <= least) {
      least = away;
      best = edge;
    }
  }
  return best;
}

function distance({ x1, y1, x2, y2 }, x, y) {
  const [across, down] = [x2 - x1, y2 - y1];
  const share = Math.max(0, Math.min(1, ((x - x1) * across + (y - y1) * down) / (across * across + down * down)));
  return Math.hypot(x1 + share * across - x, y1 + share * down - y);
}

/** The weight that a key leads to from the selected one, among those drawn; undefined for a key that leads nowhere. */
export function moved(key, layout, selected) {
  const { layer, from, to } = selected || { layer: 0 };
  const sources = layout.columns[layer].places.map(({ index }) => index);
  const targets = layout.columns[layer + 1].places.map(({ index }) => index).filter((index) => index !== 'bias');
  const count = sources.length * targets.length;
  const now = selected ? targets.indexOf(to) * sources.length + sources.indexOf(from) : -1;
  const place = {
    ArrowDown: now + 1, ArrowUp: now - 1, PageDown: now + sources.length, PageUp: now - sources.length, Home: 0, End: count - 1,
  }[key];
  const turn = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (place !== undefined) {
    const within = Math.max(0, Math.min(count - 1, place));
    return { layer, from: sources[within % sources.length], to: targets[Math.floor(within / sources.length)] };
  }
  return turn && firstOf(layout, layer + (selected ? turn : 0)) || undefined;
}

function firstOf({ columns }, layer) {
  return layer >= 0 && layer < columns.length - 1 ? { layer, from: columns[layer].places[0].index, to: columns[layer + 1].places[0].index } : null;
}

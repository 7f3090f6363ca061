// Draws a network on a canvas: weights below, neurons above them.

import { colours, raster, spanOf, tint } from './canvas.js';
import { brief } from '../parts/numbers.js';
import { isSame, isTelling } from './network-layout.js';
import { columnName } from './network-words.js';

const DASH = [6, 4];
const FONT = 'system-ui, "Segoe UI", Roboto, sans-serif';


/** scene: { props, layout, edges, hovered }. */
export function paintWeights(context, { edges, hovered, props: { selected } }) {
  context.textBaseline = 'middle';
  edges.forEach((edge) => stroke(context, edge, 0.18 + 0.82 * edge.strength ** 1.3));
  [edges.find((edge) => isSame(edge, selected)), hovered].filter(Boolean).forEach((edge) => highlight(context, edge));
}

export function paintNeurons(context, scene) {
  context.textBaseline = 'middle';
  scene.layout.columns.forEach((column, at) => {
    heading(context, scene, column, at);
    column.places.forEach((place) => neuron(context, scene, at, column.x, place));
    rest(context, column, scene.layout);
  });
}

function stroke(context, { x1, y1, x2, y2, value, width }, opacity) {
  const { positive, negative } = colours();
  context.globalAlpha = opacity;
  context.strokeStyle = value < 0 ? negative : positive;
  context.lineWidth = width;
  context.setLineDash(value < 0 ? DASH : []);
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
  context.globalAlpha = 1;
  context.setLineDash([]);
}

/** A bright lane around the weight, and its value half-way. */
function highlight(context, edge) {
  const { ink, card } = colours();
  const { x1, y1, x2, y2, width } = edge;
  for (const [colour, wider] of [[ink, 6], [card, 3]]) {
    context.strokeStyle = colour;
    context.lineWidth = width + wider;
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }
  stroke(context, edge, 1);
  pill(context, brief(edge.value), (x1 + x2) / 2, (y1 + y2) / 2, 12);
}

function pill(context, text, x, y, size) {
  const { ink, card, line } = colours();
  context.font = `600 ${size}px ${FONT}`;
  const width = context.measureText(text).width + size * 0.8;
  const height = size * 1.4;
  context.fillStyle = card;
  context.strokeStyle = line;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(x - width / 2, y - height / 2, width, height, height / 2);
  context.fill();
  context.stroke();
  write(context, text, x, y, ink);
}

function write(context, text, x, y, colour, align = 'center') {
  context.fillStyle = colour;
  context.textAlign = align;
  context.fillText(text, x, y + 0.5);
}

function heading(context, { layout, props }, { x }, at) {
  const { soft, ink } = colours();
  const last = layout.columns.length - 1;
  context.font = `600 12px ${FONT}`;
  const name = headed(at, last, layout.apart);
  const half = context.measureText(name).width / 2;
  const centre = Math.max(half, Math.min(layout.width - half, x));
  write(context, name, centre, 10, ink);
  if (at > 0 && layout.apart > 48) {
    context.font = `11px ${FONT}`;
    write(context, props.layers[at - 1].activation?.replaceAll('_', ' ') || '', centre, 25, soft);
  }
}

/** The name of a column, as long as there is room for. */
function headed(at, last, room) {
  if (room > 104) {
    return columnName(at, last + 1);
  }
  const [first, middle, end] = room > 60 ? ['inputs', `hidden ${at}`, 'output'] : ['in', String(at), 'out'];
  return at === 0 ? first : at === last ? end : middle;
}

/** How many neurons of the column are not drawn. */
function rest(context, { x, size, places }, { height }) {
  const drawn = places.filter(({ index }) => index !== 'bias').length;
  if (drawn < size) {
    context.font = `11px ${FONT}`;
    write(context, `+ ${(size - drawn).toLocaleString('en')}`, x, height - 10, colours().soft);
  }
}

function neuron(context, scene, column, x, { index, y }) {
  if (index === 'bias') {
    bias(context, x, y, scene.layout.radius * 0.72);
    return;
  }
  const { layers, activations, surfaces } = scene.props;
  const surface = column ? surfaces?.[column - 1]?.[index] : surfaces && slope(index, surfaces[0][0]);
  const value = activations?.[column]?.[index];
  outline(context, scene, column, x, y, index, Boolean(surface));
  if (surface) {
    map(context, surface, column ? layers[column - 1].activation : 'identity', x, y, scene.layout.radius);
  } else {
    context.fillStyle = value === undefined ? colours().card : tint(value / largest(activations[column]));
    context.fill();
  }
  context.stroke();
  inside(context, value, index, x, y, scene.layout.radius, surface);
  name(context, scene, column, x, y, index);
}

/** The path of the neuron: a square for a map, a circle for a number. */
function outline(context, { layout: { radius }, props: { selected }, hovered }, column, x, y, index, square) {
  const edge = hovered || selected;
  const joined = edge && (edge.layer === column && edge.from === index || edge.layer === column - 1 && edge.to === index);
  context.strokeStyle = joined ? colours().ink : colours().soft;
  context.lineWidth = joined ? 2.5 : 1.25;
  context.beginPath();
  if (square) {
    context.rect(x - radius, y - radius, 2 * radius, 2 * radius);
  } else {
    context.arc(x, y, radius, 0, 2 * Math.PI);
  }
}

function map(context, surface, activation, x, y, radius) {
  context.drawImage(raster(surface, spanOf(surface, activation)), x - radius, y - radius, 2 * radius, 2 * radius);
}

/** An input over the plane, as maps of neurons show it: it grows to the right, the other one upwards. */
function slope(input, like) {
  const share = (place, count) => 2 * place / (count - 1) - 1;
  return like.map((row, y) => row.map((nothing, x) => (input === 0 ? share(x, row.length) : share(y, like.length))));
}

function largest(values) {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
}

function inside(context, value, index, x, y, radius, surface) {
  const size = Math.max(9, Math.min(13, radius * 0.62));
  if (surface) {
    if (value !== undefined) {
      pill(context, brief(value), x, y + radius + 1, Math.min(11, size));
    }
    return;
  }
  if (radius >= 9) {
    context.font = `${value === undefined ? '' : '600 '}${size}px ${FONT}`;
    write(context, value === undefined ? String(index) : brief(value), x, y, value === undefined ? colours().soft : colours().ink);
  }
}

/** The names of inputs and outputs, beside them. */
function name(context, { props: { inputNames, outputNames }, layout }, column, x, y, index) {
  const last = column === layout.columns.length - 1;
  const names = last ? outputNames : inputNames;
  if (column && !last || !isTelling(names)) {
    return;
  }
  context.font = `12px ${FONT}`;
  const room = layout.sides[last ? 1 : 0] - layout.radius - 8;
  const text = fitting(context, names[index], room);
  write(context, text, last ? x + layout.radius + 6 : x - layout.radius - 6, y, colours().soft, last ? 'left' : 'right');
}

function fitting(context, text = '', room) {
  if (context.measureText(text).width <= room) {
    return text;
  }
  let length = text.length;
  while (length > 1 && context.measureText(text.slice(0, length) + '…').width > room) {
    length--;
  }
  return text.slice(0, length) + '…';
}

function bias(context, x, y, radius) {
  const { card, soft } = colours();
  context.fillStyle = card;
  context.strokeStyle = soft;
  context.lineWidth = 1.25;
  context.setLineDash([2, 2]);
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  context.setLineDash([]);
  context.font = `11px ${FONT}`;
  write(context, radius > 9 ? '+1' : '1', x, y, soft);
}

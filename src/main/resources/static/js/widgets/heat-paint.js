// Draws what a network answers over a plane, with its rows.

import { colours, mix, ofPixels, pixel, raster } from './canvas.js';
import { brief } from '../parts/numbers.js';

export const MARGIN = { left: 46, right: 10, top: 10, bottom: 24 };
const FONT = '11px system-ui, "Segoe UI", Roboto, sans-serif';
const POINT = 4;
const FEW = 20;
const MANY = 200;
const FINER = 4;

/** Outlines of the marks of classes, around a point, one unit to each side. */
export const SHAPES = [
  'M-.9-.9H.9V.9H-.9Z', 'M1 0A1 1 0 1 1-1 0A1 1 0 1 1 1 0Z', 'M0-1.2L1.1.9H-1.1Z', 'M0-1.3L1.2 0L0 1.3L-1.2 0Z',
  'M-.4-1.2H.4V-.4H1.2V.4H.4V1.2H-.4V.4H-1.2V-.4H-.4Z', 'M0 1.2L1.1-.9H-1.1Z', 'M-1.2 0L-.4-1.1H.4L1.2 0L.4 1.1H-.4Z',
  'M-1.2-.4H1.2V.4H-1.2Z', 'M-.4-1.2H.4V1.2H-.4Z', 'M-1.1-1.1L0-.5L1.1-1.1L.5 0L1.1 1.1L0 .5L-1.1 1.1L-.5 0Z',
];
const paths = SHAPES.map((shape) => new Path2D(shape));

/** The answers. scene: { xs, ys, values, points, picked, names, isClasses, span (or null with several outputs), width, height }. */
export function paintAnswers(context, scene) {
  const place = placesIn(scene);
  clipTo(context, place);
  const { left, right, top, bottom } = place.box;
  const { xs, ys, span, values } = scene;
  // A value stands for the surroundings of its point, half of which are outside at the border.
  const [padX, padY] = span ? [(right - left) / (xs.length - 1) / 2, (bottom - top) / (ys.length - 1) / 2] : [0, 0];
  context.drawImage(span ? raster(values, span) : classRaster(values), left - padX, top - padY, right - left + 2 * padX, bottom - top + 2 * padY);
  if (span) {
    border(context, scene, place);
  }
  context.restore();
}

/** What stays while the answers change: the rows and the axes. */
export function paintRows(context, scene) {
  const place = placesIn(scene);
  clipTo(context, place);
  marks(context, scene, place);
  context.restore();
  axes(context, scene, place);
}

function clipTo(context, { box: { left, right, top, bottom } }) {
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
}

/** Where a value is on the sheet, and which value is there. */
export function placesIn({ xs, ys, width, height }) {
  const box = { left: MARGIN.left, right: width - MARGIN.right, top: MARGIN.top, bottom: height - MARGIN.bottom };
  const [x0, x1, y0, y1] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  const across = (box.right - box.left) / (x1 - x0);
  const down = (box.bottom - box.top) / (y1 - y0);
  return {
    box,
    x: (value) => box.left + (value - x0) * across,
    y: (value) => box.bottom - (value - y0) * down,
    valueAt: (x, y) => ({ x: x0 + (x - box.left) / across, y: y0 + (box.bottom - y) / down }),
  };
}

/** The line where the answer changes sides, found in each cell of the grid. */
function border(context, { xs, ys, values, span: { middle } }, place) {
  context.strokeStyle = colours().ink;
  context.lineWidth = 1.5;
  context.beginPath();
  for (let j = 0; j + 1 < ys.length; j++) {
    for (let i = 0; i + 1 < xs.length; i++) {
      const ends = crossings(values, i, j, middle);
      for (let end = 0; end + 1 < ends.length; end += 2) {
        const [[fromX, fromY], [toX, toY]] = [ends[end], ends[end + 1]];
        context.moveTo(place.x(between(xs, fromX)), place.y(between(ys, fromY)));
        context.lineTo(place.x(between(xs, toX)), place.y(between(ys, toY)));
      }
    }
  }
  context.stroke();
}

const between = (values, place) => {
  const below = Math.min(Math.floor(place), values.length - 2);
  return values[below] + (values[below + 1] - values[below]) * (place - below);
};

/** Where the sides of a cell cross level, in its corners' order. */
function crossings(values, i, j, level) {
  const corners = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]];
  const found = [];
  corners.forEach(([x, y], corner) => {
    const [nextX, nextY] = corners[(corner + 1) % 4];
    const [here, there] = [values[y][x] - level, values[nextY][nextX] - level];
    if (here < 0 !== there < 0) {
      const share = here / (here - there);
      found.push([x + share * (nextX - x), y + share * (nextY - y)]);
    }
  });
  return found;
}

/** The class with the highest output everywhere, paler where another comes near, with lines between them. */
function classRaster(outputs) {
  const [width, height] = [(outputs[0][0].length - 1) * FINER, (outputs[0].length - 1) * FINER];
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const winners = new Uint8Array(width * height);
  const { card, ink, classes } = colours();
  const shades = outputs.map((values, output) => [0.3, 0.4, 0.5, 0.6, 0.7].map((share) => pixel(mix(card, classes[output % classes.length], share))));
  const line = pixel(ink);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (height - 1 - y) * width + x;
      const { winner, lead } = winnerAt(outputs, x / FINER, y / FINER);
      winners[at] = winner;
      pixels[at] = shades[winner][Math.min(4, Math.floor(lead * 5))];
    }
  }
  for (let at = 0; at < winners.length - width; at++) {
    if (winners[at] !== winners[at + width] || (at + 1) % width && winners[at] !== winners[at + 1]) {
      pixels[at] = line;
    }
  }
  return ofPixels(image);
}

function winnerAt(outputs, x, y) {
  let winner = 0;
  let most = -Infinity;
  let second = -Infinity;
  outputs.forEach((values, output) => {
    const value = smooth(values, x, y);
    if (value > most) {
      second = most;
      most = value;
      winner = output;
    } else if (value > second) {
      second = value;
    }
  });
  return { winner, lead: Math.max(0, Math.min(0.99, most - second)) };
}

/** The value between four of the grid. */
function smooth(values, x, y) {
  const [i, j] = [Math.floor(x), Math.floor(y)];
  const [right, up] = [x - i, y - j];
  return (values[j][i] * (1 - right) + values[j][i + 1] * right) * (1 - up)
    + (values[j + 1][i] * (1 - right) + values[j + 1][i + 1] * right) * up;
}

function marks(context, { points, picked, isClasses, span }, place) {
  const { card, ink, classes, ramp } = colours();
  const size = points.length > MANY ? POINT * 0.75 : points.length > FEW ? POINT : POINT * 1.5;
  for (const { x, y, answer, test } of points) {
    const shape = isClasses ? answer : 1;
    const colour = isClasses ? classes[answer % classes.length] : hex(ramp[Math.round(255 * share(answer, span))]);
    context.save();
    context.translate(place.x(x), place.y(y));
    context.scale(size, size);
    mark(context, paths[shape % paths.length], colour, isClasses ? card : ink, test);
    context.restore();
  }
  if (picked) {
    cross(context, place.x(picked.x), place.y(picked.y));
  }
}

const share = (value, span) => (span ? Math.max(0, Math.min(1, (value - span.low) / (span.high - span.low || 1))) : 0);
const hex = (value) => `#${[value & 255, value >> 8 & 255, value >> 16 & 255].map((part) => part.toString(16).padStart(2, '0')).join('')}`;

function mark(context, path, colour, edge, hollow) {
  context.lineWidth = hollow ? 0.55 : 0.3;
  context.fillStyle = hollow ? edge : colour;
  context.strokeStyle = hollow ? colour : edge;
  context.fill(path);
  context.stroke(path);
}

function cross(context, x, y) {
  const { ink, card } = colours();
  for (const [colour, width] of [[card, 5], [ink, 2]]) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    context.arc(x, y, 9, 0, 2 * Math.PI);
    for (const [right, down] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
      context.moveTo(x + 9 * right, y + 9 * down);
      context.lineTo(x + 15 * right, y + 15 * down);
    }
    context.stroke();
  }
}

function axes(context, { xs, ys, names }, { box, x, y }) {
  const { soft, line } = colours();
  context.strokeStyle = line;
  context.lineWidth = 1;
  context.strokeRect(box.left - 0.5, box.top - 0.5, box.right - box.left + 1, box.bottom - box.top + 1);
  context.font = FONT;
  context.fillStyle = soft;
  context.textBaseline = 'middle';
  ticks(xs).forEach((tick) => text(context, brief(tick), x(tick), box.bottom + 10, 'center'));
  ticks(ys).forEach((tick) => text(context, brief(tick), box.left - 6, y(tick), 'right'));
  text(context, names[0], box.right, box.bottom + 10, 'right');
  text(context, names[1].slice(0, 7), box.left - 6, box.top + 4, 'right');
}

function text(context, words, x, y, align) {
  context.textAlign = align;
  context.fillText(words, x, y);
}

/** Round values within values, at most five, none close to the end, where the name is. */
function ticks(values) {
  const [low, high] = [values[0], values.at(-1)];
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough);
  const found = [];
  for (let tick = Math.ceil(low / step) * step; tick <= high - (high - low) * 0.1; tick += step) {
    found.push(Math.abs(tick) < step / 1e6 ? 0 : tick);
  }
  return found;
}

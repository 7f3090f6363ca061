// What a drawing is to a network: cropped to its ink and brought to the size of the pictures that it has learned from.

/** Half the width of the pen's line, against the longer side of what is drawn: in the middle of the pens that draw the built-in digits. */
const PEN = 0.0575;
const LEAST_PEN = 0.01;
/** A narrow drawing is stretched no more than this one way than the other: a bare 1 stays a stem. */
const MOST_STRETCH = 3;
/** Samples of a pixel's width and height; odd where black and white are told apart, so that half of them is no case. */
const FINENESS = { blackAndWhite: 3, grey: 4 };
/** Pictures of 28 × 28 hold the drawing in 20 × 20, its centre of gravity in the middle, as in MNIST. */
const CENTRED = { 28: 20 };

/**
 * The pixels, row by row, of strokes: each a list of points { x, y } from 0 to 1 across the pad.
 * tone: { least, most, grey }: the values of paper and ink, and whether there are some between.
 */
export function picture(strokes, size, { least, most, grey }) {
  const drawn = strokes.filter((stroke) => stroke.length);
  if (!drawn.length) {
    return null;
  }
  const box = boxAround(drawn);
  const fineness = grey ? FINENESS.grey : FINENESS.blackAndWhite;
  const frame = CENTRED[size] ? centred(box, size) : stretched(box, size);
  let shares = covered(drawn, frame, size, fineness, box.pen);
  if (CENTRED[size]) {
    shares = covered(drawn, moved(frame, shares, size), size, fineness, box.pen);
  }
  return Array.from(shares, (share) => (grey ? tone(least + share * (most - least), most) : share > 0.5 ? most : least));
}

/** Values that go over the wire: whole ones where pixels count to 255, short ones elsewhere. */
function tone(value, most) {
  return most > 16 ? Math.round(value) : Number(value.toFixed(3));
}

function boxAround(strokes) {
  const points = strokes.flat();
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right, top, bottom] = [least(xs), most(xs), least(ys), most(ys)];
  const pen = Math.max(LEAST_PEN, PEN * Math.max(right - left, bottom - top));
  return { left: left - pen, top: top - pen, width: right - left + 2 * pen, height: bottom - top + 2 * pen, pen };
}

const least = (values) => values.reduce((one, other) => Math.min(one, other));
const most = (values) => values.reduce((one, other) => Math.max(one, other));

/** The part of the paper that the picture shows: { left, top, across, down }, the last two a pixel's. */
function stretched({ left, top, width, height }, size) {
  const wide = Math.max(width, height / MOST_STRETCH);
  const high = Math.max(height, width / MOST_STRETCH);
  return { left: left - (wide - width) / 2, top: top - (high - height) / 2, across: wide / size, down: high / size };
}

function centred({ left, top, width, height }, size) {
  const pixel = Math.max(width, height) / CENTRED[size];
  return {
    left: left + width / 2 - pixel * size / 2, top: top + height / 2 - pixel * size / 2, across: pixel, down: pixel,
  };
}

/** The frame with the ink's centre of gravity in its middle. */
function moved(frame, shares, size) {
  let [mass, x, y] = [0, 0, 0];
  shares.forEach((share, i) => {
    mass += share;
    x += share * (i % size + 0.5);
    y += share * (Math.floor(i / size) + 0.5);
  });
  return {
    ...frame, left: frame.left + (x / mass - size / 2) * frame.across, top: frame.top + (y / mass - size / 2) * frame.down,
  };
}

/** How much of each pixel is ink, from 0 to 1. */
function covered(strokes, { left, top, across, down }, size, fineness, pen) {
  const fine = size * fineness;
  const ink = new Uint8Array(fine * fine);
  const paper = { left, top, across: across / fineness, down: down / fineness, fine };
  for (const stroke of strokes) {
    stroke.forEach((point, i) => draw(ink, paper, stroke[Math.max(0, i - 1)], point, pen));
  }
  const shares = new Float64Array(size * size);
  ink.forEach((black, i) => {
    shares[Math.floor(Math.floor(i / fine) / fineness) * size + Math.floor(i % fine / fineness)] += black / (fineness * fineness);
  });
  return shares;
}

/** Inks the samples that are no farther than the pen from a straight piece. */
function draw(ink, { left, top, across, down, fine }, from, to, pen) {
  const sample = (place) => Math.max(0, Math.min(fine - 1, Math.floor(place)));
  const lastRow = sample((Math.max(from.y, to.y) + pen - top) / down);
  const lastColumn = sample((Math.max(from.x, to.x) + pen - left) / across);
  for (let row = sample((Math.min(from.y, to.y) - pen - top) / down); row <= lastRow; row++) {
    const y = top + (row + 0.5) * down;
    for (let column = sample((Math.min(from.x, to.x) - pen - left) / across); column <= lastColumn; column++) {
      if (distance(left + (column + 0.5) * across, y, from, to) <= pen) {
        ink[row * fine + column] = 1;
      }
    }
  }
}

function distance(x, y, from, to) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / length));
  return Math.hypot(x - from.x - along * dx, y - from.y - along * dy);
}

// What canvases share: the page's colours, which style sheets do not bring to them, and their size.

const NAMES = ['ink', 'soft', 'line', 'card', 'positive', 'negative'];
/** Of the classes, in order; the first two are negative and positive. */
const HUES = [26, 210, 150, 275, 340, 60, 185, 0, 95, 240];
const STEPS = 255;

const root = document.documentElement;
const pen = document.createElement('canvas').getContext('2d');
const listeners = new Set();
let known = null;

new MutationObserver(() => {
  known = null;
  listeners.forEach((listener) => listener());
}).observe(root, { attributeFilter: ['data-theme'] });

/** Calls listener when the colours have changed; answers the function that ends this. */
export function onColours(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The colours as they are now: by name '#rrggbb', `classes` as many, and `ramp` as pixels. */
export function colours() {
  known ??= read();
  return known;
}

function read() {
  const style = getComputedStyle(root);
  const named = Object.fromEntries(NAMES.map((name) => [name, plain(style.getPropertyValue(`--${name}`).trim())]));
  const [saturation, lightness] = root.dataset.theme === 'dark' ? [80, 67] : [80, 38];
  const classes = HUES.map((hue) => plain(`hsl(${hue} ${saturation}% ${lightness}%)`));
  classes.splice(0, 2, named.negative, named.positive);
  const ramp = Uint32Array.from({ length: STEPS + 1 }, (nothing, step) => pixel(blend(named, 2 * step / STEPS - 1, 0.8)));
  return { ...named, classes, ramp };
}

/** Any colour of a style sheet as '#rrggbb'. */
function plain(colour) {
  pen.fillStyle = colour;
  return pen.fillStyle;
}

function blend({ card, positive, negative }, share, most) {
  return mix(card, share < 0 ? negative : positive, Math.min(1, Math.abs(share)) * most);
}

/** The colour that is so much of the way from one to the other, as '#rrggbb'. */
export function mix(from, to, share) {
  const part = (at) => {
    const [first, second] = [from, to].map((colour) => parseInt(colour.slice(at, at + 2), 16));
    return Math.round(first + (second - first) * share).toString(16).padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}

/** The colour of a share from -1 to 1, pale enough for text over it. */
export function tint(share) {
  return blend(colours(), share, 0.45);
}

/** '#rrggbb' as ImageData holds it. */
export function pixel(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return (255 << 24 | blue << 16 | green << 8 | red) >>> 0;
}

/** What the colours stand for: from low to high, with middle, which has none, between them. */
export function spanOf(values, activation) {
  let low = Infinity;
  let high = -Infinity;
  for (const row of values) {
    for (const value of row) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (activation !== 'tanh' && low >= 0 && high <= 1) {
    return { low: 0, middle: 0.5, high: 1 };
  }
  const reach = low >= -1 && high <= 1 ? 1 : Math.max(Math.abs(low), Math.abs(high));
  return activation || low < 0 && high > 0 ? { low: -reach, middle: 0, high: reach } : { low, middle: (low + high) / 2, high };
}

const grid = document.createElement('canvas');

/** A small canvas with a pixel for each of ys × xs values, the first row at its foot; good until the next call. */
export function raster(values, { low, high }) {
  const [width, height] = [values[0].length, values.length];
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const { ramp } = colours();
  const scale = STEPS / (high - low || 1);
  for (let y = 0; y < height; y++) {
    const row = values[height - 1 - y];
    for (let x = 0; x < width; x++) {
      pixels[y * width + x] = ramp[Math.max(0, Math.min(STEPS, Math.round((row[x] - low) * scale)))];
    }
  }
  return ofPixels(image);
}

export function ofPixels(image) {
  if (grid.width !== image.width || grid.height !== image.height) {
    grid.width = image.width;
    grid.height = image.height;
  }
  grid.getContext('2d').putImageData(image, 0, 0);
  return grid;
}

/** Empties canvas at that size in CSS pixels, sharp on every screen; answers what draws on it. */
export function sheet(canvas, width, height) {
  const density = devicePixelRatio || 1;
  const [across, down] = [Math.round(width * density), Math.round(height * density)];
  if (canvas.width !== across || canvas.height !== down) {
    canvas.width = across;
    canvas.height = down;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const context = canvas.getContext('2d');
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

/**
 * A picture of numbers, a pixel each, as a data URL.
 *
 * @param lines rows of numbers, the topmost first
 * @param place where a number is among the colours: -1 at the first, 1 at the last
 * @param colours names of the page's custom properties
 */
export function paint(lines, place, colours) {
  const style = getComputedStyle(document.documentElement);
  const stops = colours.map((name) => rgb(style.getPropertyValue(name).trim()));
  const canvas = document.createElement('canvas');
  canvas.width = lines[0].length;
  canvas.height = lines.length;
  const context = canvas.getContext('2d');
  const image = context.createImageData(canvas.width, canvas.height);
  lines.flat().forEach((value, index) => image.data.set([...blend(stops, place(value)), 255], 4 * index));
  context.putImageData(image, 0, 0);
  return canvas.toDataURL();
}

function blend(stops, place) {
  const along = (Math.min(1, Math.max(-1, Number.isFinite(place) ? place : 1)) + 1) / 2 * (stops.length - 1);
  const from = Math.min(Math.floor(along), stops.length - 2);
  return stops[from].map((low, channel) => low + (along - from) * (stops[from + 1][channel] - low));
}

/** #rgb or #rrggbb. */
function rgb(hex) {
  const digits = hex.length === 4 ? [1, 2, 3].map((at) => hex[at] + hex[at]) : [1, 3, 5].map((at) => hex.slice(at, at + 2));
  return digits.map((two) => parseInt(two, 16));
}

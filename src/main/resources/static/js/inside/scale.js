/** Maps numbers from min to max onto a line from start to end. */
export function scale(min, max, start, end) {
  const at = (value) => start + ((value - min) / (max - min || 1)) * (end - start);
  at.back = (place) => min + ((place - start) / (end - start)) * (max - min);
  return at;
}

/** Round numbers from min to max, about so many. */
export function ticks(min, max, count) {
  const rough = (max - min) / count;
  if (!(rough > 0) || !Number.isFinite(rough)) {
    return [min];
  }
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find((factor) => factor * power >= rough);
  const first = Math.ceil(min / step);
  return Array.from({ length: Math.floor(max / step) - first + 1 }, (nothing, index) => Number(((first + index) * step).toPrecision(12)));
}

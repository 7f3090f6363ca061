/** A number in so many significant digits, with the minus sign that formulas have. */
export function numeral(value, digits = 4) {
  if (value === null || value === undefined) {
    return '–';
  }
  const size = Math.abs(value);
  const plain = size === 0 || (size >= 1e-4 && size < 1e7);
  const text = plain ? String(Number(value.toPrecision(digits))) : shortened(value.toExponential(digits - 1));
  return text.replaceAll('-', '−');
}

/** An answer as the service gives it: a label as it is, a number in so many digits. */
export const told = (answer) => (typeof answer === 'number' ? numeral(answer, 5) : String(answer));

/** 1.500e-5 is 1.5e-5. */
function shortened(text) {
  const [factor, exponent] = text.split('e');
  return `${Number(factor)}e${Number(exponent)}`;
}

/** Three digits are enough to follow a story. */
export const short = (value) => numeral(value, 3);

export function percent(share) {
  return `${short(100 * share)} %`;
}

/** A number as short as a neuron has room for. */
export function brief(value) {
  if (!Number.isFinite(value)) {
    return '–';
  }
  const size = Math.abs(value);
  const text = size >= 1000 ? value.toPrecision(2) : value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
  return String(Number(text)).replaceAll('-', '−');
}

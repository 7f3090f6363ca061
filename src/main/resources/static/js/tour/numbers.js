/** A number as the tour writes it: three digits that count, and a minus sign that can be seen. */
export function short(value) {
  return signed(Number(value.toPrecision(3)));
}

export function signed(value) {
  return String(value).replaceAll('-', '−');
}

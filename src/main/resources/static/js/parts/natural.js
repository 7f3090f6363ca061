const collator = new Intl.Collator('en', { numeric: true });

/** The places of names in the order in which people would look for them: 2 before 10. */
export function naturalOrder(names) {
  return names.map((name, index) => index).sort((one, other) => collator.compare(names[one], names[other]));
}

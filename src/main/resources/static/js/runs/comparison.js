import { h, Component } from '../preact.js';

/** Settings and figures of several runs side by side, as GET /compare tells them. */
export class Comparison extends Component {
  render({ comparison }) {
    const items = comparison?.items || comparison?.jobs;
    if (!Array.isArray(items) || !items.length) {
      return null;
    }
    const rows = fields(items);
    return h('div', { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': 'The runs side by side' },
      comparison.summary && h('p', null, comparison.summary),
      h('table', null,
        h('caption', { class: 'hidden' }, 'The runs side by side'),
        h('thead', null, h('tr', null, h('th', { scope: 'col' }, 'What'), items.map((item) => h('th', { key: item.job, scope: 'col' }, `job ${item.job ?? item.id}`)))),
        h('tbody', null, rows.map(([name, values]) => h('tr', { key: name },
          h('th', { scope: 'row' }, name),
          values.map((value, index) => h('td', { key: index, class: 'number' }, value)))))));
  }
}

/** The plain values of the items, a row each, with those of objects within them. */
function fields(items) {
  const flat = items.map((item) => new Map(flatten(item, '')));
  const names = [...new Set(flat.flatMap((fieldsOf) => [...fieldsOf.keys()]))];
  return names.map((name) => [name, flat.map((fieldsOf) => shown(fieldsOf.get(name)))]);
}

function flatten(object, prefix) {
  return Object.entries(object).flatMap(([name, value]) => {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      return name === 'links' ? [] : flatten(value, `${prefix}${name} `);
    }
    return Array.isArray(value) && value.length > 8 ? [] : [[prefix + name, value]];
  });
}

function shown(value) {
  if (value === undefined || value === null) {
    return '–';
  }
  return typeof value === 'number' ? String(Number(value.toPrecision(4))) : Array.isArray(value) ? JSON.stringify(value) : String(value);
}

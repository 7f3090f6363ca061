import { h, Component } from '../preact.js';
import { get } from '../api.js';

const EVERY = 60_000;
const UNITS = ['kB', 'MB', 'GB', 'TB'];

/** How much is stored and how much room is left, in one quiet line; nothing where the service does not tell. */
export class DiskUse extends Component {
  componentDidMount() {
    this.look();
    this.timer = setInterval(() => this.look(), EVERY);
  }

  componentWillUnmount() {
    clearInterval(this.timer);
  }

  async look() {
    try {
      const { storage } = await get('/actuator/info');
      this.setState({ storage });
    } catch (away) {
      // What was told last stays: whether the service answers is said elsewhere.
    }
  }

  render(props, { storage }) {
    return storage ? h('p', { class: 'disk-use' }, words(storage)) : null;
  }
}

function words({ databaseBytes, freeBytes }) {
  const stored = `${size(databaseBytes)} of data sets, jobs and models`;
  return freeBytes === undefined ? `Stored: ${stored}.` : `Stored: ${stored}. Free on the disk: ${size(freeBytes)}.`;
}

/** So many bytes in the unit in which they are at least 1, with two digits at least. */
export function size(bytes) {
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 9.95 ? Number(value.toFixed(1)) : Math.round(value)} ${UNITS[unit]}`;
}

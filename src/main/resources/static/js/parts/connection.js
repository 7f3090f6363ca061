import { h, Component } from '../preact.js';
import { get, whenReached } from '../api.js';
import { set, state } from '../store.js';

const EVERY = 2000;

let waiting = 0;

/** From now on, says when the service has gone, and asks for it until it is back. */
export function keepInTouch() {
  whenReached((reached) => {
    if (reached !== state.online) {
      set({ online: reached });
    }
    if (!reached && !waiting) {
      waiting = setTimeout(knock, EVERY);
    }
  });
}

async function knock() {
  waiting = 0;
  try {
    await get('/actuator/health/liveness');
  } catch (stillAway) {
    // Whether it was reached has been told by the call itself.
  }
}

export class Connection extends Component {
  render({ online, note }) {
    return h('div', { class: 'notes', 'aria-live': 'polite' },
      !online && h('p', { class: 'note away' }, 'The service does not answer. The page goes on by itself as soon as it is back.'),
      note && h('p', { class: 'note' }, note, ' ',
        h('button', { type: 'button', class: 'small secondary outline', onClick: () => set({ note: null }) }, 'All right')));
  }
}

// Drawings that change together take turns, one a frame, so that no frame has to wait for all of them.

const waiting = new Map();
let frame = 0;

/** Does work in one of the next frames, in place of what still waits under the same key. */
export function inTurn(key, work) {
  waiting.set(key, work);
  frame ||= requestAnimationFrame(next);
}

export function outOfTurn(key) {
  waiting.delete(key);
}

function next() {
  frame = 0;
  for (const [key, work] of waiting) {
    waiting.delete(key);
    if (waiting.size) {
      frame = requestAnimationFrame(next);
    }
    work();
    return;
  }
}

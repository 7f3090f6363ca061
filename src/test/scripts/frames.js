// Whether the page keeps up while a training is watched: open it, choose what to train, and paste this into the browser's
// console. It presses Train, and tells of the frames from there until a second after the training has ended.

(() => {
  const lengths = [];
  let before = performance.now();
  let ended = 0;

  const isEnded = () => ['Trained', 'Failed', 'Cancelled'].includes(document.querySelector('.status .badge')?.textContent);

  const tick = (now) => {
    lengths.push(now - before);
    before = now;
    ended ||= isEnded() ? now : 0;
    if (ended && now > ended + 1000) {
      tell();
    } else {
      requestAnimationFrame(tick);
    }
  };

  const tell = () => {
    const over = (limit) => lengths.filter((length) => length > limit).length;
    console.log(`${lengths.length} frames, ${over(20)} longer than 20 ms, ${over(34)} longer than 34 ms, the longest ${Math.max(...lengths).toFixed(0)} ms`);
  };

  document.querySelector('.go').click();
  requestAnimationFrame(tick);
})();

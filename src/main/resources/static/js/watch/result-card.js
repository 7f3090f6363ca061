import { h, Component } from '../preact.js';
import { address } from '../api.js';
import { CurlLine } from '../parts/curl-line.js';
import { ProblemBox } from '../parts/problem-box.js';
import { set } from '../store.js';

/** The model that came of the job, to ask and to take along. Props: job, model (its details, or null), problem. */
export class ResultCard extends Component {
  render({ job, model, problem }) {
    const path = job.links.model;
    if (!path) {
      return null;
    }
    const file = `${job.model.name}-${job.model.version}`;
    const onnx = model?.links.self === path && model.links.onnx;
    return h('section', { class: 'card result', 'aria-labelledby': 'result-title' },
      h('h2', { id: 'result-title' }, 'The model'),
      h('p', null, `It is stored as ${job.model.name}, version ${job.model.version}. Ask it, look inside, or take it along.`),
      h('div', { class: 'row' },
        h('button', { type: 'button', onClick: () => set({ tab: 'ask' }) }, 'Ask it'),
        h('button', { type: 'button', class: 'secondary outline', onClick: () => set({ tab: 'inside' }) }, 'Look inside')),
      h('p', { class: 'row downloads' }, 'Save it: ',
        h('a', { href: address(path), download: `${file}.json` }, 'JSON'),
        h('a', { href: address(`${path}/numpy`), download: `${file}.py` }, 'numpy script'),
        onnx && h('a', { href: address(onnx), download: `${file}.onnx` }, 'ONNX')),
      h(ProblemBox, { problem }),
      h(CurlLine, { calls: [path, `${path}/numpy`, onnx].filter(Boolean).map((call) => ({ method: 'GET', path: call })) }));
  }
}

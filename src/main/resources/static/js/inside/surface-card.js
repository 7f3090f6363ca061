// The loss over two weights at once.

import { h } from '../preact.js';
import { Asking } from '../parts/asking.js';
import { CurlLine } from '../parts/curl-line.js';
import { numeral } from '../parts/numbers.js';
import { PictureLinks } from '../parts/picture-links.js';
import { ProblemBox } from '../parts/problem-box.js';
import { nearest, PlaceFields, placeName, placeQuery } from './place.js';
import { SurfacePlot } from './surface-plot.js';

/** Props: which, model, place, inputNames, dark, problem. */
export class SurfaceCard extends Asking {
  where = 'inside-surface';
  state = { answer: null, second: { layer: 0, from: 1, to: 0 } };

  path({ which, model, place }, { second }) {
    return `/slice/surface?${placeQuery(place)}&${placeQuery(nearest(second, model), '2')}&${which}`;
  }

  render({ model, place, dark, inputNames, problem }, { answer }) {
    const second = nearest(this.state.second, model);
    const names = [place, second].map((each) => placeName(each, model));
    return h('section', { class: 'card surface', 'aria-labelledby': 'inside-surface-title' },
      h('h2', { id: 'inside-surface-title' }, 'Turn two weights'),
      h('p', { class: 'facts' }, `Across, the ${names[0]}; upwards, this one:`),
      h(PlaceFields, { model, place: second, inputNames, end: ' (2)', onChange: (chosen) => this.setState({ second: chosen }) }),
      answer && [
        h(SurfacePlot, { surface: answer, dark, names: ['the weight across', 'the weight upwards'], text: summary(answer) }),
        h('ul', { class: 'plot-key', 'aria-hidden': 'true' },
          h('li', { class: 'loss-ramp' }, `loss from ${numeral(least(answer.loss), 3)} to ${numeral(most(answer.loss), 3)}`),
          answer.path && h('li', { class: 'beginning' }, 'first weights'),
          answer.path && h('li', { class: 'descent' }, 'the training'),
          h('li', { class: 'now' }, 'as they are')),
        h('p', null, summary(answer)),
      ],
      h(ProblemBox, { problem }),
      h(PictureLinks, { path: this.path(this.props, this.state) }),
      h(CurlLine, { call: { method: 'GET', path: this.path(this.props, this.state) } }));
  }
}

const numbers = (loss) => loss.flat().filter(Number.isFinite);
const least = (loss) => Math.min(...numbers(loss));
const most = (loss) => Math.max(...numbers(loss));

function summary({ path, note, current, xs, ys, rows }) {
  const here = `(${numeral(current.x)}, ${numeral(current.y)})`;
  const way = path
    ? `From the first weights (${numeral(path.x[0])}, ${numeral(path.y[0])}) training went to ${here} in ${path.iteration.at(-1)} iterations`
    : `The weights are at ${here}`;
  return `${way}, where the loss over ${rows} training rows is ${numeral(current.loss)}. `
    + `Drawn from ${numeral(xs[0], 3)} to ${numeral(xs.at(-1), 3)} and from ${numeral(ys[0], 3)} to ${numeral(ys.at(-1), 3)}.${note ? ' ' + note : ''}`;
}

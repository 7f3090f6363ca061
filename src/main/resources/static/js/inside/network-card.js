import { h } from '../preact.js';
import { Asking } from '../parts/asking.js';
import { CurlLine } from '../parts/curl-line.js';
import { numeral } from '../parts/numbers.js';
import { ProblemBox } from '../parts/problem-box.js';
import { NetworkDrawing } from '../widgets/network-drawing.js';
import { nearest, PlaceFields, valueAt, withValue } from './place.js';

/** The network, to choose a weight of. Props: which, model, place, onPlace, edit (the weight's other value, or null), inputNames, outputNames, problem. */
export class NetworkCard extends Asking {
  where = 'inside-network';

  path({ which }) {
    return `/weights?${which}`;
  }

  select = (selected) => selected && this.props.onPlace(nearest(selected, this.props.model));

  render({ model, place, onPlace, edit, inputNames, outputNames, problem }, { answer }) {
    const value = answer ? valueAt(answer.layers, place) : undefined;
    const layers = answer && (edit === null || value === undefined ? answer.layers : withValue(answer.layers, place, edit));
    return h('section', { class: 'card network', 'aria-labelledby': 'inside-network-title' },
      h('h2', { id: 'inside-network-title' }, 'Network'),
      h('p', { class: 'facts' }, 'Click a weight, or choose it below.'),
      layers && h(NetworkDrawing, {
        layers, inputNames, outputNames, activations: null, surfaces: null, selected: place, onSelect: this.select,
      }),
      h(PlaceFields, { model, place, inputNames, onChange: onPlace }),
      edit !== null && value !== undefined && h('p', { role: 'status' }, `This weight is drawn as ${numeral(edit, 6)}; the model stays as it is.`),
      h(ProblemBox, { problem }),
      h(CurlLine, { call: { method: 'GET', path: this.path(this.props) } }));
  }
}

import { h } from '../preact.js';
import { Asking } from '../parts/asking.js';
import { CurlLine } from '../parts/curl-line.js';
import { ProblemBox } from '../parts/problem-box.js';
import { HeatMap } from '../widgets/heat-map.js';
import { TruthTable } from '../widgets/truth-table.js';

const MOST_BITS = 8;

/** Whether there are few enough inputs to show every answer; row is one that the model learned from. */
export const canShowAnswers = ({ inputs }, row) => inputs === 2 || (inputs <= MOST_BITS && /^[01]+$/.test(row.text));

/** What the network answers to everything, at the chosen moment of its training. Props: which, model, inputNames, problem. */
export class AnswersCard extends Asking {
  where = 'inside-answers';

  path({ which, model }) {
    return model.inputs === 2 ? `/decision-surface?${which}` : `/truth-table?${which}`;
  }

  render({ inputNames, problem }, { answer }) {
    return h('section', { class: 'card answers', 'aria-labelledby': 'answers-title' },
      h('h2', { id: 'answers-title' }, 'What it answers'),
      answer && (answer.items
        ? h(TruthTable, { table: answer })
        : h(HeatMap, {
          xs: answer.xs, ys: answer.ys, names: inputNames, values: answer.outputs.length > 1 ? answer.outputs : answer.outputs[0],
          label: 'What the network answers over its two inputs', size: 420,
        })),
      h(ProblemBox, { problem }),
      h(CurlLine, { call: { method: 'GET', path: this.path(this.props) } }));
  }
}

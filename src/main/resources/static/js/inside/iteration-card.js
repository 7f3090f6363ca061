// One iteration, worked through: of a row and its answer, or of all training rows.

import { h } from '../preact.js';
import { Asking } from '../parts/asking.js';
import { CurlLine } from '../parts/curl-line.js';
import { ChoiceField, NumberField, TextField } from '../parts/fields.js';
import { Pixels } from '../parts/pixels.js';
import { ProblemBox } from '../parts/problem-box.js';
import { DigitPad } from '../widgets/digit-pad.js';
import { faultOf, isAnswer, numbersOf, rowQuery, written } from './rows.js';
import { Story } from './story.js';

const SIDES = { 256: 16, 784: 28 };

/** Props: which, model, row ({ text, answer, drawn }), tone (of its pixels, where it is a picture), onRow, inputNames, outputNames, problem. */
export class IterationCard extends Asking {
  where = 'inside-step';
  state = { answer: null, batch: 'one', rate: '' };

  path({ which, model, row }, { batch, rate }) {
    if (batch === 'one' && (faultOf(row.text, model) || !isAnswer(row.answer, model))) {
      return null;
    }
    const asked = batch === 'one' ? [rowQuery(row.text), row.answer.trim() && `answer=${encodeURIComponent(row.answer.trim())}`] : [];
    return `/step?${[...asked, rate && `learningRate=${encodeURIComponent(rate)}`, which].filter(Boolean).join('&')}`;
  }

  render({ model, row, inputNames, outputNames, problem }, { answer, batch }) {
    const path = this.path(this.props, this.state);
    return h('section', { class: 'card iteration', 'aria-labelledby': 'iteration-title' },
      h('h2', { id: 'iteration-title' }, 'One iteration'),
      h('p', { class: 'facts' }, 'What training does again and again: forward through the network, back through it, and a correction. The model stays as it is.'),
      h('div', { class: 'pairs top' },
        h(ChoiceField, {
          label: 'Learn from', value: batch, options: [['one', 'one row'], ['all', 'all training rows']], onChange: (chosen) => this.setState({ batch: chosen }),
        }),
        batch === 'one' && [!SIDES[model.inputs] && this.rowField(model, row), this.answerField(model, row)],
        h(NumberField, {
          label: 'Learning rate', value: this.state.rate, least: 0, placeholder: String(model.training.learningRate), onChange: (rate) => this.setState({ rate }),
        })),
      batch === 'one' && SIDES[model.inputs] && this.pad(SIDES[model.inputs]),
      answer && h(Story, { step: answer, inputNames, outputNames }),
      h(ProblemBox, { problem }),
      path && h(CurlLine, { call: { method: 'GET', path } }));
  }

  /** The first training row, until somebody draws. */
  pad(side) {
    const { row, tone, onRow } = this.props;
    return h('div', { class: 'row drawn-row' },
      h(DigitPad, {
        size: side, tone, onChange: (pixels) => pixels && onRow({ ...row, text: written(pixels), drawn: true }),
      }),
      !row.drawn && h('figure', null,
        h(Pixels, { values: numbersOf(row.text), width: side, height: side, label: 'The first training row' }),
        h('figcaption', null, 'The first training row, until you draw')));
  }

  rowField(model, row) {
    const fault = faultOf(row.text, model);
    const hint = fault || `${model.inputs} bits, or numbers with commas`;
    return h(TextField, { key: 'row', label: 'Row', hint, invalid: Boolean(fault), value: row.text, onChange: (text) => this.props.onRow({ ...row, text }) });
  }

  answerField(model, row) {
    const { classes, layers } = model;
    const onChange = (answer) => this.props.onRow({ ...row, answer });
    return classes
      ? h(ChoiceField, { key: 'answer', label: 'Right answer', value: row.answer, options: classes.map((name) => [name, name]), onChange })
      : h(TextField, {
        key: 'answer', label: 'Right answer', hint: layers.at(-1).neurons > 1 ? `${layers.at(-1).neurons} numbers with commas` : undefined,
        invalid: !isAnswer(row.answer, model), value: row.answer, onChange,
      });
  }
}

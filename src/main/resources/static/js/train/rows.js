// Rows as a person types them, one a line: "0110 1", "5.1, 3.5 setosa". What comes last is the answer.

export class RowFault extends Error {}

/** { inputs, answers } of the lines in text; throws a RowFault that names the line. */
export function readRows(text) {
  const inputs = [];
  const answers = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() !== '' && !line.trim().startsWith('#')) {
      const [input, answer] = readRow(line.trim(), index + 1);
      inputs.push(input);
      answers.push(answer);
    }
  });
  return { inputs, answers };
}

/**
 * { inputs, answers } of the lines that test what inputs teach; without answers where no line has one. Throws a RowFault
 * where some have and some have not.
 */
export function readTestRows(text, [first = []]) {
  const lines = text.split('\n').map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'));
  const unanswered = lines.filter(({ line }) => isUnanswered(line, first.length));
  if (unanswered.length === 0) {
    return readRows(text);
  }
  if (unanswered.length < lines.length) {
    const [{ line, number }] = unanswered;
    throw new RowFault(`Line ${number} of the rows to test with is "${shortened(line)}", without an answer: give all of them one, or none.`);
  }
  return { inputs: lines.map(({ line, number }) => readInputs(line, number)) };
}

/** Whether a line has as many inputs as the rows to learn from, and nothing more. */
function isUnanswered(line, inputs) {
  const left = /^([01]+)[\s;,=:→]/.exec(line);
  if (left && left[1].length === inputs && inputs > 1) {
    return false;
  }
  const values = line.split(/[\s;,]+/);
  return /^[01]+$/.test(line) ? line.length === inputs : values.length === inputs && values.every((value) => Number.isFinite(Number(value)));
}

function readRow(line, number) {
  const at = line.search(/[\s;,=:→]+[^\s;,=:→]+$/);
  if (at <= 0) {
    throw new RowFault(`Line ${number} is "${shortened(line)}": write the inputs, a space, and the answer, such as 0110 1.`);
  }
  const left = line.slice(0, at).trim();
  const right = line.slice(at).replace(/^[\s;,=:→]+/, '');
  return [readInputs(left, number), readAnswer(right)];
}

function readInputs(text, number) {
  if (/^[01]+$/.test(text)) {
    return text;
  }
  const values = text.split(/[\s;,]+/).map(Number);
  if (values.some((value) => !Number.isFinite(value))) {
    throw new RowFault(`Line ${number} has "${shortened(text)}" before the answer: these are neither bits nor numbers.`);
  }
  return values;
}

function readAnswer(text) {
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
}

function shortened(text) {
  return text.length <= 40 ? text : text.slice(0, 40) + '…';
}

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

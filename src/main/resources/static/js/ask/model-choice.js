import { h, Component } from '../preact.js';
import { ChoiceField } from '../parts/fields.js';

/** Which model is asked, and which version of it. Props: models (newest first), model, onChoose, onOlder (or null). */
export class ModelChoice extends Component {
  render({ models, model, onChoose, onOlder }) {
    const names = [...new Set(models.map(({ name }) => name))];
    const versions = models.filter(({ name }) => name === model.name);
    return h('div', { class: 'model-choice' },
      h(ChoiceField, {
        label: 'Model', value: model.name, options: names.map((name) => [name, name]),
        onChange: (chosen) => onChoose(models.find(({ name }) => name === chosen)),
      }),
      h(ChoiceField, {
        label: 'Version', value: String(model.version), options: versions.map((version) => [String(version.version), told(version)]),
        onChange: (chosen) => onChoose(versions.find(({ version }) => String(version) === chosen)),
      }),
      onOlder && h('button', { type: 'button', class: 'small secondary outline', onClick: onOlder }, 'List older models'));
  }
}

function told({ version, shape, figures: { accuracy, test } }) {
  const right = test ? test.accuracy : accuracy;
  const share = right === undefined ? '' : `, ${Number((100 * right).toPrecision(3))} % right${test ? ' in the test' : ''}`;
  return `${version}: ${shape}${share}`;
}

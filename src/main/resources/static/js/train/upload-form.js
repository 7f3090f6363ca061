import { h, Component } from '../preact.js';
import { CurlLine } from '../parts/curl-line.js';
import { NumberField, TextField } from '../parts/fields.js';
import { ProblemBox } from '../parts/problem-box.js';
import { typeOf, upload, uploadPath } from './actions.js';

/** Brings a CSV or JSON file in as a data set. */
export class UploadForm extends Component {
  state = { file: null, name: '', answers: '', test: '0.2', busy: false, stored: null };

  choose = (event) => {
    const file = event.target.files[0] || null;
    this.setState({ file, stored: null, name: file ? nameOf(file) : '' });
  };

  send = async () => {
    this.setState({ busy: true });
    const stored = await upload(this.state);
    this.setState({ busy: false, stored: stored || null });
  };

  render({ problem }, { file, name, answers, test, busy, stored }) {
    return h('fieldset', { class: 'upload' },
      h('legend', null, 'Upload a file'),
      h('div', { class: 'field' },
        h('label', { for: 'upload-file' }, 'CSV or JSON, its first row naming the columns'),
        h('input', { id: 'upload-file', type: 'file', accept: '.csv,.tsv,.txt,.json,.gz,text/csv,application/json', onChange: this.choose })),
      h('div', { class: 'pairs' },
        h(TextField, { label: 'Its name here', value: name, placeholder: 'flowers', onChange: (value) => this.setState({ name: value }) }),
        h(TextField, {
          label: 'Column with the answers', value: answers, placeholder: 'the last one', onChange: (value) => this.setState({ answers: value }),
        }),
        h(NumberField, {
          label: 'Share to test with', value: test, least: 0, most: 0.9, step: 0.05, placeholder: '0',
          onChange: (value) => this.setState({ test: value }),
        })),
      h('button', { type: 'button', class: 'secondary', disabled: !file || !name || busy, 'aria-busy': String(busy), onClick: this.send },
        busy ? 'Uploading …' : 'Upload'),
      h('p', { role: 'status' }, stored && `${stored.name} is stored: ${stored.rows} rows. It is chosen now.`),
      (stored?.warnings || []).map(({ code, detail, action }) => h('div', { key: code + detail, class: 'note' },
        h('p', null, detail), h('p', { class: 'action' }, action))),
      h(ProblemBox, { problem }),
      file && name && h(CurlLine, {
        call: { method: 'PUT', path: uploadPath({ name, answers, test }), file: file.name, type: typeOf(file) },
      }));
  }
}

function nameOf(file) {
  return file.name.replace(/\.(csv|tsv|txt|json)?(\.gz)?$/i, '').replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '').slice(0, 64) || 'data';
}

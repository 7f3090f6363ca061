import { h, Component } from '../preact.js';

/** What went wrong and what to do about it, beside the control that caused it. */
export class ProblemBox extends Component {
  render({ problem }) {
    if (!problem) {
      return null;
    }
    return h('div', { class: 'problem', role: 'alert' },
      h('p', null, h('strong', null, problem.title || 'That cannot be done'), ' '),
      h('p', null, problem.detail || problem.message),
      (problem.errors || []).length > 1 && h('ul', null, problem.errors.map((error) =>
        h('li', { key: error.pointer }, h('code', null, error.pointer), ' ', error.detail))),
      problem.action && h('p', { class: 'action' }, problem.action));
  }
}

import { h, Component } from '../preact.js';
import { short } from '../parts/numbers.js';
import { MOST_OVERLAID, isEnded } from '../watch/watching.js';

const COLUMNS = ['Curve', 'Run', 'Status', 'Iterations', 'Cost', 'Test', 'When', ''];
const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** Props: jobs, compare (the numbers of those that are ticked), onOverlay, onOpen, onForget. */
export class RunsTable extends Component {
  render({ jobs }) {
    return h('table', { class: 'runs-table' },
      h('caption', { class: 'hidden' }, 'Past runs, newest first'),
      h('thead', null, h('tr', null, COLUMNS.map((name) => h('th', { key: name, scope: 'col', class: ['Iterations', 'Cost', 'Test'].includes(name) ? 'number' : '' },
        name || h('span', { class: 'hidden' }, 'What to do'))))),
      h('tbody', null, jobs.map((job) => this.row(job))));
  }

  row(job) {
    const { compare, onOverlay, onOpen, onForget } = this.props;
    const ticked = compare.includes(job.id);
    return h('tr', { key: job.id },
      h('td', null, h('input', {
        type: 'checkbox', 'aria-label': `Lay over: job ${job.id}`, checked: ticked, disabled: !ticked && compare.length >= MOST_OVERLAID,
        onChange: () => onOverlay(job),
      })),
      h('th', { scope: 'row' }, `${job.model.name}${job.model.version ? ' ' + job.model.version : ''}`, ' ', h('small', null, `job ${job.id}`)),
      h('td', null, h('span', { class: `badge ${job.status}` }, job.status)),
      h('td', { class: 'number' }, job.progress.iteration.toLocaleString('en')),
      h('td', { class: 'number' }, short(job.cost)),
      h('td', { class: 'number' }, short(job.result?.test?.cost)),
      h('td', null, when.format(new Date(job.createdAt))),
      h('td', { class: 'do' },
        h('button', { type: 'button', class: 'small secondary outline', onClick: () => onOpen(job), 'aria-label': `Watch job ${job.id}` }, 'Watch'), ' ',
        h('button', {
          type: 'button', class: 'small secondary outline forget', disabled: !isEnded(job), onClick: () => onForget(job),
          'aria-label': `Delete job ${job.id}`,
        }, 'Delete')));
  }
}

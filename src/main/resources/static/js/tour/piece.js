import { h } from '../preact.js';
import { Asking } from '../parts/asking.js';
import { CurlLine } from '../parts/curl-line.js';
import { ProblemBox } from '../parts/problem-box.js';

/** A live piece of a stop: path() is what it asks the service, live(answer) draws what comes. Props: job, online, problem. */
export class Piece extends Asking {
  where = 'stop';

  componentDidMount() {
    this.online = this.props.online;
    super.componentDidMount();
  }

  /** What could not be asked while the service was away is asked when it is back. */
  componentDidUpdate() {
    if (this.props.online && !this.online) {
      this.asked = undefined;
    }
    this.online = this.props.online;
    super.componentDidUpdate();
  }

  calls() {
    return [{ method: 'GET', path: this.path() }];
  }

  render({ problem }, { answer }) {
    return h('div', null,
      this.controls?.(),
      answer && this.live(answer),
      h(ProblemBox, { problem }),
      h(CurlLine, { calls: this.calls() }));
  }
}

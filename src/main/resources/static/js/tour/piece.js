import { h, Component } from '../preact.js';
import { get } from '../api.js';
import { CurlLine } from '../parts/curl-line.js';
import { ProblemBox } from '../parts/problem-box.js';

/** A live piece of a stop: path() is what it asks the service, show(answer) draws what comes. Props: job, online. */
export class Piece extends Component {
  componentDidMount() {
    this.ask();
  }

  componentDidUpdate() {
    this.ask();
  }

  componentWillUnmount() {
    this.asked = null;
  }

  /** Asks where something else is to be known, or the service is back; the newest question is the one that counts. */
  async ask() {
    const path = this.path();
    const asked = `${path} ${this.props.online}`;
    if (this.asked === asked) {
      return;
    }
    this.asked = asked;
    try {
      const answer = await get(path);
      this.settle(asked, { answer, problem: null });
    } catch (problem) {
      this.settle(asked, { problem });
    }
  }

  settle(asked, result) {
    if (this.asked === asked) {
      this.setState(result);
    }
  }

  calls() {
    return [{ method: 'GET', path: this.path() }];
  }

  render(props, { answer, problem }) {
    return h('div', null,
      this.controls?.(),
      answer && this.show(answer),
      h(ProblemBox, { problem }),
      h(CurlLine, { calls: this.calls() }));
  }
}

import { Component } from '../preact.js';
import { get } from '../api.js';
import { report, trying } from '../store.js';
import { Newest } from './newest.js';

/**
 * A part of the page that shows what one call answers, as state.answer, and asks again when the call changes. Those who
 * extend it say where its problems are told, and path(), the call; null where there is nothing to ask.
 */
export class Asking extends Component {
  state = { answer: null };
  newest = new Newest();

  componentDidMount() {
    this.ask();
  }

  componentDidUpdate() {
    this.ask();
  }

  componentWillUnmount() {
    this.asked = null;
    report(this.where, null);
  }

  ask() {
    const path = this.path(this.props, this.state);
    if (path === this.asked) {
      return;
    }
    this.asked = path;
    if (path !== null) {
      this.newest.do(() => this.show(path));
    } else {
      report(this.where, null);
      this.setState({ answer: null });
    }
  }

  async show(path) {
    const answer = await trying(this.where, () => get(path));
    if (this.asked === path) {
      this.setState({ answer: answer ?? null });
    }
  }
}

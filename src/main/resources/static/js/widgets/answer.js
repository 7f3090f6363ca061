import { h, Component } from '../preact.js';
import { naturalOrder } from '../parts/natural.js';
import { numeral, told } from '../parts/numbers.js';

const MOST_BARS = 12;
const SHOWN_OF_MANY = 8;
const STILL = 600;
const THRESHOLD = 0.5;

/** Tells a screen reader what the answer is when it has come to rest, not while somebody is still drawing. */
class Said extends Component {
  state = { said: '' };

  componentDidMount() {
    this.wait();
  }

  componentDidUpdate(before) {
    if (before.text !== this.props.text) {
      this.wait();
    }
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.setState({ said: this.props.text }), STILL);
  }

  componentWillUnmount() {
    clearTimeout(this.timer);
  }

  render(props, { said }) {
    return h('p', { class: 'hidden', role: 'status' }, said);
  }
}

/**
 * What a network answers. Props: outputs, names (one an output), answer (as the service says it, or undefined), shares
 * (whether outputs go from 0 to 1).
 */
export class Answer extends Component {
  render({ outputs, names, shares }) {
    const large = this.large();
    return h('div', { class: 'answer' },
      large && h('p', { class: 'large' }, h('strong', null, large), ' ', h('span', null, this.surely())),
      (shares || outputs.length > 1) && h('ul', { class: 'bars', 'aria-label': 'Outputs' },
        this.shown().map((index) => h('li', { key: index, class: this.isAnswer(index) ? 'best' : '' },
          h('span', { class: 'name' }, names[index]),
          h('span', { class: 'track', 'aria-hidden': 'true' }, shares && h('span', { style: { width: `${100 * outputs[index]}%` } })),
          h('span', { class: 'number' }, shares ? outputs[index].toFixed(4) : numeral(outputs[index], 5))))),
      outputs.length > MOST_BARS && h('p', { class: 'facts' }, `The ${SHOWN_OF_MANY} largest of ${outputs.length} outputs.`),
      shares && outputs.length === 1 && h('p', { class: 'facts' }, `From ${THRESHOLD} on, the answer is 1.`),
      h(Said, { text: large ? `The answer is ${large}. ${this.surely()}` : '' }));
  }

  large() {
    const { answer, outputs } = this.props;
    return answer === undefined ? outputs.length === 1 && told(outputs[0]) : told(answer);
  }

  /** How sure the network is, where its outputs are shares. */
  surely() {
    const { outputs, answer, shares } = this.props;
    if (!shares || answer === undefined) {
      return '';
    }
    const share = outputs.length === 1 ? Math.max(outputs[0], 1 - outputs[0]) : Math.max(...outputs);
    // Rounded down: nothing that is learned is sure to the last.
    return `${Math.floor(1000 * share) / 10} % sure`;
  }

  isAnswer(index) {
    const { outputs, names, answer } = this.props;
    return outputs.length === 1 || (answer !== undefined && (names[index] === String(answer) || index === answer));
  }

  /** In their order, so that bars do not jump about; of very many those that say something. */
  shown() {
    const { outputs, names } = this.props;
    const all = naturalOrder(names);
    return all.length <= MOST_BARS ? all : all.sort((a, b) => outputs[b] - outputs[a]).slice(0, SHOWN_OF_MANY);
  }
}

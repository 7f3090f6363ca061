// What is told at each stop, and the live piece beside it.

import { BackwardPiece } from './backward.js';
import { CostPiece } from './cost.js';
import { DescentPiece } from './descent.js';
import { ForwardPiece } from './forward.js';
import { LayerPiece } from './layer.js';
import { NeuronPiece } from './neuron.js';
import { SetsPiece } from './sets.js';

export const stops = [
  {
    name: 'Neuron', Piece: NeuronPiece,
    told: [
      'A neuron does a small sum. Each input is multiplied by a weight: a number that says how much this input counts, and whether for or against. '
        + 'The products are added up. The sigmoid then squeezes the sum to between 0 and 1: far below zero it gives nearly 0, far above nearly 1, '
        + 'and of zero it makes one half. That is all that a neuron does.',
      'Here is one of the four hidden neurons of a trained network, with its real weights. Toggle the bits: one that is 0 takes its weight out of the sum.',
    ],
  },
  {
    name: 'Layer', Piece: LayerPiece,
    told: [
      'Neurons that look at the same inputs, side by side, are a layer. Each has weights of its own, so the weights of a layer make a table, '
        + 'a matrix: a row for each input, a column for each neuron.',
      'This network has four inputs, four hidden neurons and one output: 4 × 4 weights, and then 4 × 1. These twenty numbers are everything that it knows. '
        + 'Choose one in a table and find its line in the drawing: the colour tells the sign, the width the size.',
    ],
  },
  {
    name: 'Feed forward', Piece: ForwardPiece,
    told: [
      'To answer, the network works from the inputs to the output, a layer at a time. The bits go into the hidden layer. What its four neurons make of them '
        + 'goes into the output neuron, and what that makes of it is the answer. Nothing flows back, nothing is kept: the same bits always get the same answer.',
      'An output of 0.99 means: almost certainly 1. Much larger networks go the very same way. Toggle the bits, and follow the numbers.',
    ],
  },
  {
    name: 'Cost', Piece: CostPiece,
    told: [
      'How wrong is a network? Take every row that it learns from, and see how far its output is from the right answer. The mean of these distances is the cost: '
        + 'one number for all rows. At first the weights are random, the outputs lie somewhere in the middle, and the cost is near one half.',
      'Move the slider through the training: the network is asked as it was then. The distances shrink, fast at first and then slowly. '
        + 'The curve is nothing but this one number, written down again and again.',
    ],
  },
  {
    name: 'Gradient descent', Piece: DescentPiece,
    told: [
      'Look at one weight alone, before the training, and try all its values. The loss, which is the squared errors added up and halved, draws a valley. '
        + 'The slope under the point says which way is down. A step goes that way, as far as the slope times the learning rate.',
      'With too small a rate it takes ages; with too large a one it leaps over the valley and back, or away. Choose a rate and take some steps. '
        + 'In a real training all twenty weights step at once, 10,000 times.',
    ],
  },
  {
    name: 'Back propagation', Piece: BackwardPiece,
    told: [
      'To step, every weight needs the slope of the loss under it. To try them out one by one would be slow; back propagation finds all of them in one walk '
        + 'from the output to the inputs. The error, times the slope of the sigmoid, is the delta of the output. Each hidden neuron gets it through '
        + 'the weight between them, times its own slope. The gradient of a weight is what came in through it, times the delta where it leads.',
      'Set the bits and the right answer: a small error makes small corrections.',
    ],
  },
  {
    name: 'Training and test set', Piece: SetsPiece,
    told: [
      'A network is judged by rows that it has not seen. It learned five rows, and the other four, its test set, it answers without a mistake. '
        + 'Has it found the rule, that the second and the third bit are 1? Of all sixteen patterns twelve agree, four do not. '
        + 'Those have the second bit without the third, and no row ever showed such a one. “The second bit is 1” explains all that it saw, and is simpler. '
        + 'A test finds only those mistakes that its rows can show.',
      'Two more rows, 0100 and 1101, would have told the two rules apart. Try it.',
    ],
  },
];

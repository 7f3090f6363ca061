import { told } from '../parts/numbers.js';

/** Three digits are enough to follow a story. */
export const short = (value) => told(value, 3);

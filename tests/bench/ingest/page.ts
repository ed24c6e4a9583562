import { measureAll } from './measure.ts';

/** Makes the measurement callable from outside the page. */
Object.assign(globalThis, { measureAll });

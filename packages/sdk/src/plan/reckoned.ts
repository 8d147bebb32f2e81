import type { Figure } from '../schema/plan.js';

/** What went into a formula. */
export type Input = NonNullable<Figure['inputs']>[number];

/** A figure of a concept before it is said whose it is. */
export type Reckoned = Omit<Figure, 'source' | 'date'>;

import type { z } from 'zod';
import type { Mode } from '../schema/primitives.js';

/** One question with everything the model may know. It gets no tools and no secrets. */
export interface TextRequest<S extends z.ZodType = z.ZodType> {
  /** What we ask for, in our own words alone. */
  readonly system: string;
  /** What others wrote, fenced: data, never instructions. */
  readonly data: string;
  /** Form of the answer. The provider is asked for it, and the answer is held against it here. */
  readonly schema: S;
  /** Name of the form, for providers that want one: letters, digits and `_`. */
  readonly name: string;
  /** Longest answer, in tokens. Past it the answer is cut and counts as none. */
  readonly mostTokens: number;
}

interface TextAnswer<S extends z.ZodType = z.ZodType> {
  readonly value: z.output<S>;
  /** What it came to, won. An attempt whose answer was lost is counted at its highest price. */
  readonly costKrw: number;
}

/**
 * Writes text of an agreed form. Asking again costs the price again and does no other harm, so a lost answer is asked for
 * once more where time allows.
 *
 * `ask` throws `PROVIDER_001` when the model refuses, the answer is cut or the money is used up; `PROVIDER_002` when it
 * is overloaded; `PROVIDER_004` when the answer is empty or of another form; else what every adapter throws.
 */
export interface TextModel {
  readonly provider: string;
  /** The id that the provider knows it by. */
  readonly model: string;
  readonly mode: Mode;
  /** Where the figures behind its costs come from. */
  readonly price: { readonly source: string; readonly date: string };
  /** Most that an answer can come to with every attempt lost, won. */
  mostKrw(request: TextRequest): number;
  ask<S extends z.ZodType>(request: TextRequest<S>, signal?: AbortSignal): Promise<TextAnswer<S>>;
}

import { z } from 'zod';

/** What can be wrong with words that a model wrote. */
export const wordingProblems = [
  'empty',
  'too_long',
  'language',
  'number',
  'promise',
  'other_mechanic',
  'address',
  'markup',
  'order',
  'copied',
  'leak',
  'rule',
] as const;

export const wordingProblemSchema = z.enum(wordingProblems);
export type WordingProblem = z.infer<typeof wordingProblemSchema>;

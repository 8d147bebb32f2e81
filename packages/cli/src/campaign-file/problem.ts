import type { Bilingual, Issue } from '@kt-event/sdk';
import { positionOf } from './position.js';

/** Something to correct, by its place in the text. */
export interface Problem {
  readonly offset: number;
  readonly message: Bilingual;
  readonly fix?: Bilingual | undefined;
  readonly path?: Issue['path'];
}

/** A person corrects a few at a time; a hostile file could hold a hundred thousand. */
const shownProblems = 100;

/** In the order of the file. */
export function toFileIssues(problems: readonly Problem[], text: string, file: string): Issue[] {
  return problems
    .toSorted((a, b) => a.offset - b.offset)
    .slice(0, shownProblems)
    .map(({ offset, message, fix, path = [] }) => ({
      path,
      message,
      ...(fix && { fix }),
      file,
      ...positionOf(text, offset),
    }));
}

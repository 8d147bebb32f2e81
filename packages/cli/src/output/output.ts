import type { ProgressEvent } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';

type View<T> = (value: T, messages: Messages) => string;

/**
 * Where a command speaks. The result goes to stdout and nothing else does; progress, notes and prompts go to stderr.
 * Chosen once: for people or, with `--json`, for programs.
 */
export interface Output {
  /** Shows that something is going on until `run` settles. */
  task<T>(label: string, run: () => Promise<T>): Promise<T>;
  progress(event: ProgressEvent): void;
  result<T>(value: T, view: View<T>): void;
  /** A remark for a person. Programs do not get it. */
  note(text: string): void;
}

/** One write to a stream. */
export type Write = (text: string) => void;

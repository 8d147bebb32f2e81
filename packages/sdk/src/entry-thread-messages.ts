import type { EntryAnswer, Submission } from './participate/take-entries.js';

/** What the entry thread is started with. */
export interface EntryThreadData {
  /** File of the store. */
  readonly path: string;
}

/** A batch on its way to the thread. The keys of a campaign are one object for all of its requests, and cross once. */
export interface BatchMessage {
  readonly no: number;
  readonly batch: readonly Submission[];
}

/** Its answers, or why it was not written. */
export type AnswerMessage =
  | { readonly no: number; readonly answers: readonly EntryAnswer[] }
  | { readonly no: number; readonly failure: string };

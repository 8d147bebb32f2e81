import type { EntryRequest } from './participate/entry-request.js';
import type { EntryAnswer, Submission } from './participate/take-entries.js';
import type { CampaignKeys } from './security/campaign-keys.js';

/** What the entry thread is started with. */
export interface EntryThreadData {
  /** File of the store. */
  readonly path: string;
}

/** A batch on its way to the thread. The keys of a campaign cross once for all of its requests. */
export interface BatchMessage {
  readonly no: number;
  readonly keys: readonly CampaignKeys[];
  readonly requests: readonly { readonly request: EntryRequest; readonly keysAt: number }[];
}

/** Its answers, or why it was not written. */
export type AnswerMessage =
  | { readonly no: number; readonly answers: readonly EntryAnswer[] }
  | { readonly no: number; readonly failure: string };

export function packBatch(no: number, batch: readonly Submission[]): BatchMessage {
  const places = new Map<CampaignKeys, number>();
  const requests = batch.map(({ keys, ...request }) => {
    const keysAt = places.get(keys) ?? places.size;
    places.set(keys, keysAt);
    return { request, keysAt };
  });
  return { no, keys: [...places.keys()], requests };
}

export function unpackBatch({ keys, requests }: BatchMessage): Submission[] {
  return requests.map(({ request, keysAt }) => ({ ...request, keys: keys[keysAt] as CampaignKeys }));
}

import { createHash } from 'node:crypto';
import type { Drawn } from '../render/index.js';
import type { Creative } from '../schema/creative.js';

/** A creative and what is in its file. */
export interface Made {
  readonly creative: Creative;
  readonly bytes: Uint8Array;
}

type Told = Omit<Creative, 'bytes' | 'sha256' | 'dropped' | 'hashtags' | 'mode' | 'madeBy'>;

/** Names what made a creative, and the bytes of its file. */
export function toMade(told: Told & { readonly madeBy?: string }, { bytes, dropped }: Drawn): Made {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const made = { mode: 'local', madeBy: told.madeBy ?? 'template' } as const;
  const creative = { ...told, ...made, bytes: bytes.length, sha256, hashtags: [], dropped: [...dropped] };
  return { creative, bytes };
}

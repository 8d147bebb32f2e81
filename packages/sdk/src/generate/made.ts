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
export function toMade(
  { mode = 'local', madeBy = 'template', ...told }: Told & Partial<Pick<Creative, 'mode' | 'madeBy'>>,
  { bytes, dropped }: Drawn,
): Made {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { bytes: bytes.length, sha256, hashtags: [], dropped: [...dropped] };
  const creative = { ...told, mode, madeBy, ...file };
  return { creative, bytes };
}

import { join } from 'node:path';
import type { Brief } from '../schema/brief.js';
import type { Campaign } from '../schema/campaign.js';
import type { Mode } from '../schema/primitives.js';
import { toSeoul } from '../schema/seoul-time.js';

export interface NewCampaign {
  readonly brief: Brief;
  readonly rehearsal: boolean;
  readonly mode: Mode;
  /** Parent of the campaign's own folder, or that folder itself when `folder` says so. */
  readonly output: string;
  readonly folder: string | undefined;
}

export interface NewCampaignDeps {
  readonly now: () => Date;
  readonly randomBytes: (size: number) => Uint8Array;
}

/** Letters and digits that nobody mistakes for another when typing an address. */
const slugAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A draft: nothing has been planned, made or sent. */
export function newCampaign(
  { brief, rehearsal, mode, output, folder }: NewCampaign,
  { now, randomBytes }: NewCampaignDeps,
): Campaign {
  const word = (length: number) =>
    [...randomBytes(length)].map((byte) => slugAlphabet[byte % slugAlphabet.length]).join('');
  const slug = word(8);
  return {
    id: `cmp-${word(12)}`,
    slug,
    state: 'draft',
    brief,
    mode,
    rehearsal,
    folder: folder ?? join(output, `${toFolderName(brief.name)}-${slug}`),
    createdAt: toSeoul(now()),
    creatives: [],
    mediaVersion: 1,
  };
}

/** Readable in any file manager, safe on any file system. */
function toFolderName(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'campaign';
}

/** Where a campaign's channels go: the most real of them decides what it is called. */
export function modeOf(adapters: readonly { readonly mode: Mode }[]): Mode {
  const modes = adapters.map(({ mode }) => mode);
  if (modes.includes('live')) return 'live';
  return modes.includes('sandbox') ? 'sandbox' : 'local';
}

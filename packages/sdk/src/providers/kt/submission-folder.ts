import { createHash } from 'node:crypto';
import type { Bilingual } from '../../errors/index.js';
import type { ChannelAdapter, ChannelPost } from '../channel.js';
import type { MediaStore } from '../media-store.js';
import { requireFit } from '../require-fit.js';
import { checkKtPeriod } from './check-kt-post.js';
import type { KtChannelName } from './kt-channels.js';
import { chooseKtCreative } from './kt-creative.js';
import { toOrderSheet } from './order-sheet.js';
import type { Submission } from './submission.js';
import { toChecklist } from './submission-checklist.js';
import { toManifest } from './submission-manifest.js';

export interface SubmissionFolderOptions {
  readonly channel: KtChannelName;
  /** Of the campaign: the creatives are read from it, the folder is written to it. */
  readonly media: MediaStore;
  /** As of the adapter that speaks to KT. */
  readonly regionCodes?: readonly string[];
}

const provider = 'kt';

/**
 * Publishes nothing: lays an order ready for a person to send to KT or its agency, which take none from programs. The
 * same post gives the same files. Faults that a person can still mend are in its checklist and stop nothing; the order
 * is followed up by hand, `prepared` to `published`.
 *
 * `publish` throws `USER_032` for a period that is none, and for a file that is not the one that was approved.
 */
export function createSubmissionFolder({
  channel,
  media,
  regionCodes,
}: SubmissionFolderOptions): ChannelAdapter {
  const folder = `outbox/${channel}`;

  return {
    channel,
    provider,
    mode: 'local',
    idempotency: 'keyed',
    quietMs: 0,
    assumedProtocol: false,
    priceKrw: () => 0,
    check: checkKtPeriod,

    async publish(post, { signal }) {
      requireFit(provider, checkKtPeriod(post));
      for (const [path, bytes] of await toFiles({ channel, post, regionCodes }, media)) {
        signal?.throwIfAborted();
        await media.write(`${folder}/${path}`, bytes);
      }
      return { externalId: folder, state: 'prepared' };
    },
  };
}

type File = readonly [path: string, bytes: Uint8Array];

/** The sums come last: where they lie, the folder is whole. */
async function toFiles(order: Omit<Submission, 'file'>, media: MediaStore): Promise<File[]> {
  const [file, bytes] = (await readCreative(order, media)) ?? [];
  const submission: Submission = { ...order, file };
  const words = chooseKtCreative(order.channel, order.post)?.words ?? order.post.text;
  const files: File[] = [
    ...(file && bytes ? [[file.path, bytes] as const] : []),
    ['script.txt', encode(words)],
    ['manifest.json', encode(JSON.stringify(toManifest(submission, words), null, 2))],
    ['신청서.txt', encode(toOrderSheet(submission, words))],
    ['점검표.txt', encode(toChecklist(submission))],
  ];
  return [...files, ['SHA256SUMS', encode(files.map(toSum).join('\n'))]];
}

async function readCreative({ channel, post }: Omit<Submission, 'file'>, media: MediaStore) {
  const creative = chooseKtCreative(channel, post);
  if (!creative || creative.kind === 'script') return undefined;
  const { path, sha256 } = creative.media;
  const bytes = await media.read(path);
  requireFit(provider, checkFile(creative.media, bytes));
  const name = path.split('/').at(-1) ?? path;
  const file = {
    ...creative.media,
    kind: creative.kind,
    path: `creatives/1-${name}`,
    bytes: bytes.length,
    sha256,
  };
  return [file, bytes] as const;
}

/** Somebody may have changed a file since: what goes out is what was approved. */
function checkFile({ path, sha256 }: ChannelPost['images'][number], bytes: Uint8Array): readonly Bilingual[] {
  return hashOf(bytes) === sha256
    ? []
    : [{ ko: `${path}이(가) 승인한 파일과 다릅니다`, en: `${path} is not the file that was approved` }];
}

/** A line that `sha256sum -c` reads. */
function toSum([path, bytes]: File): string {
  return `${hashOf(bytes)}  ${path}`;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(`${text}\n`);
}

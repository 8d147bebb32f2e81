import { createHash, createPrivateKey, type KeyObject } from 'node:crypto';
import type { DrawEntry, SignedCommitment, Transcript } from '../../schema/draw.js';
import { ownerTag } from '../../security/owner-tag.js';
import { type CommitInput, commit } from '../commit.js';
import { fingerprintOf } from '../commitment-hash.js';
import { draw } from '../draw.js';
import { createEntryList } from '../entry-list.js';
import { sourceOf } from '../entry-source.js';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** The published signature of quicknet's round 657413, of 2023-09-15T11:00:03Z. */
export const roundSignature =
  'b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b';

/** Always the same Ed25519 key, so that a test can be repeated to the bit. */
export function anOrganiserKey(name = 'demo organiser'): KeyObject {
  const header = Buffer.from('302e020100300506032b657004220420', 'hex');
  const key = Buffer.concat([header, Buffer.from(digest(name), 'hex')]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

/** Entry k of the worked vector, for k = 1..7; of the same make for other k. */
export function anEntry(k: number, weight = 1): DrawEntry {
  const salt = digest(`demo salt ${k}`).slice(0, 32);
  const phone = `+8210${String(k * 1_111).padStart(8, '0')}`;
  return { entryId: digest(`demo entry ${k}`).slice(0, 32), weight, ownerTag: ownerTag(salt, phone) };
}

export const demoEntries: readonly DrawEntry[] = [1, 3, 1, 5, 2, 1, 4].map((weight, index) =>
  anEntry(index + 1, weight),
);

/** What a commitment is made of, with the entries as they are. */
export interface DrawSetup extends Omit<CommitInput, 'list'> {
  readonly eventId: string;
  readonly entries: readonly DrawEntry[];
}

/** The commitment of the worked vector, as input. */
export const demoInput: DrawSetup = {
  eventId: 'evt-demo-2026',
  entries: demoEntries,
  prizes: [
    { id: 'gold', quantity: 1 },
    { id: 'coffee', quantity: 2 },
  ],
  reserves: 2,
  maxWeight: 100,
  rulesSha256: digest('demo rules'),
  closedAt: '2023-09-15T19:40:00+09:00',
  publishedAt: '2023-09-15T19:45:00+09:00',
  beacon: {
    type: 'drand',
    chain: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
    round: 657_413,
  },
};

export const deps = { organiserKey: anOrganiserKey() };

export function aList(entries: readonly DrawEntry[] = demoEntries, eventId = demoInput.eventId) {
  return createEntryList(eventId, sourceOf(entries));
}

export async function aCommitment(changes: Partial<DrawSetup> = {}): Promise<SignedCommitment> {
  const { entries, eventId, ...rest } = { ...demoInput, ...changes };
  return commit({ ...rest, list: await aList(entries, eventId) }, deps);
}

/** The worked vector's draw with two anchors; other inputs need their own proof. */
export async function aTranscript(
  changes: Partial<DrawSetup> = {},
  proof: Transcript['beacon'] = { round: 657_413, drand_signature: roundSignature },
): Promise<Transcript> {
  const committed = await aCommitment(changes);
  const fingerprint = fingerprintOf(committed.commitment);
  const list = await aList(changes.entries, changes.eventId);
  const anchors: Transcript['anchors'] = [
    { kind: 'post', where: 'https://blog.example/공지', fingerprint, at: '2023-09-15T10:46:00Z' },
    { kind: 'message', where: '카카오톡 채널', fingerprint, at: '2023-09-15T10:47:00Z' },
  ];
  return draw({ committed, list, proof, anchors, drawnAt: new Date('2023-09-15T11:01:00Z') }, deps);
}

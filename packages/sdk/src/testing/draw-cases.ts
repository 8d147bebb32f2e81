import { createHash, createPrivateKey } from 'node:crypto';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import { type CommitInput, commit } from '../draw/commit.js';
import { fingerprintOf } from '../draw/commitment-hash.js';
import { draw } from '../draw/draw.js';
import { createEntryList } from '../draw/entry-list.js';
import { sourceOf } from '../draw/entry-source.js';
import { toSecretCommit } from '../providers/beacon-secret.js';
import { quicknetHash, toChainHash } from '../providers/drand-chain.js';
import type { BeaconProof, ChainInfo, DrawEntry, Transcript } from '../schema/draw.js';
import { ownerTag } from '../security/owner-tag.js';
import { createSeededRandom } from './seeded-random.js';

/** A draw of chosen size, and what its participants hold. */
export interface DrawCase {
  readonly transcript: Transcript;
  readonly entries: readonly DrawEntry[];
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

function keyOf(name: string) {
  const header = Buffer.from('302e020100300506032b657004220420', 'hex');
  const key = Buffer.concat([header, Buffer.from(digest(name), 'hex')]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

export const organiserKey = keyOf('demo organiser');
const deps = { organiserKey };

/** Entry number `no` of a test: salt and phone follow from the number. */
export function aDrawEntry(
  no: number,
  weight = 1,
): DrawEntry & { readonly salt: string; readonly phone: string } {
  const salt = digest(`demo salt ${no}`).slice(0, 32);
  const phone = `+8210${String((no * 1_111) % 1e8).padStart(8, '0')}`;
  return {
    entryId: digest(`demo entry ${no}`).slice(0, 32),
    weight,
    ownerTag: ownerTag(salt, phone),
    salt,
    phone,
  };
}

/** Round 657413 of quicknet, of 2023-09-15T11:00:03Z: true randomness of the public chain. */
export const publicRound = {
  beacon: { type: 'drand', chain: quicknetHash, round: 657_413 },
  proof: {
    round: 657_413,
    drand_signature:
      'b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b',
  },
} as const;

const base = {
  eventId: 'evt-demo-2026',
  prizes: [
    { id: 'gold', quantity: 1 },
    { id: 'coffee', quantity: 2 },
  ],
  reserves: 2,
  maxWeight: 100,
  rulesSha256: digest('demo rules'),
  closedAt: '2023-09-15T19:40:00+09:00',
  publishedAt: '2023-09-15T19:45:00+09:00',
};

/** What a commitment is made of, with the entries as they are. */
interface DrawSetup extends Omit<CommitInput, 'list'> {
  readonly eventId: string;
  readonly entries: readonly DrawEntry[];
}

/** A draw that verifies. By default the worked vector of the protocol, shown in two places. */
export async function drawCase(
  over: Partial<DrawSetup> = {},
  proof: BeaconProof = publicRound.proof,
  places: readonly string[] = ['https://blog.example/공지', '카카오톡 채널'],
): Promise<DrawCase> {
  const { entries: given, eventId, ...rest } = { ...base, ...over };
  const entries = given ?? [1, 3, 1, 5, 2, 1, 4].map((weight, index) => aDrawEntry(index + 1, weight));
  const list = await createEntryList(eventId, sourceOf(entries));
  const committed = commit({ beacon: publicRound.beacon, ...rest, list }, deps);
  const fingerprint = fingerprintOf(committed.commitment);
  const anchors = places.map((where) => ({
    kind: 'post' as const,
    where,
    fingerprint,
    at: '2023-09-15T10:46:00Z',
  }));
  const drawnAt = new Date('2023-09-15T11:01:00Z');
  return {
    entries,
    transcript: await draw({ committed, list, proof, anchors, drawnAt }, deps),
  };
}

/** Draws of all sizes, weights, prizes and sources of randomness; always the same for the same seed. */
export async function* randomDrawCases(seed: number, count: number): AsyncGenerator<DrawCase> {
  const random = createSeededRandom(seed);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  for (let no = 0; no < count; no += 1) {
    const size = 1 + (no % 10 === 0 ? upTo(299) : upTo(24));
    const maxWeight = [1, 3, 100, 10_000][upTo(3)] ?? 1;
    const entries = Array.from({ length: size }, (_, k) =>
      aDrawEntry(no * 1_000 + k, 1 + upTo(maxWeight - 1)),
    );
    const prizes = Array.from({ length: 1 + upTo(3) }, (_, k) => ({
      id: `prize-${k}`,
      quantity: 1 + upTo(3),
    }));
    const { proof, ...beacon } = randomnessOf(no, upTo(3));
    const over = {
      ...beacon,
      ...(no % 3 === 0 && { excluded: { staff: upTo(5), duplicate: upTo(5) } }),
      ...(no % 4 === 0 && { entryLog: { size: size + upTo(9), root: digest(`log ${no}`) } }),
    };
    const chosen = { eventId: `evt-${no}`, entries, prizes, reserves: upTo(4), maxWeight, ...over };
    yield await drawCase(
      chosen,
      proof,
      Array.from({ length: upTo(2) }, (_, k) => `게시물 “${no}” / ${k}`),
    );
  }
}

type Randomness = Pick<CommitInput, 'beacon' | 'chain'> & { readonly proof: BeaconProof };

/** Mostly secrets: a signature of a chain takes a hundred times longer to check than all else. */
function randomnessOf(no: number, more: number): Randomness {
  if (no % 100 === 50) return rehearsalRound(1_000_000 + no);
  const secrets = Array.from({ length: no % 2 === 0 ? 1 : 2 + more }, (_, k) => digest(`secret ${no} ${k}`));
  const commits = secrets.map(toSecretCommit);
  return { beacon: { type: no % 2 === 0 ? 'operator' : 'witness', commits }, proof: { secrets } };
}

/** A round of a chain that belongs to this test: it proves nothing about chance. */
function rehearsalRound(round: number): Randomness {
  const { hash, sign, getPublicKey, Signature } = bls12_381.shortSignatures;
  const secretKey = Uint8Array.from({ length: 32 }, (_, index) => index + 1);
  const chain: ChainInfo = {
    public_key: getPublicKey(secretKey).toHex(),
    period: 3,
    genesis_time: 1_760_000_000,
    group_hash: 'ab'.repeat(32),
    beacon_id: 'rehearsal',
  };
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(round));
  const message = Uint8Array.from(createHash('sha256').update(bytes).digest());
  const signature = sign(hash(message, 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_'), secretKey);
  const proof = { round, drand_signature: Signature.toHex(signature), chain };
  return { beacon: { type: 'drand', chain: toChainHash(chain), round }, chain, proof };
}

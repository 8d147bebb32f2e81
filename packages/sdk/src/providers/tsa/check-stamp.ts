import { timingSafeEqual } from 'node:crypto';
import type { TSTInfo } from '@peculiar/asn1-tsp';
import { sha256Oid } from './algorithms.js';
import { mistrust } from './read-stamp.js';

/** What a token must be an answer to. */
export interface StampQuestion {
  readonly sha256Hex: string;
  readonly nonce: Uint8Array;
  readonly askedAt: Date;
  readonly answeredAt: Date;
}

/** How far an authority's clock and ours may be apart. Our own figure, below the lead of a draw's randomness. */
const clockDriftMs = 5 * 60_000;

/** A genuine token of another hash, another question or another time is still not ours. @throws `PROVIDER_004` */
export function checkStamp({ messageImprint, nonce, genTime }: TSTInfo, question: StampQuestion): void {
  const { hashAlgorithm, hashedMessage } = messageImprint;
  const asked = Buffer.from(question.sha256Hex, 'hex');
  if (hashAlgorithm.algorithm !== sha256Oid || !isSame(new Uint8Array(hashedMessage.buffer), asked)) {
    throw mistrust('stamp of another hash');
  }
  if (!nonce || toNumber(new Uint8Array(nonce)) !== toNumber(question.nonce)) throw mistrust('another nonce');
  const at = genTime.getTime();
  const earliest = question.askedAt.getTime() - clockDriftMs;
  const latest = question.answeredAt.getTime() + clockDriftMs;
  if (Number.isNaN(at) || at < earliest || at > latest) throw mistrust('time of the stamp');
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

const toNumber = (bytes: Uint8Array): bigint => BigInt(`0x0${Buffer.from(bytes).toString('hex')}`);

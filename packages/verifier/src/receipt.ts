import { type Bytes, fromHex, fromText, tag, toHex } from './bytes.js';
import { canonical } from './canonical.js';
import { isSignedCommitment } from './check-draw.js';
import type { Primitives } from './primitives.js';
import { integer, text } from './shape.js';
import type { Committed, Listed } from './transcript.js';
import { isListed } from './tree.js';

/** What a participant keeps. Whatever else is in it is signed as well. */
export interface Receipt {
  readonly campaignId: string;
  readonly entryId: string;
  /** Secret of the participant; it never leaves this device. */
  readonly salt: string;
  readonly weight: number;
  readonly signature: string;
}

export type ReceiptCheckId = 'genuine' | 'event' | 'committed' | 'listed' | 'weight' | 'owner';

export interface ReceiptCheck {
  readonly id: ReceiptCheckId;
  readonly ok: boolean;
  readonly numbers: Readonly<Record<string, string | number>>;
}

export interface ReceiptQuestion {
  readonly receipt: Receipt;
  /** The commitment of the draw, and who signed it. */
  readonly committed: Committed;
  /** Where the organiser says the entry stands; absent when it is not in the list. */
  readonly listed: Listed | undefined;
  /** As it was typed; absent when the participant keeps it to themselves. */
  readonly phone?: string | undefined;
}

/** Takes a receipt out of whatever was pasted: the text of the receipt page, a file, or the JSON alone. */
export function readReceipt(pasted: string): Receipt | undefined {
  try {
    const value: unknown = JSON.parse(pasted.slice(pasted.indexOf('{'), pasted.lastIndexOf('}') + 1));
    return isReceipt(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const members = {
  campaignId: text(/^[a-z0-9-]{1,64}$/),
  entryId: text(/^[0-9a-f]{32}$/),
  salt: text(/^[0-9a-f]{32}$/),
  weight: integer(1),
  signature: text(/^[0-9a-f]{128}$/),
};

export function isReceipt(value: unknown): value is Receipt {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(members).every(([name, shape]) => shape((value as Record<string, unknown>)[name]));
}

/** Checks that the holder of a receipt was in the list, and with how many tickets. */
export async function checkReceipt(
  question: ReceiptQuestion,
  primitives: Primitives,
): Promise<ReceiptCheck[]> {
  const { receipt, committed, listed, phone } = question;
  const { commitment, signature } = committed;
  const isThere =
    listed !== undefined &&
    listed.entry_id === receipt.entryId &&
    (await isListed(listed, commitment, primitives));
  const place: Record<string, number> = isThere ? { place: listed.index + 1 } : {};
  const checks: ReceiptCheck[] = [
    {
      id: 'genuine',
      ok: await isGenuine(receipt, signature.public_key, primitives),
      numbers: { key: signature.public_key },
    },
    { id: 'event', ok: receipt.campaignId === commitment.event_id, numbers: { event: commitment.event_id } },
    {
      id: 'committed',
      ok: await isSignedCommitment(committed, primitives),
      numbers: { root: commitment.root },
    },
    { id: 'listed', ok: isThere, numbers: { ...place, entries: commitment.entries } },
  ];
  if (!isThere) return checks;
  const { weight, owner_tag } = listed;
  const asPromised = weight === receipt.weight;
  const numbers = { weight, promised: receipt.weight, total_weight: commitment.total_weight };
  checks.push({ id: 'weight', ok: asPromised, numbers });
  if (phone === undefined) return checks;
  const owner = await ownerTag(receipt.salt, phone, primitives);
  return [...checks, { id: 'owner', ok: owner === owner_tag, numbers: { owner_tag } }];
}

/** True when the key that signed the commitment signed exactly this receipt. */
async function isGenuine(
  { signature, ...content }: Receipt,
  key: string,
  { isSigned }: Primitives,
): Promise<boolean> {
  return isSigned(fromHex(key), fromText(`kt-event-receipt/1\0${canonical(content)}`), fromHex(signature));
}

/** Binds an entry to a phone without showing it. */
async function ownerTag(salt: string, phone: string, { hmacSha256 }: Primitives): Promise<string> {
  const message: Bytes = Uint8Array.from([...tag('owner'), ...fromText(toInternational(phone))]);
  return toHex(await (await hmacSha256(fromHex(salt)))(message));
}

/** `010-1234-5678`, `+82 (0)10 1234 5678` and the like as `+821012345678`. */
function toInternational(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  const national = digits.startsWith('82') ? digits.slice(2) : digits;
  return `+82${national.replace(/^0/, '')}`;
}

import { type EntryInput, type Proofs, parseInput } from '@kt-event/sdk';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

/** Called what they are on trust: the SDK checks them, and counts what it refuses. */
export interface EntryRequest {
  readonly input: EntryInput;
  readonly idempotencyKey: string | undefined;
  /** What comes beside the entry. */
  readonly proofs: Proofs | undefined;
}

type Sent = Pick<FastifyRequest, 'headers' | 'body'>;

/** @throws UserError `USER_001` for a form with a field twice */
export function readEntry(request: Sent): EntryRequest {
  if (isForm(request)) return readEntryForm(readForm(request.body));
  const key = request.headers['idempotency-key'];
  const { entry, proofs } = splitJson(request.body);
  return { input: entry as EntryInput, idempotencyKey: Array.isArray(key) ? key.join() : key, proofs };
}

export function readProofs(request: Sent): Proofs | undefined {
  return isForm(request) ? proofsOf(readForm(request.body)) : splitJson(request.body).proofs;
}

export function isForm({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');
}

type Form = Readonly<Record<string, string>>;

const formSchema = z.record(z.string(), z.string());

/** @throws UserError `USER_001` */
export function readForm(body: unknown): Form {
  return parseInput(formSchema, body, 'entry');
}

function splitJson(body: unknown): { readonly entry: unknown; readonly proofs: Proofs | undefined } {
  if (typeof body !== 'object' || body === null || !('proofs' in body)) {
    return { entry: body, proofs: undefined };
  }
  const { proofs, ...entry } = body;
  return { entry, proofs: proofs as Proofs };
}

/** Fields of the form, and what they are called in the entry protocol. */
const proofFields: ReadonlyMap<string, keyof Proofs> = new Map([
  ['altcha', 'challenge'],
  ['cf-turnstile-response', 'turnstile'],
  ['phoneCode', 'phoneCode'],
  ['website', 'website'],
]);
const boxes = ['consent', 'overFourteen', 'marketingConsent'];

/** A browser sends a ticked box as `on`, no unticked one, and every empty field. */
function readEntryForm({ idempotencyKey, ...form }: Form): EntryRequest {
  const ticked = Object.fromEntries(boxes.map((name) => [name, form[name] === 'on']));
  const filled = Object.entries(form).filter(([name, value]) => value !== '' && !proofFields.has(name));
  return {
    input: { ...Object.fromEntries(filled), ...ticked } as EntryInput,
    idempotencyKey,
    proofs: proofsOf(form),
  };
}

function proofsOf(form: Form): Proofs {
  const given = Object.entries(form).flatMap(([name, value]) => {
    const proof = proofFields.get(name);
    return proof === undefined || value === '' ? [] : [[proof, value]];
  });
  return Object.fromEntries(given);
}

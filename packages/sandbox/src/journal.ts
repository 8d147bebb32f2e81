import {
  appendFileSync,
  closeSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { openJournalCipher } from './journal-cipher.js';
import type { AcceptedRequest } from './provider.js';
import type { ProviderName } from './provider-name.js';

/** One line of the journal: a world opened, the clock moved, or a request about to change state. */
export type JournalEntry =
  | { readonly kind: 'opened'; readonly at: string; readonly seed: string }
  | { readonly kind: 'clock'; readonly offsetMs: number }
  | {
      readonly kind: 'request';
      readonly at: string;
      readonly provider: ProviderName;
      readonly method: string;
      /** Path, query, headers needed, body, caller and facts, encrypted: some providers have keys in their paths. */
      readonly sealed: string;
    };

export interface Journal {
  /** Whole lines found at opening, oldest first; a line torn by a crash was never acted upon and is cut off. */
  readonly found: readonly JournalEntry[];
  append(entry: JournalEntry): void;
  appendRequest(provider: ProviderName, request: AcceptedRequest): void;
  toRequest(entry: Extract<JournalEntry, { kind: 'request' }>): AcceptedRequest;
  clear(): void;
  close(): void;
}

interface SealedParts {
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly principal: string;
  readonly facts: unknown;
}

const neededHeaders = ['content-type', 'idempotency-key'];
const secretParameters = ['access_token', 'client_secret', 'serviceKey'];

function toSealedParts({ path, query, headers, body, principal, facts }: AcceptedRequest): SealedParts {
  const kept = new URLSearchParams(query);
  for (const name of secretParameters) {
    kept.delete(name);
  }
  return {
    path,
    query: kept.toString(),
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => neededHeaders.includes(name))),
    body: body.toString('base64'),
    principal,
    facts: facts ?? null,
  };
}

function readWholeLines(path: string): string {
  const file = openSync(path, 'a+', 0o600);
  const text = readFileSync(path, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  ftruncateSync(file, Buffer.byteLength(whole));
  closeSync(file);
  return whole;
}

/**
 * Opens the file that makes a stand-in survive `kill -9`. Each line is on the disk before its request
 * is acted upon, so whatever a customer could have seen is in it.
 */
export function openJournal(path: string): Journal {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const lines = readWholeLines(path).split('\n').filter(Boolean);
  const found = lines.map((line): JournalEntry => JSON.parse(line));
  const cipher = openJournalCipher(`${path}.key`);
  const file = openSync(path, 'a', 0o600);

  const append = (entry: JournalEntry): void => {
    appendFileSync(file, `${JSON.stringify(entry)}\n`);
    fsyncSync(file);
  };

  return {
    found,
    append,
    appendRequest(provider, request) {
      const sealed = cipher.seal(JSON.stringify(toSealedParts(request)));
      const { method, at } = request;
      append({ kind: 'request', at: at.toISOString(), provider, method, sealed });
    },
    toRequest({ method, at, sealed }) {
      const parts: SealedParts = JSON.parse(cipher.unseal(sealed));
      const body = Buffer.from(parts.body, 'base64');
      const query = new URLSearchParams(parts.query);
      return { ...parts, method, at: new Date(at), query, body };
    },
    clear() {
      ftruncateSync(file, 0);
      fsyncSync(file);
    },
    close: () => closeSync(file),
  };
}

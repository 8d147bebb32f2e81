import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { MessageImprint, TimeStampReq } from '@peculiar/asn1-tsp';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { requireOk } from '../../http/require-ok.js';
import type { ProviderOptions } from '../provider-options.js';
import type { TimeStampAuthority } from '../time-stamp-authority.js';
import { sha256Oid } from './algorithms.js';
import { checkSignature } from './check-signature.js';
import { checkStamp } from './check-stamp.js';
import { mistrust, readStamp } from './read-stamp.js';

export interface TsaOptions extends ProviderOptions {
  readonly now: () => Date;
  readonly randomBytes: (size: number) => Uint8Array;
}

/** A token with a chain of certificates has a few thousand bytes. */
const maxBytes = 64 * 1024;

/** Any authority that speaks RFC 3161 over HTTP. What it answers is checked before it counts. */
export function createTsa({ baseUrl, mode, http, policy, now, randomBytes }: TsaOptions): TimeStampAuthority {
  return {
    mode,
    async stamp(sha256Hex, signal) {
      const nonce = aNonce(randomBytes);
      const askedAt = now();
      const request = {
        provider: 'tsa',
        method: 'POST' as const,
        url: baseUrl,
        headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
        bytes: toQuery(sha256Hex, nonce),
        maxBytes,
      };
      const bytes = await policy(
        async (attempt) => requireReply(requireOk(await http(request, attempt), 'tsa')),
        { signal, repeatable: true },
      );
      const stamp = readStamp(bytes);
      checkStamp(stamp.info, { sha256Hex, nonce, askedAt, answeredAt: now() });
      const authority = checkSignature(stamp) || new URL(baseUrl).host;
      return { token: Buffer.from(bytes).toString('base64'), at: stamp.info.genTime, authority };
    },
  };
}

/** Positive and without leading zeros, so that every parser reads the same number. */
function aNonce(randomBytes: TsaOptions['randomBytes']): Uint8Array {
  const bytes = Uint8Array.from(randomBytes(8));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes;
}

function toQuery(sha256Hex: string, nonce: Uint8Array): Uint8Array {
  const hashAlgorithm = new AlgorithmIdentifier({ algorithm: sha256Oid, parameters: null });
  const hashedMessage = new OctetString(Buffer.from(sha256Hex, 'hex'));
  const messageImprint = new MessageImprint({ hashAlgorithm, hashedMessage });
  const query = new TimeStampReq({ messageImprint, nonce: Uint8Array.from(nonce).buffer, certReq: true });
  return new Uint8Array(AsnConvert.serialize(query));
}

function requireReply({
  headers,
  bytes,
}: {
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}): Uint8Array {
  if (/^application\/timestamp-reply\b/i.test(headers['content-type'] ?? '')) return bytes;
  throw mistrust('no time stamp reply');
}

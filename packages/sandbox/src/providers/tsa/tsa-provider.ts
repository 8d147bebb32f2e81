import { AsnConvert } from '@peculiar/asn1-schema';
import {
  PKIStatus,
  PKIStatusInfo,
  TimeStampReq,
  TimeStampResp,
  TimeStampToken,
  TSTInfo,
} from '@peculiar/asn1-tsp';
import type { AcceptedRequest, Provider } from '../../provider.js';
import { readContentType } from '../../request-body.js';
import { type SandboxResponse, textResponse } from '../../response.js';
import { dispatch, type Route } from '../../routes.js';
import { createTestAuthority, type TestAuthority } from './test-authority.js';

/** A policy of nobody: the arc for documentation. RFC 5612 */
const policy = '1.3.6.1.4.1.32473.1';
const sha256 = '2.16.840.1.101.3.4.2.1';

/** A time-stamp authority of RFC 3161. Its clock is the sandbox's, and nobody trusts its certificate. */
export function createTsaProvider(): Provider {
  let authority: TestAuthority | undefined;

  function stamp(request: AcceptedRequest): SandboxResponse {
    const query = readQuery(request);
    if (!query || query.messageImprint.hashAlgorithm.algorithm !== sha256) return reply(refusal());
    authority ??= createTestAuthority();
    const { messageImprint, nonce } = query;
    const info = new TSTInfo({
      policy,
      messageImprint,
      serialNumber: serialNumberOf(request.at),
      genTime: request.at,
      ...(nonce && { nonce }),
    });
    const { contentType, content } = authority.sign(info);
    const timeStampToken = new TimeStampToken({ contentType, content });
    return reply(
      new TimeStampResp({ status: new PKIStatusInfo({ status: PKIStatus.granted }), timeStampToken }),
    );
  }

  const routes: readonly Route[] = [{ method: 'POST', path: /^\/$/, handle: stamp }];
  return {
    name: 'tsa',
    authenticate: () => 'anyone',
    changesState: () => false,
    handle: (request) => dispatch(routes, request, () => textResponse(404, 'text/plain', 'not found')),
    toErrorResponse: (status, reason) => textResponse(status, 'text/plain', reason),
  };
}

function readQuery(request: AcceptedRequest): TimeStampReq | undefined {
  if (readContentType(request) !== 'application/timestamp-query') return undefined;
  try {
    return AsnConvert.parse(request.body, TimeStampReq);
  } catch {
    return undefined;
  }
}

/** By the instant, so that nothing need be remembered. */
function serialNumberOf(at: Date): ArrayBuffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(at.getTime()));
  bytes[0] = 1;
  return Uint8Array.from(bytes).buffer;
}

const refusal = (): TimeStampResp =>
  new TimeStampResp({ status: new PKIStatusInfo({ status: PKIStatus.rejection }) });

function reply(answer: TimeStampResp): SandboxResponse {
  return {
    status: 200,
    headers: { 'content-type': 'application/timestamp-reply' },
    body: Buffer.from(AsnConvert.serialize(answer)),
  };
}

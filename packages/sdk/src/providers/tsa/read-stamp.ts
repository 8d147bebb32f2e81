import { type ContentInfo, id_signedData, SignedData } from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { id_ct_tstInfo, PKIStatus, TimeStampResp, TSTInfo } from '@peculiar/asn1-tsp';
import { ProviderError } from '../../errors/index.js';

/** A token taken apart, and nothing of it believed yet. */
export interface UnprovenStamp {
  readonly info: TSTInfo;
  /** What the signature speaks of, as it came. */
  readonly content: Uint8Array;
  readonly signed: SignedData;
}

/** @throws ProviderError `PROVIDER_001` for a refusal, `PROVIDER_004` for anything that is no answer */
export function readStamp(bytes: Uint8Array): UnprovenStamp {
  const { status, timeStampToken } = parsed(() => AsnConvert.parse(bytes, TimeStampResp));
  if (status.status !== PKIStatus.granted && status.status !== PKIStatus.grantedWithMods) {
    throw new ProviderError('PROVIDER_001', { provider: 'tsa', reason: `status ${Number(status.status)}` });
  }
  if (!timeStampToken) throw mistrust('no token');
  return parsed(() => takeApart(timeStampToken));
}

function takeApart({ contentType, content }: ContentInfo): UnprovenStamp {
  const signed = AsnConvert.parse(content, SignedData);
  const { eContentType, eContent } = signed.encapContentInfo;
  if (contentType !== id_signedData || eContentType !== id_ct_tstInfo || !eContent?.single) {
    throw mistrust('not a time stamp');
  }
  const inner = new Uint8Array(eContent.single.buffer);
  return { info: AsnConvert.parse(inner, TSTInfo), content: inner, signed };
}

/** The parser's own complaint may quote what it read. */
function parsed<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw ProviderError.is(error) ? error : mistrust('unreadable');
  }
}

export const mistrust = (reason: string): ProviderError =>
  new ProviderError('PROVIDER_004', { provider: 'tsa', reason });

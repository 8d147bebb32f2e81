import { createHash, verify, X509Certificate } from 'node:crypto';
import { Attribute, type SignedData, type SignerInfo } from '@peculiar/asn1-cms';
import { AsnArray, AsnConvert, AsnType, AsnTypeTypes, OctetString } from '@peculiar/asn1-schema';
import { id_ct_tstInfo } from '@peculiar/asn1-tsp';
import type { Certificate } from '@peculiar/asn1-x509';
import { digestOf, signedDigestOf } from './algorithms.js';
import { mistrust, type UnprovenStamp } from './read-stamp.js';

const contentTypeOid = '1.2.840.113549.1.9.3';
const messageDigestOid = '1.2.840.113549.1.9.4';
const timeStamping = '1.3.6.1.5.5.7.3.8';

/** What is signed is a SET, though it travels under another tag. RFC 5652 §5.4. */
class AttributeSet extends AsnArray<Attribute> {}
AsnType({ type: AsnTypeTypes.Set, itemType: Attribute })(AttributeSet);

/**
 * Checks that the certificate in a token has signed it, was made for time stamps, and was valid at that time.
 * Whether that certificate is to be trusted is for whoever holds a list of authorities: `openssl ts -verify -CAfile`.
 *
 * @returns the name in the certificate
 * @throws ProviderError `PROVIDER_004`
 */
export function checkSignature({ signed, content, info }: UnprovenStamp): string {
  const [signer, ...others] = signed.signerInfos;
  if (!signer || others.length > 0) throw mistrust('number of signers');
  const certificate = certificateOf(signed, signer);
  const contentDigest = digestOf(signer.digestAlgorithm.algorithm);
  if (contentDigest === undefined) throw mistrust('digest algorithm');
  const bytes = signedBytes(signer, createHash(contentDigest).update(content).digest());
  const digest = signedDigestOf(signer.signatureAlgorithm.algorithm, contentDigest);
  if (digest === undefined) throw mistrust('signature algorithm');
  const signature = new Uint8Array(signer.signature.buffer);
  if (!verify(digest, bytes, certificate.publicKey, signature)) throw mistrust('signature');
  requireFit(certificate, info.genTime);
  return nameOf(certificate);
}

/** The attributes as they were signed, which name the content by its digest. */
function signedBytes({ signedAttrs = [] }: SignerInfo, digest: Uint8Array): Uint8Array {
  const stated = AsnConvert.parse(single(signedAttrs, messageDigestOid), OctetString);
  if (!digestsMatch(new Uint8Array(stated.buffer), digest)) throw mistrust('digest of the content');
  const kind = single(signedAttrs, contentTypeOid);
  if (AsnConvert.toString(kind).indexOf(id_ct_tstInfo) < 0) throw mistrust('type of the content');
  return new Uint8Array(AsnConvert.serialize(new AttributeSet([...signedAttrs])));
}

const digestsMatch = (one: Uint8Array, other: Uint8Array): boolean => Buffer.from(one).equals(other);

function single(attributes: readonly Attribute[], oid: string): ArrayBuffer {
  const [only, ...others] = attributes.filter(({ attrType }) => attrType === oid);
  const [value, ...more] = only?.attrValues ?? [];
  if (!value || others.length > 0 || more.length > 0) throw mistrust('signed attributes');
  return value;
}

/** The one that the signature names; a token holds the certificates of its issuers too. */
function certificateOf({ certificates }: SignedData, { sid }: SignerInfo): X509Certificate {
  const named = sid.issuerAndSerialNumber;
  if (!named) throw mistrust('name of the signer');
  const isNamed = ({ tbsCertificate }: Certificate) =>
    hexOf(tbsCertificate.serialNumber) === hexOf(named.serialNumber) &&
    hexOf(AsnConvert.serialize(tbsCertificate.issuer)) === hexOf(AsnConvert.serialize(named.issuer));
  const found = certificates?.find(({ certificate }) => certificate && isNamed(certificate))?.certificate;
  if (!found) throw mistrust('certificate of the signer');
  return new X509Certificate(Buffer.from(AsnConvert.serialize(found)));
}

const hexOf = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('hex');

function requireFit({ keyUsage, validFrom, validTo }: X509Certificate, at: Date): void {
  if (!keyUsage?.includes(timeStamping)) throw mistrust('certificate is not for time stamps');
  if (at < new Date(validFrom) || at > new Date(validTo)) throw mistrust('certificate is not valid then');
}

/** Written by others: one line, and not for ever. */
function nameOf({ subject }: X509Certificate): string {
  const name = /^CN=(.*)$/m.exec(subject)?.[1] ?? '';
  return name.replace(/\p{C}/gu, '').slice(0, 200);
}

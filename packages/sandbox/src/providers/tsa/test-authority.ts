import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import {
  Attribute,
  CertificateChoices,
  CertificateSet,
  ContentInfo,
  DigestAlgorithmIdentifiers,
  EncapsulatedContent,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  id_signedData,
  SignedData,
  SignerIdentifier,
  SignerInfo,
  SignerInfos,
} from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { id_ct_tstInfo, type TSTInfo } from '@peculiar/asn1-tsp';
import { AlgorithmIdentifier, type Certificate } from '@peculiar/asn1-x509';
import { selfSigned } from './self-signed.js';

const sha256 = new AlgorithmIdentifier({ algorithm: '2.16.840.1.101.3.4.2.1' });
const ecdsaWithSha256 = new AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' });
const contentType = '1.2.840.113549.1.9.3';
const messageDigest = '1.2.840.113549.1.9.4';

/** An OBJECT IDENTIFIER in DER: id-ct-TSTInfo. */
const tstInfoDer = Uint8Array.from(Buffer.from('060b2a864886f70d0109100104', 'hex')).buffer;

export interface TestAuthority {
  sign(info: TSTInfo): ContentInfo;
}

/** Really signs, with a key nobody trusts: made anew with every sandbox and kept nowhere. */
export function createTestAuthority(): TestAuthority {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const seal = (bytes: ArrayBuffer) => Uint8Array.from(sign('sha256', Buffer.from(bytes), privateKey)).buffer;
  const certificate = selfSigned(publicKey.export({ type: 'spki', format: 'der' }), seal);
  return {
    sign(info) {
      const content = AsnConvert.serialize(info);
      const signedAttrs = attributesOf(content);
      const signer = new SignerInfo({
        version: 1,
        sid: signerOf(certificate),
        digestAlgorithm: sha256,
        signedAttrs,
        signatureAlgorithm: ecdsaWithSha256,
        signature: new OctetString(seal(asSet(signedAttrs))),
      });
      return wrap(content, certificate, signer);
    },
  };
}

function attributesOf(content: ArrayBuffer): Attribute[] {
  const digest = createHash('sha256').update(Buffer.from(content)).digest();
  return [
    new Attribute({ attrType: contentType, attrValues: [tstInfoDer] }),
    new Attribute({
      attrType: messageDigest,
      attrValues: [AsnConvert.serialize(new OctetString(digest))],
    }),
  ];
}

/** DER of a set: its members in the order of their bytes, here that of their lengths. */
function asSet(attributes: readonly Attribute[]): ArrayBuffer {
  const members = attributes.map((attribute) => Buffer.from(AsnConvert.serialize(attribute)));
  const body = Buffer.concat(members);
  return Uint8Array.from(Buffer.concat([Buffer.from([0x31, body.length]), body])).buffer;
}

function signerOf({ tbsCertificate: { issuer, serialNumber } }: Certificate): SignerIdentifier {
  return new SignerIdentifier({ issuerAndSerialNumber: new IssuerAndSerialNumber({ issuer, serialNumber }) });
}

function wrap(content: ArrayBuffer, certificate: Certificate, signer: SignerInfo): ContentInfo {
  const signed = new SignedData({
    version: 3,
    digestAlgorithms: new DigestAlgorithmIdentifiers([sha256]),
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: id_ct_tstInfo,
      eContent: new EncapsulatedContent({ single: new OctetString(content) }),
    }),
    certificates: new CertificateSet([new CertificateChoices({ certificate })]),
    signerInfos: new SignerInfos([signer]),
  });
  return new ContentInfo({ contentType: id_signedData, content: AsnConvert.serialize(signed) });
}

import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  Certificate,
  ExtendedKeyUsage,
  Extension,
  Extensions,
  id_ce_extKeyUsage,
  id_kp_timeStamping,
  Name,
  RelativeDistinguishedName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';

const ecdsaWithSha256 = new AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' });
const commonName = '2.5.4.3';

/** The whole range of the sandbox's virtual clock. */
const validity = new Validity({
  notBefore: new Date('2020-01-01T00:00:00Z'),
  notAfter: new Date('2049-01-01T00:00:00Z'),
});

/** A certificate for time stamps that vouches for itself, and says in its name what it is. */
export function selfSigned(spki: Uint8Array, seal: (bytes: ArrayBuffer) => ArrayBuffer): Certificate {
  const name = nameOf('kt-event sandbox TSA (rehearsal)');
  const usage = AsnConvert.serialize(new ExtendedKeyUsage([id_kp_timeStamping]));
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: Uint8Array.of(1).buffer,
    signature: ecdsaWithSha256,
    issuer: name,
    validity,
    subject: name,
    subjectPublicKeyInfo: AsnConvert.parse(spki, SubjectPublicKeyInfo),
    extensions: new Extensions([
      new Extension({ extnID: id_ce_extKeyUsage, critical: true, extnValue: new OctetString(usage) }),
    ]),
  });
  const signatureValue = seal(AsnConvert.serialize(tbsCertificate));
  return new Certificate({ tbsCertificate, signatureAlgorithm: ecdsaWithSha256, signatureValue });
}

function nameOf(text: string): Name {
  const value = new AttributeValue({ utf8String: text });
  return new Name([new RelativeDistinguishedName([new AttributeTypeAndValue({ type: commonName, value })])]);
}

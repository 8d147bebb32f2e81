/** Names of algorithms in tokens. RFC 5754 and RFC 5758; SHA-1 is left out because it is broken. */
export const sha256Oid = '2.16.840.1.101.3.4.2.1';

const digests: Readonly<Record<string, string>> = {
  [sha256Oid]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** Those that name their digest themselves. */
const signatures: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

const rsaEncryption = '1.2.840.113549.1.1.1';

/** The digest of a token's content; undefined for one that is not trusted. */
export const digestOf = (oid: string): string | undefined => digests[oid];

/** The digest under a signature: plain RSA takes that of the content. */
export const signedDigestOf = (oid: string, contentDigest: string): string | undefined =>
  oid === rsaEncryption ? contentDigest : signatures[oid];

/** One line of the table: what it is, and what it was. */
export interface CertificateFact {
  readonly name: string;
  readonly value: string;
}

/** What the certificate of a draw says. Every text is data and is drawn as it is. */
export interface CertificateInput {
  readonly storeName: string;
  readonly eventName: string;
  readonly facts: readonly CertificateFact[];
  /** Of the commitment, in groups of four, as people compare it. */
  readonly fingerprint: string;
  readonly proves: string;
  readonly doesNotProve: string;
  /** Who won, by the number on the receipt. As many are printed as fit; the rest is counted. */
  readonly prizes: readonly { readonly name: string; readonly winners: readonly string[] }[];
  /** Of the proof page: in the code and in letters. */
  readonly url: string;
  /** An honest line that must be seen, on a band along the top. */
  readonly label?: string | undefined;
}

import { type Beacon, toBeacon, toDrandInfo } from './test-chain.js';

/** Published values of the real chain, read 2026-11. Its hash follows from them. */
export const quicknetInfo = toDrandInfo(
  '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451' +
    '0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  'f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e',
  'quicknet',
);

const realSignatures: ReadonlyMap<number, string> = new Map([
  [42, '95a9f9f5b231b7714de1553105d8ffdf3dcda24cfdb1e689319bccf79a9c8ce430a91b811fbfaf763900bc998b5d686a'],
  [
    657_413,
    'b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b',
  ],
]);

/** One of the two real rounds kept here; the sandbox cannot sign for the real network. */
export function findQuicknetBeacon(round: number): Beacon | undefined {
  const signature = realSignatures.get(round);
  return signature === undefined ? undefined : toBeacon(round, signature);
}

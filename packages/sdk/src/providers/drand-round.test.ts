import { bls12_381 } from '@noble/curves/bls12-381.js';
import { describe, expect, it } from 'vitest';
import { quicknet } from './drand-chain.js';
import { isRoundSigned, toRandomness } from './drand-round.js';

/** Published by quicknet: rounds of 2023-08-23T15:11:30Z and 2023-09-15T11:00:03Z. */
const published = [
  {
    round: 42,
    signature:
      '95a9f9f5b231b7714de1553105d8ffdf3dcda24cfdb1e689319bccf79a9c8ce430a91b811fbfaf763900bc998b5d686a',
    randomness: '8ada64bae5c6c0f5540a6a13af56e663240edfbd2c76ac6a8f27671eb7259ce3',
  },
  {
    round: 657_413,
    signature:
      'b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b',
    randomness: 'fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587',
  },
];
const [first, second] = published as [(typeof published)[0], (typeof published)[0]];

describe('a drand round', () => {
  it.each(published)('$round is signed by quicknet', ({ round, signature, randomness }) => {
    expect(isRoundSigned(quicknet, round, signature)).toBe(true);
    expect(toRandomness(signature).toString('hex')).toBe(randomness);
  });

  it('is not signed by the signature of another', () => {
    expect(isRoundSigned(quicknet, 43, first.signature)).toBe(false);
    expect(isRoundSigned(quicknet, first.round, second.signature)).toBe(false);
  });

  it('is not signed by what is no point of the curve', () => {
    expect(isRoundSigned(quicknet, 42, 'ff'.repeat(48))).toBe(false);
    expect(isRoundSigned(quicknet, 42, `c0${'00'.repeat(47)}`)).toBe(false);
    expect(isRoundSigned({ ...quicknet, public_key: 'aa'.repeat(96) }, 42, first.signature)).toBe(false);
  });

  it('has one signature only: a point of small order added to it is noticed', () => {
    const { Point } = bls12_381.G1;
    const smallOrder = Point.fromAffine({ x: 0n, y: 2n }); // three times this is nothing
    const forged = compress(Point.fromHex(first.signature).add(smallOrder).toAffine());

    expect(smallOrder.double().add(smallOrder).is0()).toBe(true);
    expect(compress(Point.fromHex(first.signature).toAffine())).toBe(first.signature);
    expect(isRoundSigned(quicknet, 42, forged)).toBe(false);
  });
});

/** The library itself refuses to write such a point. */
function compress({ x, y }: { readonly x: bigint; readonly y: bigint }): string {
  const isLarger = y * 2n > bls12_381.fields.Fp.ORDER;
  const flags = (isLarger ? 0b101n : 0b100n) << 381n;
  return (x | flags).toString(16).padStart(96, '0');
}

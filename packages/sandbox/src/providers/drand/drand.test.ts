import { createHash } from 'node:crypto';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox.js';
import { advance, call, openTestSandbox, testInstant } from '../../testing/open-test-sandbox.js';
import { toChainHash } from './chain-hash.js';
import { quicknetInfo } from './quicknet.js';
import type { DrandInfo } from './test-chain.js';

const quicknetHash = '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

/** Written anew from the published scheme, so that signer and checker share no code of ours. */
function isSigned({ public_key }: DrandInfo, round: number, signature: string): boolean {
  const number = Buffer.alloc(8);
  number.writeBigUInt64BE(BigInt(round));
  const message = createHash('sha256').update(number).digest();
  const point = bls12_381.shortSignatures.hash(message, 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_');
  const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
  return bls12_381.shortSignatures.verify(bytes(signature), point, bytes(public_key));
}

describe('drand', () => {
  it("computes quicknet's published chain hash from quicknet's published values", () => {
    const { public_key: publicKey, groupHash } = quicknetInfo;
    const description = { periodSeconds: 3, genesisTime: 1_692_803_367, publicKey, groupHash };

    expect(toChainHash({ ...description, beaconId: 'quicknet' })).toBe(quicknetHash);
    expect(toChainHash({ ...description, beaconId: 'default' })).not.toBe(quicknetHash);
  });

  it.each([42, 657_413])('serves the real quicknet round %d, and its signature is valid', async (round) => {
    const { json } = await call(`${sandbox.url}/drand/${quicknetHash}/public/${round}`);

    expect(isSigned(quicknetInfo, round, String(json['signature']))).toBe(true);
  });

  it('knows the randomness of the published vector', async () => {
    const { json } = await call(`${sandbox.url}/drand/${quicknetHash}/public/42`);

    expect(json['randomness']).toBe('8ada64bae5c6c0f5540a6a13af56e663240edfbd2c76ac6a8f27671eb7259ce3');
  });

  it('refuses a real round it cannot sign', async () => {
    expect((await call(`${sandbox.url}/drand/${quicknetHash}/public/43`)).status).toBe(404);
  });

  it('signs the latest round of its own chain so that its pinned key verifies it, and no other round', async () => {
    const { hash, period, genesis_time } = sandbox.drandInfo;
    const expected = Math.floor((Date.parse(testInstant) / 1_000 - genesis_time) / period) + 1;

    const { json } = await call(`${sandbox.url}/drand/${hash}/public/latest`);
    const signature = String(json['signature']);

    expect(json['round']).toBe(expected);
    expect(isSigned(sandbox.drandInfo, expected, signature)).toBe(true);
    expect(isSigned(sandbox.drandInfo, expected + 1, signature)).toBe(false);
    expect(json['randomness']).toBe(createHash('sha256').update(Buffer.from(signature, 'hex')).digest('hex'));
  });

  it('has no future round until its time has come', async () => {
    const { hash } = sandbox.drandInfo;
    const { json } = await call(`${sandbox.url}/drand/${hash}/public/latest`);
    const next = `${sandbox.url}/drand/${hash}/public/${Number(json['round']) + 2}`;

    const early = await call(next);
    await advance(sandbox, 6_000);

    expect(early.status).toBe(404);
    expect((await call(next)).status).toBe(200);
  });

  it('tells the chain a client pins, and the same round by the v2 path and by the second relay', async () => {
    const { beaconID, ...info } = sandbox.drandInfo;

    const told = await call(`${sandbox.url}/drand/${info.hash}/info`);
    const first = await call(`${sandbox.url}/drand/${info.hash}/public/1000`);
    const second = await call(`${sandbox.url}/drand/relay-b/v2/beacons/${beaconID}/rounds/1000`);

    expect(told.json).toEqual(info);
    expect(second.json).toEqual({ round: 1000, signature: first.json['signature'] });
  });
});

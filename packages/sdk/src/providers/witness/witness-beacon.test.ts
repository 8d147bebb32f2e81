import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { aVault } from '../../draw/__fixtures__/vault.js';
import { toSecretCommit } from '../beacon-secret.js';
import { createWitnessBeacon } from './witness-beacon.js';

const at = new Date('2026-11-20T03:00:00Z');

it('shows one secret for each witness, in the order announced', async () => {
  const vaults = [aVault(), aVault(), aVault()];
  const announced = await createWitnessBeacon({ vaults, randomBytes }).announce(at);

  const revealed = await createWitnessBeacon({ vaults, randomBytes }).reveal(announced);

  expect('secrets' in revealed && revealed.secrets.map(toSecretCommit)).toEqual(
    'commits' in announced && announced.commits,
  );
});

it('needs every witness who announced', async () => {
  const [first, second, third] = [aVault(), aVault(), aVault()];
  const announced = await createWitnessBeacon({ vaults: [first, second], randomBytes }).announce(at);
  const reveal = (...vaults: ReturnType<typeof aVault>[]) =>
    createWitnessBeacon({ vaults, randomBytes }).reveal(announced);

  await expect(reveal(first, third)).rejects.toMatchObject({ code: 'STORE_002' });
  await expect(reveal(first, second, third)).rejects.toMatchObject({ code: 'STORE_002' });
  await expect(reveal(first, second)).resolves.toMatchObject({ secrets: { length: 2 } });
});

it('takes two witnesses at least', () => {
  expect(() => createWitnessBeacon({ vaults: [aVault()], randomBytes })).toThrowError(
    expect.objectContaining({ code: 'BUG_001' }),
  );
});

it('refuses what another beacon announced', async () => {
  const beacon = createWitnessBeacon({ vaults: [aVault(), aVault()], randomBytes });
  const revealed = beacon.reveal({ type: 'operator', commits: ['00'.repeat(32)] });

  await expect(revealed).rejects.toMatchObject({ code: 'USER_002' });
});

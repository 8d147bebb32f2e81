import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { aVault } from '../../draw/__fixtures__/vault.js';
import { toSecretCommit } from '../beacon-secret.js';
import { createOperatorBeacon } from './operator-beacon.js';

const at = new Date('2026-11-20T03:00:00Z');

it('shows the secret it announced, after a crash too', async () => {
  const secrets = aVault();
  const announced = await createOperatorBeacon({ secrets, randomBytes }).announce(at);

  const revealed = await createOperatorBeacon({ secrets, randomBytes }).reveal(announced);

  expect(announced).toEqual({ type: 'operator', commits: [expect.stringMatching(/^[0-9a-f]{64}$/)] });
  expect('secrets' in revealed && revealed.secrets.map(toSecretCommit)).toEqual(
    'commits' in announced && announced.commits,
  );
});

it('never announces the same secret twice', async () => {
  const beacon = createOperatorBeacon({ secrets: aVault(), randomBytes });

  expect(await beacon.announce(at)).not.toEqual(await beacon.announce(at));
});

it('reveals nothing when the secret was lost or changed', async () => {
  const announced = await createOperatorBeacon({ secrets: aVault(), randomBytes }).announce(at);
  const other = { read: async () => '00'.repeat(32), write: async () => {} };

  for (const secrets of [aVault(), other]) {
    const revealed = createOperatorBeacon({ secrets, randomBytes }).reveal(announced);
    await expect(revealed).rejects.toMatchObject({ code: 'STORE_002' });
  }
});

it('refuses what another beacon announced', async () => {
  const beacon = createOperatorBeacon({ secrets: aVault(), randomBytes });
  const revealed = beacon.reveal({ type: 'drand', chain: '00'.repeat(32), round: 1 });

  await expect(revealed).rejects.toMatchObject({ code: 'USER_002' });
});

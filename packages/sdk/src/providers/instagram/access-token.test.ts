import { describe, expect, it } from 'vitest';
import type { TokenVault } from '../token-vault.js';
import { type InstagramStage, withStage } from './__fixtures__/open-instagram-stage.js';

const dayMs = 86_400_000;

interface OpenVault extends TokenVault {
  readonly values: Map<string, string>;
  readonly writes: string[];
}

function openVault(): OpenVault {
  const values = new Map<string, string>();
  const writes: string[] = [];
  return {
    values,
    writes,
    read: async (name) => values.get(name),
    async write(name, value) {
      writes.push(value);
      values.set(name, value);
    },
  };
}

const isRenewal = ({ path }: { path: string }) => path.startsWith('/refresh_access_token');
const renewalsOf = ({ standIn }: InstagramStage) =>
  standIn.sandbox.requests('instagram').filter(isRenewal).length;
const prepare = (stage: InstagramStage, tokens: TokenVault) =>
  stage.create({ tokens }).prepare?.(stage.posts.picture) ?? expect.fail();
const match = { path: '/refresh_access_token' };

/** Days after the first use at which a token is renewed, when it is used once a day. */
async function renewalDays(stage: InstagramStage, tokens: () => TokenVault): Promise<number[]> {
  const days: number[] = [];
  for (let day = 0; day <= 16; day += 1) {
    const before = renewalsOf(stage);
    await prepare(stage, tokens());
    if (renewalsOf(stage) > before) days.push(day);
    stage.advance(dayMs);
  }
  return days;
}

describe('a long-lived token', () => {
  it('is renewed a day after it was first used, then once a week, across processes', () =>
    withStage(async (stage) => {
      const vault = openVault();

      expect(await renewalDays(stage, () => vault)).toEqual([1, 8, 15]);
    }));

  it('is never renewed by a vault that forgets, which the same test notices', () =>
    withStage(async (stage) => {
      expect(await renewalDays(stage, openVault)).not.toEqual([1, 8, 15]);
    }));

  it('outlives its sixty days by being renewed', () =>
    withStage(async (stage) => {
      const vault = openVault();
      for (let week = 0; week < 12; week += 1) {
        await prepare(stage, vault);
        stage.advance(7 * dayMs);
      }

      expect(await prepare(stage, vault)).toMatch(/^178/);
    }));

  it('once expired is refused before anything is sent', () =>
    withStage(async (stage) => {
      const vault = openVault();
      await prepare(stage, vault);
      stage.advance(dayMs);
      await prepare(stage, vault);
      stage.advance(61 * dayMs);
      const calls = stage.standIn.sandbox.requests('instagram').length;

      await expect(prepare(stage, vault)).rejects.toMatchObject({ code: 'AUTH_004' });
      await expect(stage.create({ tokens: vault }).track?.('1')).rejects.toMatchObject({ code: 'AUTH_004' });
      expect(stage.standIn.sandbox.requests('instagram')).toHaveLength(calls);
    }));

  it('of unknown age that Instagram calls expired asks for a new sign-in', () =>
    withStage(async (stage) => {
      stage.advance(61 * dayMs);

      const failure = prepare(stage, openVault());

      await expect(failure).rejects.toMatchObject({ code: 'AUTH_004', context: { status: '190/463' } });
    }));

  it.each([
    ['empty', { kind: 'status', code: 200, body: {} }],
    ['without a token', { kind: 'status', code: 200, body: { access_token: '', expires_in: 5_183_944 } }],
    [
      'a token with a line break',
      { kind: 'status', code: 200, body: { access_token: 'a\nb', expires_in: 9 } },
    ],
    ['no JSON', { kind: 'html_200' }],
    ['a failure', { kind: 'status', code: 500 }],
    ['a lost connection', { kind: 'reset_before' }],
  ] as const)('stays as it is when the answer to its renewal is %s', (_what, fault) =>
    withStage(async (stage) => {
      const vault = openVault();
      await prepare(stage, vault);
      stage.advance(dayMs);
      const kept = [...vault.values];
      stage.standIn.sandbox.addFault({ provider: 'instagram', match, fault, times: 50 });

      expect(await prepare(stage, vault)).toMatch(/^178/);

      expect([...vault.values]).toEqual(kept);
    }),
  );

  it('that could not be renewed is tried again an hour later, not at every post', () =>
    withStage(async (stage) => {
      const vault = openVault();
      await prepare(stage, vault);
      stage.advance(dayMs);
      const refusal = { kind: 'status', code: 400, body: { error: { code: 100 } } } as const;
      stage.standIn.sandbox.addFault({ provider: 'instagram', match, fault: refusal, times: 50 });
      const adapter = stage.create({ tokens: vault });
      for (const waitMs of [0, 60_000, 3_600_000]) {
        stage.advance(waitMs);
        await adapter.prepare?.(stage.posts.picture);
      }

      expect(renewalsOf(stage)).toBe(2);
    }));

  it('is posted with even when what it was renewed to cannot be kept', () =>
    withStage(async (stage) => {
      const vault = openVault();
      await prepare(stage, vault);
      stage.advance(dayMs);
      const full: TokenVault = { ...vault, write: () => Promise.reject(new Error('disk full')) };

      expect(await prepare(stage, full)).toMatch(/^178/);
    }));

  it('that the owner sets anew wins over what the former one was renewed to', () =>
    withStage(async (stage) => {
      const vault = openVault();
      await prepare(stage, vault);
      stage.advance(dayMs);
      await prepare(stage, vault);
      const set = stage.create({ tokens: vault, accessToken: 'set-anew-by-the-owner' });

      await expect(set.prepare?.(stage.posts.picture)).rejects.toMatchObject({ code: 'AUTH_004' });
      expect(await prepare(stage, vault)).toMatch(/^178/);
    }));

  it('is told neither by the name it is kept under nor by an error', () =>
    withStage(async (stage) => {
      const vault = openVault();
      const accessToken = 'a-configured-token-of-the-owner';
      const failure = stage.create({ tokens: vault, accessToken }).prepare?.(stage.posts.picture);
      const told = await failure?.catch((error: unknown) => `${JSON.stringify(error)} ${error}`);
      stage.advance(dayMs);
      await stage
        .create({ tokens: vault, accessToken })
        .prepare?.(stage.posts.picture)
        .catch(() => undefined);

      expect(told).toContain('AUTH_004');
      expect(`${told} ${[...vault.values.keys()]}`).not.toContain(accessToken);
    }));

  it('is renewed once by two posts at the same time', () =>
    withStage(async (stage) => {
      const vault = openVault();
      await prepare(stage, vault);
      stage.advance(dayMs);
      const adapter = stage.create({ tokens: vault });

      await Promise.all([adapter.prepare?.(stage.posts.picture), adapter.prepare?.(stage.posts.carousel)]);

      expect(renewalsOf(stage)).toBe(1);
      expect(vault.writes).toHaveLength(2);
    }));
});

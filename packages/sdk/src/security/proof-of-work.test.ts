import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Challenge, solvedChallengeSchema } from '../schema/challenge.js';
import { createSeededRandom } from '../testing/seeded-random.js';
import { solve, toToken } from '../testing/solve-challenge.js';
import { challengeLifeSeconds, createProofOfWork } from './proof-of-work.js';

type Work = ReturnType<typeof createProofOfWork>;
type Solved = ReturnType<typeof read>;

const now = new Date('2026-12-05T03:00:00Z');
const cheap = { cost: 1, tries: 3 };
const open = (campaignId: string, key = 1): Work =>
  createProofOfWork({ key: Buffer.alloc(32, key), campaignId, randomBytes });

const work = open('cmp-000000000001');
const elsewhere = open('cmp-000000000002', 2);
const read = (token: string) =>
  solvedChallengeSchema.parse(JSON.parse(Buffer.from(token, 'base64').toString('utf8')));

let tokens: string[];
let foreign: string[];
beforeAll(async () => {
  const make = async (of: Work) => solve(await of.issue(cheap, now));
  tokens = await Promise.all(Array.from({ length: 40 }, () => make(work)));
  foreign = await Promise.all(Array.from({ length: 10 }, () => make(elsewhere)));
});

describe('a solved challenge', () => {
  it('is taken for five minutes, and named by its signature', async () => {
    const [token = ''] = tokens;
    const at = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

    expect(await work.check(token, now)).toEqual({
      kind: 'solved',
      name: read(token).challenge.signature,
      expiresAt: at(challengeLifeSeconds).toISOString(),
    });
    expect(await work.check(token, at(challengeLifeSeconds - 1))).toMatchObject({ kind: 'solved' });
    expect(await work.check(token, at(challengeLifeSeconds))).toEqual({ kind: 'expired' });
    expect(challengeLifeSeconds).toBeLessThanOrEqual(300);
  });

  it('takes as many tries as asked for, on average, with no shortcut to the number', async () => {
    const counters = await Promise.all(
      Array.from({ length: 300 }, async () =>
        read(await solve(await work.issue({ cost: 1, tries: 50 }, now))),
      ),
    );
    const numbers = counters.map(({ solution }) => solution.counter);

    expect(numbers.reduce((sum, no) => sum + no, 0) / numbers.length).toBeGreaterThan(42);
    expect(numbers.reduce((sum, no) => sum + no, 0) / numbers.length).toBeLessThan(58);
    expect(Math.min(...numbers)).toBeLessThan(10);
    expect(Math.max(...numbers)).toBeLessThan(100);
  });
});

/** One character, digit or bit of one scalar is another. */
function altered(solved: Solved, random: () => number): unknown {
  const copy = structuredClone(solved);
  const { parameters } = copy.challenge;
  const flip = (text: string) => {
    const at = Math.floor(random() * text.length);
    const other = ((Number.parseInt(text[at] ?? '0', 16) + 1 + Math.floor(random() * 15)) % 16).toString(16);
    return text.slice(0, at) + other + text.slice(at + 1);
  };
  const changes: (() => unknown)[] = [
    () => Object.assign(parameters, { nonce: flip(parameters.nonce) }),
    () => Object.assign(parameters, { salt: flip(parameters.salt) }),
    () => Object.assign(parameters, { cost: parameters.cost + 1 + Math.floor(random() * 9) }),
    () => Object.assign(parameters, { keyPrefix: flip(parameters.keyPrefix) }),
    () => Object.assign(parameters, { keySignature: flip(parameters.keySignature) }),
    () =>
      Object.assign(parameters.data, {
        expiresAt: parameters.data.expiresAt + 1 + Math.floor(random() * 1e6),
      }),
    () => Object.assign(parameters.data, { more: true }),
    () => Object.assign(parameters, { algorithm: 'SHA-256' }),
    () => Object.assign(copy.challenge, { signature: flip(copy.challenge.signature) }),
    () => Object.assign(copy.solution, { derivedKey: flip(copy.solution.derivedKey) }),
  ];
  changes[Math.floor(random() * changes.length)]?.();
  return copy;
}

/** A piece of one challenge in the place of another's. */
function spliced(a: Solved, b: Solved, random: () => number): unknown {
  const { parameters } = a.challenge;
  const mixtures: unknown[] = [
    { challenge: { ...a.challenge, signature: b.challenge.signature }, solution: a.solution },
    { challenge: a.challenge, solution: b.solution },
    {
      challenge: { ...a.challenge, parameters: { ...parameters, salt: b.challenge.parameters.salt } },
      solution: a.solution,
    },
    {
      challenge: {
        ...a.challenge,
        parameters: { ...parameters, data: { ...parameters.data, campaignId: 'cmp-000000000001' } },
      },
      solution: b.solution,
    },
    {
      challenge: {
        ...a.challenge,
        parameters: { ...parameters, keySignature: b.challenge.parameters.keySignature },
      },
      solution: b.solution,
    },
  ];
  return mixtures[Math.floor(random() * mixtures.length)];
}

/** How many of `count` forgeries a check takes. */
async function accepted(check: Work['check'], count: number): Promise<number> {
  const random = createSeededRandom(20_261_205);
  const pick = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)] as T;
  let taken = 0;
  for (let no = 0; no < count; no += 1) {
    const [one, other] = [pick(tokens), pick(foreign)];
    const kinds: (() => readonly [string, Date])[] = [
      () => [toToken(altered(read(one), random)), now],
      () => [toToken(spliced(read(other), read(one), random)), now],
      () => [toToken(spliced(read(one), read(other), random)), now],
      () => [one, new Date(now.getTime() + (challengeLifeSeconds + Math.floor(random() * 1e6)) * 1_000)],
      () => [other, now],
    ];
    const [token, at] = pick(kinds)();
    if ((await check(token, at)).kind === 'solved') taken += 1;
  }
  return taken;
}

describe('forgeries', () => {
  it('are refused, all 10,000: altered, spliced, expired, and those of another campaign', async () => {
    expect(await accepted(work.check, 10_000)).toBe(0);
  });

  it('would be taken by a check that looks at the work and not at the signature', async () => {
    const gullible: Work['check'] = async (token) => {
      const parsed = solvedChallengeSchema.safeParse(
        JSON.parse(Buffer.from(token, 'base64').toString('utf8')),
      );
      const right = parsed.data?.solution.derivedKey.startsWith(prefixOf(parsed.data.challenge));
      return right ? { kind: 'solved', name: 'any', expiresAt: '' } : { kind: 'invalid' };
    };

    expect(await accepted(gullible, 500)).toBeGreaterThan(100);
  });

  it.each(['', '{}', 'x'.repeat(2_048), toToken(null), toToken({ challenge: {} }), '=====', '\u0000'])(
    'that are no token are invalid: %j',
    async (token) => {
      expect(await work.check(token, now)).toEqual({ kind: 'invalid' });
    },
  );
});

const prefixOf = ({ parameters }: Challenge) => parameters.keyPrefix;

import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { sandboxChain, signSandboxRound } from '../../draw/__fixtures__/sandbox-chain.js';
import { createGotHttp } from '../../http/got-http.js';
import type { Policy } from '../../resilience/policy-type.js';
import { quicknet, quicknetHash, roundTimeMs, toChainHash } from '../drand-chain.js';
import { toRandomness } from '../drand-round.js';
import { createDrandBeacon, type DrandBeaconOptions } from './drand-beacon.js';

type Answer = (response: ServerResponse, path: string) => void;

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((close) => close()));
});

/** A relay on loopback that says the same to every question, and remembers them. */
async function openRelay(answer: Answer): Promise<{ host: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    answer(response, url);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { host: `http://127.0.0.1:${port}`, asked };
}

const json =
  (body: object): Answer =>
  (response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const status =
  (code: number): Answer =>
  (response) =>
    response.writeHead(code).end();

const round = 1_000_000;
const signature = signSandboxRound(round);
const randomness = toRandomness(signature).toString('hex');
const honest = json({ round, signature, randomness });
const beacon = { type: 'drand' as const, chain: toChainHash(sandboxChain), round };
const proof = { round, drand_signature: signature, chain: sandboxChain };

const policy: Policy = (call, options) => call(options?.signal ?? new AbortController().signal);
const afterRound = new Date(roundTimeMs(sandboxChain, round));
const aBeacon = (hosts: string[], changes: Partial<DrandBeaconOptions> = {}) =>
  createDrandBeacon({
    hosts,
    chain: sandboxChain,
    http: createGotHttp(),
    policy,
    now: () => afterRound,
    ...changes,
  });

async function revealFrom(...answers: Answer[]) {
  const relays = await Promise.all(answers.map(openRelay));
  const revealed = aBeacon(relays.map(({ host }) => host)).reveal(beacon);
  return { revealed, relays };
}

describe('the drand beacon', () => {
  it('gives a verified round with its proof', async () => {
    const { revealed, relays } = await revealFrom(honest);

    expect(await revealed).toEqual(proof);
    expect(relays[0]?.asked).toEqual([`/${beacon.chain}/public/${round}`]);
  });

  it('announces the first round at or after the draw', async () => {
    const at = new Date(afterRound.getTime() - 1);

    expect(await aBeacon([]).announce(at)).toEqual(beacon);
    expect(await aBeacon([]).announce(afterRound)).toEqual(beacon);
  });

  it.each<[string, Answer]>([
    ['signs wrongly', json({ round, signature: signSandboxRound(round + 1) })],
    ['gives another round', json({ round: round + 1, signature: signSandboxRound(round + 1) })],
    ['gives the right signature for another round', json({ round: round - 1, signature })],
    ['contradicts itself', json({ round, signature, randomness: '00'.repeat(32) })],
    ['lags', status(404)],
    ['finds it too early', status(425)],
    ['is broken', status(500)],
    ['forbids', status(403)],
    ['talks about something else', json({ message: 'hello' })],
    ['does not speak JSON', (response) => response.end('<html>')],
    ['hangs up', (response) => response.destroy()],
  ])('goes on to the next relay when one %s', async (_what, dishonest) => {
    const { revealed, relays } = await revealFrom(dishonest, honest);

    expect(await revealed).toEqual(proof);
    expect(relays.map(({ asked }) => asked.length)).toEqual([1, 1]);
  });

  it.each<[string, string, Answer[]]>([
    ['all of them lie', 'PROVIDER_004', [json({ round, signature: signSandboxRound(7) })]],
    ['all of them are broken', 'PROVIDER_006', [status(500)]],
    ['there is none', 'PROVIDER_005', []],
    [
      'one lags and another lies',
      'PROVIDER_007',
      [status(404), json({ round, signature: signSandboxRound(7) })],
    ],
  ])('gives nothing when %s', async (_what, code, answers) => {
    const { revealed } = await revealFrom(...answers);

    await expect(revealed).rejects.toMatchObject({ code });
  });

  it('asks nobody before the time of the round, and says how long to wait', async () => {
    const { host, asked } = await openRelay(honest);
    const now = () => new Date(afterRound.getTime() - 60_000);

    const revealed = aBeacon([host], { now }).reveal(beacon);

    await expect(revealed).rejects.toMatchObject({ code: 'PROVIDER_007', retryAfterMs: 60_000 });
    expect(asked).toEqual([]);
  });

  it('refuses what another beacon announced', async () => {
    const operator = { type: 'operator' as const, commits: ['00'.repeat(32)] };

    await expect(aBeacon([]).reveal(operator)).rejects.toMatchObject({ code: 'USER_002' });
    await expect(aBeacon([]).reveal({ ...beacon, chain: quicknetHash })).rejects.toMatchObject({
      code: 'USER_002',
    });
  });

  it('stops at once when cancelled', async () => {
    const { host, asked } = await openRelay(honest);
    const revealed = aBeacon([host, host]).reveal(beacon, AbortSignal.abort());

    await expect(revealed).rejects.toMatchObject({ name: 'AbortError' });
    expect(asked).toEqual([]);
  });

  it('is live on quicknet only, and carries no chain there', async () => {
    const quicknetSignature =
      '95a9f9f5b231b7714de1553105d8ffdf3dcda24cfdb1e689319bccf79a9c8ce430a91b811fbfaf763900bc998b5d686a';
    const { host } = await openRelay(json({ round: 42, signature: quicknetSignature }));
    const live = aBeacon([host], { chain: quicknet });

    expect([live.mode, aBeacon([]).mode]).toEqual(['live', 'sandbox']);
    expect(await live.reveal({ type: 'drand', chain: quicknetHash, round: 42 })).toEqual({
      round: 42,
      drand_signature: quicknetSignature,
    });
  });
});

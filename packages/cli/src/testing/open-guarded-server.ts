import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSandbox, type Sandbox } from '@kt-event/sandbox';
import { briefInputSchema, createKtEvent, type KtEvent, parseInput } from '@kt-event/sdk';
import { quickMakers } from '@kt-event/sdk/testing';
import { openServer } from '@kt-event/server';

/** A server on a real port with one open event, whose providers are the stand-ins of the sandbox. */
export interface GuardedServer {
  readonly ktEvent: KtEvent;
  readonly sandbox: Sandbox;
  readonly slug: string;
  /** @param from - Address of whoever asks, as the proxy in front tells it. */
  post(path: string, body: object, from?: string): Promise<Response>;
  /** As a browser sends a form. */
  postForm(path: string, fields: Record<string, string>, from?: string): Promise<Response>;
  get(path: string): Promise<Response>;
  /** The code in the newest text message. */
  newestCode(): string;
  messages(): number;
  now(): Date;
  pass(ms: number): void;
  close(): Promise<void>;
}

const planned = '2026-11-23T10:00:00+09:00';
const whileOpen = '2026-12-01T12:00:00+09:00';

export interface GuardedServerOptions {
  /** @defaultValue the stand-ins that are there by default */
  readonly environment?: (sandbox: Sandbox) => Record<string, string>;
  /** Makes the toolkit wrong on purpose. */
  readonly spoil?: (ktEvent: KtEvent) => KtEvent;
}

export async function openGuardedServer(
  guards: object,
  { environment = (sandbox) => sandbox.environment(), spoil = (right) => right }: GuardedServerOptions = {},
): Promise<GuardedServer> {
  const root = await mkdtemp(join(tmpdir(), 'kt-event-guarded-'));
  let nowMs = Date.parse(planned);
  const now = () => new Date(nowMs);
  const sandbox = await openSandbox({ now });
  const ktEvent = await createKtEvent({
    folder: join(root, 'data'),
    output: join(root, 'out'),
    environment: environment(sandbox),
    now,
    ...quickMakers(),
    sleep: async () => undefined,
  });
  const { id } = await ktEvent.create(aBrief(guards));
  const { campaign } = await ktEvent.advance(id, { until: 'plan' });
  await ktEvent.approve(id, { contentHash: ktEvent.contentHash(campaign), by: 'owner' });
  await ktEvent.advance(id);
  nowMs = Date.parse(whileOpen);
  await ktEvent.advance(id);
  const many = { entriesPerMinute: 10_000, entriesPerDevice: 10_000, requestsPerMinute: 10_000 };
  const served = spoil(ktEvent);
  const server = await openServer({
    ktEvent: served,
    newId: randomUUID,
    trustedProxy: '127.0.0.1',
    now,
    ...many,
  });

  const send = (path: string, from: string, init: RequestInit) =>
    fetch(`${server.url}/e/${campaign.slug}${path}`, {
      method: 'POST',
      ...init,
      headers: { ...init.headers, 'x-forwarded-for': from },
    });
  const sent = () => sandbox.requests('solapi').filter(({ method }) => method === 'POST');
  return {
    ktEvent,
    sandbox,
    slug: campaign.slug,
    post: (path, body, from = '203.0.113.1') =>
      send(path, from, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    postForm: (path, fields, from = '203.0.113.1') =>
      send(path, from, { headers: { accept: 'text/html' }, body: new URLSearchParams(fields) }),
    get: (path) => fetch(`${server.url}/e/${campaign.slug}${path}`),
    newestCode: () => /인증번호 (\d{6})/.exec(sent().at(-1)?.body ?? '')?.[1] ?? '',
    messages: () => sent().length,
    now,
    pass(ms) {
      nowMs += ms;
    },
    async close() {
      await server.close();
      await ktEvent.close();
      await sandbox.close();
      await rm(root, { recursive: true });
    },
  };
}

function aBrief(guards: object) {
  const brief = {
    version: 1,
    name: '첫 방문 QR 이벤트',
    store: { name: '카페 온도', industry: 'cafe', region: '서울 마포구', phone: '02-1234-5678' },
    objective: 'new_customer',
    budgetKrw: 300_000,
    period: { start: '2026-12-01', end: '2026-12-03' },
    channels: ['naver_blog'],
    entry: { mechanic: 'lottery', winners: 2 },
    draw: { at: '2026-12-04T12:00:00+09:00', beacon: 'operator' },
    guards,
  };
  return parseInput(briefInputSchema, brief, 'brief');
}

/** One person for each number. */
export function aGuest(no: number) {
  const phone = `010-7700-${String(no).padStart(4, '0')}`;
  return { name: `손님${no}`, phone, consent: true, overFourteen: true };
}

/** What that person types and ticks. */
export function aForm(no: number): Record<string, string> {
  const { name, phone } = aGuest(no);
  return {
    idempotencyKey: `key-${String(no).padStart(32, '0')}`,
    name,
    phone,
    consent: 'on',
    overFourteen: 'on',
  };
}

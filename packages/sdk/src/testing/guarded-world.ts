import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSandbox, type Sandbox } from '@kt-event/sandbox';
import { openClient } from '../client.js';
import type { KtEvent } from '../kt-event.js';
import type { EntryInput } from '../schema/entry.js';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.js';
import type { Store } from '../store/store.js';
import { aPhone } from './entry-desk.js';
import { quickMakers } from './quick-makers.js';
import { aSmallBrief } from './small-brief.js';

/** An event that is open, the toolkit over it, and a message service that only pretends. */
export interface GuardedWorld {
  readonly ktEvent: KtEvent;
  readonly store: Store;
  readonly sandbox: Sandbox;
  readonly campaignId: string;
  readonly slug: string;
  now(): Date;
  pass(ms: number): void;
  /** The code in the newest text message. */
  newestCode(): string;
  messages(): number;
  close(): Promise<void>;
}

const openingMs = Date.parse('2026-12-01T12:00:00+09:00');

export interface GuardedWorldOptions {
  readonly guards: object;
  readonly environment?: ((sandbox: Sandbox) => Record<string, string>) | undefined;
  /** Makes the store wrong on purpose. */
  readonly spoil?: (store: Store) => Store;
}

export async function openGuardedWorld({
  guards,
  environment = (sandbox) => sandbox.environment(),
  spoil = (store) => store,
}: GuardedWorldOptions): Promise<GuardedWorld> {
  const root = await mkdtemp(join(tmpdir(), 'kt-event-guards-'));
  let nowMs = Date.parse('2026-11-23T10:00:00+09:00');
  const now = () => new Date(nowMs);
  const sandbox = await openSandbox({ now });
  const store = spoil(await openSqliteStore({ path: join(root, 'kt-event.db'), now }));
  const ktEvent = await openClient(
    {
      folder: join(root, 'data'),
      output: join(root, 'out'),
      environment: environment(sandbox),
      now,
      ...quickMakers(),
      sleep: async (ms) => {
        nowMs += ms;
      },
    },
    async () => store,
  );
  const brief = aSmallBrief({ channels: ['naver_blog'], guards });
  const { id } = await ktEvent.create(brief);
  const { campaign } = await ktEvent.advance(id, { until: 'plan' });
  await ktEvent.approve(id, { contentHash: ktEvent.contentHash(campaign), by: 'owner' });
  await ktEvent.advance(id);
  nowMs = openingMs;
  await ktEvent.advance(id);

  const sent = () => sandbox.requests('solapi').filter(({ method }) => method === 'POST');
  return {
    ktEvent,
    store,
    sandbox,
    campaignId: id,
    slug: campaign.slug,
    now,
    pass(ms) {
      nowMs += ms;
    },
    newestCode: () => /인증번호 (\d{6})/.exec(sent().at(-1)?.body ?? '')?.[1] ?? '',
    messages: () => sent().length,
    async close() {
      await ktEvent.close();
      await sandbox.close();
      await rm(root, { recursive: true });
    },
  };
}

export function aGuest(no: number): EntryInput {
  return { name: `손님${no}`, phone: aPhone(no), consent: true, overFourteen: true };
}

export const aKey = () => randomBytes(16).toString('hex');

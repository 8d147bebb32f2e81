import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSandbox, type Sandbox } from '@kt-event/sandbox';
import type { CampaignStatus } from '../campaign/campaign-status.js';
import { openClient } from '../client.js';
import { createGotHttp } from '../http/got-http.js';
import type { KtEvent } from '../kt-event.js';
import type { KtEventOptions } from '../options.js';
import { type AuditFile, auditFileSchema } from '../schema/audit.js';
import type { Brief } from '../schema/brief.js';
import type { Campaign } from '../schema/campaign.js';
import { parseInput } from '../schema/parse.js';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.js';
import type { Store } from '../store/store.js';
import { createDyingStore, type Death } from './dying-store.js';
import { listen } from './listen.js';
import { enter, play, step } from './play-campaign.js';
import { quickMakers } from './quick-makers.js';
import { restoreDatabase } from './restore-database.js';
import { answerMedia } from './square-jpeg.js';

/** One life of the process: from opening the data folder to its end, natural or not. */
export interface Life {
  readonly ktEvent: KtEvent;
  readonly writes: readonly string[];
  /**
   * Carries a campaign on until it is as asked for, or to its end; people enter while it is open. Throws `Killed` when
   * the process dies.
   */
  play(campaignId: string, isThere?: (status: CampaignStatus) => boolean): Promise<CampaignStatus>;
  /** Everybody takes part. */
  enter(campaignId: string): Promise<void>;
  /** Carries it on once, as far as the clock allows. */
  step(campaignId: string): Promise<CampaignStatus>;
  /** A campaign that is approved and whose creatives are made. Takes over what an earlier life began. */
  make(brief: Brief): Promise<Campaign>;
  /** Lets go of the files and locks, as the system does for a process that has died. */
  end(): Promise<void>;
}

export interface LifeOptions {
  readonly death?: Death | undefined;
  /** @defaultValue the sandbox's */
  readonly environment?: Readonly<Record<string, string>> | undefined;
  /** Where the server is reached in this life. @defaultValue the same in all */
  readonly publicUrl?: string | undefined;
  readonly renderer?: KtEventOptions['renderer'];
  /** Makes the store wrong on purpose. */
  readonly spoil?: ((store: Store) => Store) | undefined;
}

/** A campaign's surroundings: the stand-ins of every provider, a clock that jumps, and a data folder. */
export interface CampaignWorld {
  readonly sandbox: Sandbox;
  live(options?: LifeOptions): Promise<Life>;
  /** Makes a campaign and remembers the data folder and the time at which it is ready to be published. */
  make(brief: Brief): Promise<string>;
  /** Back to what was remembered, or to an empty folder; the providers forget everything. */
  rewind(): Promise<void>;
  /** Takes over a database that another release has left, compressed, at the time at which it did. `alter` is SQL. */
  adopt(database: URL, at: string, alter?: string): Promise<void>;
  /** Every write of a life that nothing disturbs, from what was remembered to the end of the campaign. */
  writesOf(campaignId: string): Promise<readonly string[]>;
  audit(campaignId: string): Promise<AuditFile>;
  now(): Date;
  advanceTo(at: Date): void;
  close(): Promise<void>;
}

const start = Date.parse('2026-11-23T10:00:00+09:00');

/** People who take part: more than there are prizes. */

export async function openCampaignWorld(): Promise<CampaignWorld> {
  const root = await mkdtemp(join(tmpdir(), 'kt-event-world-'));
  const data = join(root, 'data');
  const remembered = join(root, 'remembered');
  let nowMs = start;
  let rememberedMs = start;
  const now = () => new Date(nowMs);
  const sandbox = await openSandbox({ now });
  const pictures = createServer(answerMedia);
  const picturesUrl = await listen(pictures);
  const network = createGotHttp();
  const advanceTo = (at: Date) => {
    nowMs = Math.max(nowMs, at.getTime());
  };

  async function live({
    death,
    environment,
    publicUrl = picturesUrl,
    renderer,
    spoil = (store) => store,
  }: LifeOptions = {}): Promise<Life> {
    const raw = await openSqliteStore({ path: join(data, 'kt-event.db'), now });
    const dying = createDyingStore(raw, death);
    const ktEvent = await openClient(
      {
        folder: data,
        output: join(root, 'out'),
        environment: environment ?? sandbox.environment(),
        kakaoAudience: ['+821055009001', '+821055009002'],
        publicUrl: () => publicUrl,
        now,
        ...quickMakers(),
        ...(renderer && { renderer }),
        async sleep(ms, signal) {
          dying.stopWhenDead();
          signal?.throwIfAborted();
          nowMs += ms;
        },
        async http(request, signal) {
          dying.stopWhenDead();
          return network(request, signal);
        },
      },
      async () => spoil(dying.store),
    );
    const alive = async <T>(work: Promise<T>): Promise<T> => {
      const [outcome] = await Promise.allSettled([work]);
      dying.stopWhenDead(); // whatever a dead process has thrown, nobody heard it
      if (outcome.status === 'rejected') throw outcome.reason;
      return outcome.value;
    };
    return {
      ktEvent,
      writes: dying.writes,
      play: (campaignId, isThere) => alive(play(ktEvent, campaignId, { advanceTo, isThere })),
      enter: async (campaignId) => alive(enter(ktEvent, await ktEvent.status(campaignId))),
      step: (campaignId) => alive(step(ktEvent, campaignId)),
      make: (brief) => alive(make(ktEvent, brief)),
      end: () => raw.close(),
    };
  }

  async function rewind(): Promise<void> {
    await rm(data, { recursive: true, force: true });
    if (existsSync(remembered)) await cp(remembered, data, { recursive: true });
    nowMs = rememberedMs;
    sandbox.clearFaults();
    sandbox.reset();
  }

  return {
    sandbox,
    live,
    rewind,
    now,
    advanceTo,
    async make(brief) {
      const life = await live();
      const { id } = await life.make(brief);
      await life.end();
      await cp(data, remembered, { recursive: true });
      rememberedMs = nowMs;
      return id;
    },
    async adopt(database, at, alter = '') {
      await restoreDatabase(database, data, `update campaign set folder = '${join(root, 'out')}'; ${alter}`);
      advanceTo(new Date(at));
    },
    async writesOf(campaignId) {
      await rewind();
      const { play, end, writes } = await live();
      await play(campaignId);
      await end();
      return writes;
    },
    async audit(campaignId) {
      const store = await openSqliteStore({ path: join(data, 'kt-event.db'), now });
      const records = (await store.audit.list(campaignId)).map(({ record }) => record);
      const heads = await store.audit.heads(campaignId);
      await store.close();
      return parseInput(auditFileSchema, { records, heads }, 'audit chain');
    },
    async close() {
      const closed = once(pictures, 'close');
      pictures.close();
      pictures.closeAllConnections();
      await closed;
      await sandbox.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

async function make(ktEvent: KtEvent, brief: Brief): Promise<Campaign> {
  const [begun] = await ktEvent.list();
  const { id } = begun ?? (await ktEvent.create(brief));
  const { campaign } = await ktEvent.advance(id, { until: 'plan' });
  if (!campaign.approval)
    await ktEvent.approve(id, { contentHash: ktEvent.contentHash(campaign), by: 'owner' });
  return (await ktEvent.advance(id, { until: 'generate' })).campaign;
}

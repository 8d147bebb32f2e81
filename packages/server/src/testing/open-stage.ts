import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Brief,
  briefInputSchema,
  type Campaign,
  createKtEvent,
  type KtEvent,
  type KtEventOptions,
  parseInput,
} from '@kt-event/sdk';
import { quickMakers } from '@kt-event/sdk/testing';

/** A real toolkit in local mode, on a folder of its own, whose clock moves only when told to. */
export interface Stage {
  readonly ktEvent: KtEvent;
  /** Everything that it has on the disk: its data, and the campaigns' own folders. */
  readonly folder: string;
  now(): Date;
  moveTo(instant: string): void;
  /** Another toolkit on the same folder, with the same clock. */
  openAnother(): Promise<KtEvent>;
  /** Planned, approved by a person, made and announced; waits for its opening. */
  publish(brief: Brief, options?: { readonly rehearsal?: boolean }): Promise<Campaign>;
  close(): Promise<void>;
}

/** @param outside - Providers other than the folders of this machine. */
export async function openStage(outside: Pick<KtEventOptions, 'environment' | 'http'> = {}): Promise<Stage> {
  const root = await mkdtemp(join(tmpdir(), 'kt-event-server-'));
  let now = new Date('2026-11-20T10:00:00+09:00');
  const open = () =>
    createKtEvent({
      folder: join(root, 'data'),
      output: join(root, 'out'),
      now: () => now,
      ...quickMakers(),
      sleep: async () => undefined,
      ...outside,
    });
  const opened = [await open()];
  const [ktEvent] = opened as [KtEvent];

  return {
    ktEvent,
    folder: root,
    now: () => now,
    moveTo(instant) {
      now = new Date(instant);
    },
    async openAnother() {
      const another = await open();
      opened.push(another);
      return another;
    },
    async publish(brief, options) {
      const { id } = await ktEvent.create(brief, options);
      const { campaign } = await ktEvent.advance(id, { until: 'plan' });
      await ktEvent.approve(id, { contentHash: ktEvent.contentHash(campaign), by: 'owner' });
      return (await ktEvent.advance(id)).campaign;
    },
    async close() {
      for (const each of opened) await each.close();
      await rm(root, { recursive: true });
    },
  };
}

const common = {
  version: 1,
  name: '첫 방문 QR 이벤트',
  store: { name: '카페 온도', industry: 'cafe', region: '서울 마포구', phone: '02-1234-5678' },
  objective: 'new_customer',
  budgetKrw: 300_000,
  period: { start: '2026-12-01', end: '2026-12-03' },
  channels: ['instagram'],
} as const;

/** Two winners; the draw needs no network. */
export function aLottery(over: object = {}): Brief {
  const draw = { at: '2026-12-04T12:00:00+09:00', beacon: 'operator' };
  const entry = { mechanic: 'lottery', winners: 2, visitBonus: 2 };
  return parseInput(briefInputSchema, { ...common, entry, draw, ...over }, 'brief');
}

export function aFirstCome(stock: number, over: object = {}): Brief {
  const entry = { mechanic: 'first_come', stock };
  return parseInput(briefInputSchema, { ...common, name: '선착순 쿠폰', entry, ...over }, 'brief');
}

/** Moments of the campaigns above. */
export const whileOpen = '2026-12-02T12:00:00+09:00';
export const afterClosing = '2026-12-04T00:05:00+09:00';
export const afterDraw = '2026-12-04T12:00:00+09:00';

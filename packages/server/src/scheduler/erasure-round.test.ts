import { StoreError } from '@kt-event/sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  afterClosing,
  afterDraw,
  aLottery,
  openStage,
  type Stage,
  whileOpen,
} from '../testing/open-stage.js';
import { aPerson } from '../testing/requests.js';
import { createErasureRound } from './erasure-round.js';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

describe('the round of erasures', () => {
  it('destroys what was promised for the day, on that day and without being told to', async () => {
    const { ktEvent, moveTo, now } = stage;
    const { id, slug } = await stage.publish(aLottery());
    moveTo(whileOpen);
    await ktEvent.advance(id);
    const { phone, name } = aPerson(1);
    await ktEvent.participate(slug, { name, phone, consent: true, overFourteen: true });
    for (const at of [afterClosing, afterDraw]) {
      moveTo(at);
      await ktEvent.advance(id);
    }
    await ktEvent.cancel(id).catch(() => undefined); // over, wherever it stood
    const round = createErasureRound({ ktEvent, now, tell: () => undefined });
    await round();
    const before = await ktEvent.exportPerson(phone);
    moveTo(String((await ktEvent.status(id)).campaign.plan?.schedule.deleteAt));
    await round();

    expect([before.length, (await ktEvent.exportPerson(phone)).length]).toEqual([1, 0]);
  });

  it('looks once an hour, and tells what it could not do', async () => {
    const told: unknown[] = [];
    let looks = 0;
    const failure = new StoreError('STORE_003', { runId: 'run' });
    const ktEvent = {
      eraseOverdue: async () => {
        looks += 1;
        throw failure;
      },
    };
    let nowMs = 0;
    const round = createErasureRound({
      ktEvent,
      now: () => new Date(nowMs),
      tell: (error) => told.push(error),
    });
    for (nowMs of [0, 59 * 60_000, 60 * 60_000]) await round();

    expect([looks, told]).toEqual([2, [failure, failure]]);
  });
});

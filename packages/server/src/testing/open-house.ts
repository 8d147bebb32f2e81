import { randomUUID } from 'node:crypto';
import type { Campaign } from '@kt-event/sdk';
import { openServer, type Server } from '../open-server.js';
import { afterClosing, afterDraw, aLottery, openStage, type Stage, whileOpen } from './open-stage.js';

/** A server on a real socket with a lottery that is open, for a browser to look at. The clock stands. */
export interface House {
  readonly stage: Stage;
  readonly server: Server;
  readonly lottery: Campaign;
  close(): Promise<void>;
}

export async function openHouse(): Promise<House> {
  const stage = await openStage();
  const { ktEvent } = stage;
  const lottery = await stage.publish(aLottery());
  stage.moveTo(whileOpen);
  await ktEvent.advance(lottery.id);
  const limits = { entriesPerMinute: 10_000, entriesPerDevice: 10_000, requestsPerMinute: 100_000 };
  const server = await openServer({ ktEvent, newId: randomUUID, now: stage.now, ...limits });
  return {
    stage,
    server,
    lottery,
    async close() {
      await server.close();
      await stage.close();
    },
  };
}

/** The lottery closes with those who entered it, and is drawn. */
export async function drawLottery({ stage, lottery }: House): Promise<void> {
  for (const moment of [afterClosing, afterDraw]) {
    stage.moveTo(moment);
    await stage.ktEvent.advance(lottery.id);
  }
}

import { randomUUID } from 'node:crypto';
import { type Campaign, type Receipt, UserError } from '@kt-event/sdk';
import { openServer, type Server } from '../open-server.js';
import { afterClosing, afterDraw, aLottery, openStage, type Stage, whileOpen } from './open-stage.js';
import { aPerson } from './requests.js';

/** A lottery on a server, with the receipts of those who took part. */
export interface DrawnStage {
  readonly stage: Stage;
  readonly server: Server;
  readonly campaign: Campaign;
  readonly receipts: readonly Receipt[];
  /** Address of the proof page. */
  readonly url: string;
  /** Entries that the server denies, as an organiser would who left them out. */
  readonly denied: Set<string>;
  /** Moves the clock, and carries the campaign on as far as it allows. */
  goTo(instant: string): Promise<void>;
  close(): Promise<void>;
}

/** @param people - How many took part while it was open. */
export async function openDrawnStage(
  people: number,
  options: { readonly rehearsal?: boolean } = {},
): Promise<DrawnStage> {
  const stage = await openStage();
  const { ktEvent } = stage;
  const campaign = await stage.publish(aLottery(), options);
  const denied = new Set<string>();
  const inclusion: typeof ktEvent.inclusion = async (campaignId, entryId) => {
    if (denied.has(entryId)) throw new UserError('USER_090', { campaignId });
    return ktEvent.inclusion(campaignId, entryId);
  };
  const goTo = async (instant: string) => {
    stage.moveTo(instant);
    await ktEvent.advance(campaign.id);
  };

  await goTo(whileOpen);
  const receipts: Receipt[] = [];
  for (let no = 1; no <= people; no += 1) {
    const visitCode = no % 2 === 0 ? await ktEvent.visitCode(campaign.id) : undefined;
    const { receipt } = await ktEvent.participate(campaign.slug, aPerson(no, visitCode ? { visitCode } : {}));
    receipts.push(receipt);
  }
  const server = await openServer({
    ktEvent: { ...ktEvent, inclusion },
    newId: randomUUID,
    now: stage.now,
    requestsPerMinute: 10_000,
  });
  return {
    stage,
    server,
    campaign,
    receipts,
    url: `${server.url}/draws/${campaign.slug}`,
    denied,
    goTo,
    async close() {
      await server.close();
      await stage.close();
    },
  };
}

/** The list is fixed; the draw is still to come. */
export const closeEntries = ({ goTo }: DrawnStage): Promise<void> => goTo(afterClosing);
export const drawWinners = ({ goTo }: DrawnStage): Promise<void> => goTo(afterDraw);

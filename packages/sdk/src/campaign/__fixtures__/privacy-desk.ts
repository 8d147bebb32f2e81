import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createLocalMedia } from '../../providers/local-media/local-media.js';
import type { Campaign, CampaignState } from '../../schema/campaign.js';
import { createWinnerKeys, type WinnerKeys } from '../../security/winner-keys.js';
import { type CanaryPerson, canaryPeople } from '../../testing/canary-people.js';
import { type EntryDesk, openEntryDesk } from '../../testing/entry-desk.js';
import { aCampaign, aCampaignId, aPlan, aSchedule } from '../../testing/fixtures.js';
import type { EraseDeps } from '../erase-campaign.js';

export const [first, second] = canaryPeople as [CanaryPerson, CanaryPerson];

/** A campaign in which all of them have entered; every tenth wants to hear of the store. */
export interface PrivacyDesk extends EntryDesk {
  readonly eraseDeps: EraseDeps & { readonly winnerKeys: WinnerKeys };
  setNow(instant: string): void;
  moveTo(state: CampaignState): Promise<boolean>;
  campaign(): Promise<Campaign>;
}

export async function openPrivacyDesk(): Promise<PrivacyDesk> {
  const desk = await openEntryDesk();
  let nowMs = Date.parse('2026-12-20T12:00:00+09:00');
  const folder = join(desk.folder, 'campaign');
  await desk.open({
    folder,
    plan: aPlan({ schedule: aSchedule({ deleteAt: '2027-01-20T00:00:00+09:00' }) }),
  });
  for (const [no, person] of canaryPeople.entries())
    await desk.enter({ ...person, marketingConsent: no % 10 === 0 });

  return {
    ...desk,
    eraseDeps: {
      store: desk.store,
      keyring: desk.keyring,
      winnerKeys: createWinnerKeys({ keys: desk.store.keys, masterKey: Buffer.alloc(32, 1), randomBytes }),
      randomBytes,
      now: () => new Date(nowMs),
      media: (path) => createLocalMedia({ folder: path, newId: () => randomBytes(8).toString('hex') }),
    },
    setNow(instant) {
      nowMs = Date.parse(instant);
    },
    moveTo: (state) => desk.store.campaigns.update(aCampaignId, ['open', 'closed'], { state }),
    campaign: async () => (await desk.store.campaigns.find(aCampaignId)) ?? aCampaign(),
  };
}

import type { AwardState } from '../schema/award.js';
import { drawsLots } from '../schema/brief.js';
import type { Campaign, CampaignState } from '../schema/campaign.js';
import { blindIndex } from '../security/blind-index.js';
import { openEntry } from '../security/entry-seal.js';
import { toMobilePhone } from '../security/phone.js';
import type { StoredEntry } from '../store/entry-repository.js';
import { erasePerson } from './erase-campaign.js';
import { excludeEntry } from './exclude-entry.js';
import type { PersonDeps } from './reseal-persons.js';

/** Everything that is kept of one person in one campaign, for that person. */
export interface PersonalRecord {
  readonly campaign: { readonly id: string; readonly name: string; readonly store: string };
  /** Empty when only the phone is kept. */
  readonly name: string;
  /** E.164. */
  readonly phone: string;
  readonly entry: Omit<StoredEntry, 'sealedName' | 'sealedPhone' | 'sealedSalt' | 'ownerTag' | 'campaignId'>;
  /** What was sent to them about a prize. */
  readonly notices: readonly { readonly slot: string; readonly state: string; readonly at: string }[];
  /** Prizes that were drawn for them, and how far those have come. */
  readonly awards: readonly {
    readonly prizeId: string | undefined;
    readonly state: string;
    readonly at: string;
  }[];
  /** Promised day of destruction. */
  readonly deleteAt: string | undefined;
}

export interface Forgotten {
  readonly campaignId: string;
  readonly campaignName: string;
  /** `erased`, or why it could not be now. */
  readonly result: 'erased' | 'prize_in_hand' | 'entries_are_taken';
}

/** In which somebody may have entered. */
const enteredStates: readonly CampaignState[] = ['open', 'closed', 'drawn', 'settled', 'cancelled'];

interface FoundPerson {
  readonly campaign: Campaign;
  readonly entry: StoredEntry;
}

/** @throws UserError `USER_001` for anything that is no mobile number. The number is not in the error. */
export async function exportPerson(phone: string, deps: PersonDeps): Promise<PersonalRecord[]> {
  return Promise.all((await findPerson(phone, deps)).map((found) => toRecord(found, deps)));
}

async function toRecord(
  { campaign, entry }: FoundPerson,
  { store, keyring }: PersonDeps,
): Promise<PersonalRecord> {
  const { name, phone } = openEntry(entry, await keyring.of(campaign.id));
  const { sealedName, sealedPhone, sealedSalt, ownerTag, campaignId, ...facts } = entry;
  const notices = await store.outcomes.notices(campaign.id);
  const awards = await store.awards.list(campaign.id);
  return {
    campaign: { id: campaign.id, name: campaign.brief.name, store: campaign.brief.store.name },
    name,
    phone,
    entry: facts,
    notices: notices
      .filter(({ entryId }) => entryId === entry.id)
      .map(({ slot, state, at }) => ({ slot, state, at })),
    awards: awards
      .filter(({ entryId }) => entryId === entry.id)
      .map(({ prizeId, state, at }) => ({ prizeId, state, at })),
    deleteAt: campaign.plan?.schedule.deleteAt,
  };
}

/**
 * Erases a person from every campaign in which that does not break a promise: who has a prize in hand has to finish with
 * it first, and from the commitment to the draw the list is fixed. The entry stays, as nobody's; before the list is
 * fixed it is left out of the draw.
 */
export async function forgetPerson(phone: string, deps: PersonDeps): Promise<Forgotten[]> {
  const forgotten: Forgotten[] = [];
  for (const found of await findPerson(phone, deps)) {
    const { campaign, entry } = found;
    const result = await obstacle(found, deps);
    if (result === 'erased') {
      await withdraw(found, deps);
      await erasePerson(campaign.id, entry.id, deps);
      await deps.store.audit.append(campaign.id, {
        type: 'FORGET',
        entryId: entry.id,
        at: deps.now().toISOString(),
      });
    }
    forgotten.push({ campaignId: campaign.id, campaignName: campaign.brief.name, result });
  }
  return forgotten;
}

async function obstacle(
  { campaign, entry }: FoundPerson,
  { store }: PersonDeps,
): Promise<Forgotten['result']> {
  const draw = await store.draws.find(campaign.id);
  if (campaign.state !== 'cancelled' && draw?.state === 'committed') return 'entries_are_taken';
  const awards = await store.awards.list(campaign.id);
  if (campaign.state === 'settled') return 'erased';
  const unfinished = awards.some(
    ({ entryId, state }) => entryId === entry.id && !endedStates.includes(state),
  );
  return unfinished ? 'prize_in_hand' : 'erased';
}

/** In which an award asks nothing more of anybody. */
const endedStates: readonly AwardState[] = ['handed_over', 'expired', 'declined', 'disqualified'];

/** States in which the list of the draw is still being made. */
const listStates: readonly CampaignState[] = ['open', 'closed'];

/** Who leaves before the list is fixed is not drawn from; the list says how many did. */
async function withdraw({ campaign, entry }: FoundPerson, deps: PersonDeps): Promise<void> {
  const drawn = drawsLots(campaign.brief.entry) && entry.couponNo === undefined;
  if (!drawn || !listStates.includes(campaign.state)) return;
  if (await deps.store.draws.find(campaign.id)) return;
  await excludeEntry(deps, campaign.id, { entryId: entry.id, reason: 'withdrawn' });
}

/** Every entry of the owner of a phone of whom something is kept. */
export async function findPerson(text: string, { store, keyring }: PersonDeps): Promise<FoundPerson[]> {
  const phone = toMobilePhone(text);
  const found: FoundPerson[] = [];
  for (const campaign of await store.campaigns.list({ states: enteredStates })) {
    const { indexKey } = await keyring.of(campaign.id);
    const entryId = await store.persons.find(campaign.id, blindIndex(indexKey, campaign.id, phone));
    const entry = entryId === undefined ? undefined : await store.entries.find(campaign.id, entryId);
    if (entry && entry.sealedPhone !== '') found.push({ campaign, entry });
  }
  return found;
}

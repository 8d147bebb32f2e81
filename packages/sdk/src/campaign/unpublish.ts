import { UserError } from '../errors/index.js';
import type { ChannelAdapter } from '../providers/channel.js';
import type { Campaign } from '../schema/campaign.js';
import type { Channel } from '../schema/primitives.js';
import type { Publication } from '../schema/publication.js';
import { canBecome } from '../schema/publication-ways.js';
import type { Store } from '../store/store.js';
import { changedModes } from './channel-modes.js';

/** A publication that its channel can take back. */
export interface Withdrawable {
  readonly channel: Channel;
  readonly externalId: string;
}

/**
 * What can be taken back of a campaign: of the named channels, else of all that have a way to.
 *
 * @throws UserError `USER_044` for a named channel without a way to; `USER_042` for one that carries nothing;
 * `USER_038` when a channel goes elsewhere now than where the publication is.
 */
export async function findWithdrawable(
  { outcomes }: Pick<Store, 'outcomes'>,
  { id }: Campaign,
  adapters: readonly ChannelAdapter[],
  named?: readonly Channel[],
): Promise<Withdrawable[]> {
  const publications = await outcomes.publications(id);
  const chosen = publications.filter(({ channel }) => named === undefined || named.includes(channel));
  for (const channel of named ?? []) requirePlaced(channel, chosen);
  return chosen.flatMap((publication) => {
    const adapter = adapters.find(({ channel }) => channel === publication.channel);
    if (!canBecome(publication.state, 'withdrawn') || publication.externalId === undefined) return [];
    const { channel, externalId, mode } = publication;
    if (adapter?.withdraw && adapter.mode === mode) return [{ channel, externalId }];
    if (named && adapter) refuse(adapter, publication);
    return [];
  });
}

function requirePlaced(channel: Channel, publications: readonly Publication[]): void {
  const state = publications.find((publication) => publication.channel === channel)?.state ?? 'held';
  if (!canBecome(state, 'withdrawn'))
    throw new UserError('USER_042', { channel, state, action: 'withdrawn' });
}

function refuse(adapter: ChannelAdapter, { channel, mode }: Publication): never {
  const channels = changedModes([adapter], { [channel]: mode });
  if (channels !== undefined) throw new UserError('USER_038', { channels });
  throw new UserError('USER_044', { channel });
}

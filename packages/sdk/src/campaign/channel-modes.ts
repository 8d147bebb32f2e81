import type { ChannelAdapter } from '../providers/channel.js';
import type { CampaignRun } from './campaign-run.js';

/** By channel. A value rather than an interface, so that a journal can hold it. */
type Modes = { readonly [channel: string]: ChannelAdapter['mode'] };

/** Where each channel went when the campaign was planned: what a person says yes to. */
export async function pinModes({ context, deps }: Pick<CampaignRun, 'context' | 'deps'>): Promise<Modes> {
  return context.step('modes', async () =>
    Object.fromEntries(deps.channels.map(({ channel, mode }) => [channel, mode])),
  );
}

/** The channels that go elsewhere now, in words; nothing when all is as it was. */
export function changedModes(
  channels: readonly Pick<ChannelAdapter, 'channel' | 'mode'>[],
  pinned: Modes,
): string | undefined {
  const changed = channels.filter(({ channel, mode }) => mode !== pinned[channel]);
  const words = changed.map(({ channel, mode }) => `${channel} (${pinned[channel]} → ${mode})`);
  return words.length > 0 ? words.join(', ') : undefined;
}

import { findCampaign } from '../campaigns.js';
import type { CommandContext } from '../context.js';

/** Every address of a campaign's media that was given out stops working. */
export async function revokeMedia({ ktEvent, output }: CommandContext, name: string): Promise<void> {
  const opened = await ktEvent();
  const { id } = await findCampaign(opened, name);
  const { mediaVersion } = await opened.revokeMedia(id);
  output.result({ campaignId: id, mediaVersion }, (_value, messages) => messages.media.revoked);
}

/** Every media address of this folder that was given out stops working. */
export async function rotateMediaKey({ ktEvent, output }: CommandContext): Promise<void> {
  await (await ktEvent()).rotateMediaKey();
  output.result({ rotated: true }, (_value, messages) => messages.media.rotated);
}

import { findCampaign } from '../campaigns.js';
import type { CommandContext } from '../context.js';
import { keyStatusView, rotatedView } from '../views/key-views.js';

/** Which keys there are, and which campaigns still need an older one. */
export async function keyStatus({ ktEvent, output }: CommandContext): Promise<void> {
  output.result(await (await ktEvent()).keyStatus(), keyStatusView);
}

export async function rotateMasterKey({ ktEvent, output, messages }: CommandContext): Promise<void> {
  const opened = await ktEvent();
  const resealed = await output.task(messages.keys.rotating, () => opened.rotateMasterKey());
  output.result({ resealed }, (_value, words) => words.keys.masterRotated(resealed));
}

export async function rotateDataKey(
  { ktEvent, output, messages }: CommandContext,
  name: string,
): Promise<void> {
  const opened = await ktEvent();
  const { id } = await findCampaign(opened, name);
  output.result(await output.task(messages.keys.rotating, () => opened.rotateDataKey(id)), rotatedView);
}

export async function rotateIndexKey(
  { ktEvent, output, messages }: CommandContext,
  name: string,
): Promise<void> {
  const opened = await ktEvent();
  const { id } = await findCampaign(opened, name);
  const reindexed = await output.task(messages.keys.rotating, () => opened.rotateIndexKey(id));
  output.result({ reindexed }, (_value, words) => words.keys.indexRotated(reindexed));
}

export async function forgetOlderKeys({ ktEvent, output }: CommandContext): Promise<void> {
  await (await ktEvent()).forgetOlderKeys();
  output.result({ forgotten: true }, (_value, words) => words.keys.forgotten);
}

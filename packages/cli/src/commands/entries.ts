import type { ExclusionReason } from '@kt-event/sdk';
import { findCampaign } from '../campaigns.js';
import type { CommandContext } from '../context.js';
import { drawPreviewView, entryLogView, excludedView } from '../views/draw-preview-view.js';

export interface ExcludeFlags {
  readonly reason: ExclusionReason;
}

/** Before the list is public, and never after. */
export async function excludeEntry(
  context: CommandContext,
  [name, entryId]: readonly [string, string],
  { reason }: ExcludeFlags,
): Promise<void> {
  const ktEvent = await context.ktEvent();
  const { id } = await findCampaign(ktEvent, name);
  await ktEvent.excludeEntry(id, entryId, reason);
  context.output.result({ entryId, reason }, excludedView);
}

export async function showEntryLog(context: CommandContext, name: string): Promise<void> {
  const ktEvent = await context.ktEvent();
  const { id } = await findCampaign(ktEvent, name);
  context.output.result((await ktEvent.logHeads(id)) ?? { heads: [], proofs: [] }, entryLogView);
}

/** Writes nothing. */
export async function previewDraw(context: CommandContext, name: string): Promise<void> {
  const ktEvent = await context.ktEvent();
  const { id } = await findCampaign(ktEvent, name);
  context.output.result(await ktEvent.previewDraw(id), drawPreviewView);
}

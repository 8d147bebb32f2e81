import { resolve } from 'node:path';
import { findCampaign } from '../campaigns.js';
import type { CommandContext } from '../context.js';
import { writePrivately } from '../private-file.js';
import { exportedView, taxSheetView } from '../views/winner-papers-view.js';

export interface PaperFlags {
  readonly out: string;
  readonly force?: boolean;
}

/** What is due when, masked, on the screen; whom the tax office is told of, in a file only. */
export async function showTaxSheet(
  context: CommandContext,
  name: string,
  { out, force }: Partial<PaperFlags>,
): Promise<void> {
  const { ktEvent, output } = context;
  const client = await ktEvent();
  const { id } = await findCampaign(client, name);
  const rows = await client.taxSheet(id);
  const path = out === undefined ? undefined : await write(context, id, { out, force, tax: true });
  output.result({ rows, ...(path !== undefined && { path, personalData: true }) }, taxSheetView);
}

/** Everything that the store needs to hand prizes over. */
export async function exportWinners(
  context: CommandContext,
  name: string,
  { out, force }: PaperFlags,
): Promise<void> {
  const { id } = await findCampaign(await context.ktEvent(), name);
  const path = await write(context, id, { out, force, tax: false });
  context.output.result({ path, personalData: true }, exportedView);
}

interface Paper {
  readonly out: string;
  readonly force: boolean | undefined;
  readonly tax: boolean;
}

async function write(
  { ktEvent, cwd, operator }: CommandContext,
  campaignId: string,
  { out, force, tax }: Paper,
): Promise<string> {
  const path = resolve(cwd, out);
  const client = await ktEvent();
  await writePrivately(path, () => client.exportWinners(campaignId, { by: operator, tax }), { force });
  return path;
}

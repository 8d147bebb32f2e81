import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Campaign, type KtEvent, UserError } from '@kt-event/sdk';
import { withCampaignFile } from './campaign-file/with-campaign-file.js';
import type { CommandContext } from './context.js';

/** @throws UserError `USER_002` */
export async function findCampaign(ktEvent: KtEvent, idOrSlug: string): Promise<Campaign> {
  const campaign = await ktEvent.find(idOrSlug);
  if (campaign) return campaign;
  throw new UserError('USER_002', { what: 'campaign', id: idOrSlug });
}

/** A file makes a new campaign; anything else names one there is. */
export async function openCampaign(context: CommandContext, fileOrCampaign: string): Promise<Campaign> {
  const path = resolve(context.cwd, fileOrCampaign);
  const ktEvent = await context.ktEvent();
  if (await isFile(path)) return withCampaignFile(path, (brief) => ktEvent.create(brief));
  return findCampaign(ktEvent, fileOrCampaign);
}

/** Whether there is a file of that name. */
export async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

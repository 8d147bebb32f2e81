import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Brief, KtEventError } from '@kt-event/sdk';
import { placeIssues } from './parse-campaign.js';
import { readCampaignFile } from './read-campaign-file.js';

/**
 * Works on the brief of a campaign file. What only the work can find wrong with it, such as a budget no plan fits,
 * is shown at its place in the file too.
 *
 * @throws what {@link readCampaignFile} and the work throw.
 */
export async function withCampaignFile<T>(path: string, work: (brief: Brief) => Promise<T>): Promise<T> {
  const brief = await readCampaignFile(path);
  try {
    return await work(brief);
  } catch (error) {
    throw isUnplaced(error) ? placeIssues(await readFile(path, 'utf8'), basename(path), error) : error;
  }
}

function isUnplaced(error: unknown): error is KtEventError {
  if (!KtEventError.is(error) || error.code !== 'USER_001') return false;
  return error.issues.length > 0 && error.issues.every(({ file }) => file === undefined);
}

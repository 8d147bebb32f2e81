import { basename } from 'node:path';
import { type Brief, KtEventError } from '@kt-event/sdk';
import { placeIssues } from './parse-campaign.js';
import { readCampaignText, toCampaign } from './read-campaign-file.js';

/**
 * Works on the brief of a campaign file. What only the work can find wrong with it, such as a budget no plan fits,
 * is shown at its place in the file too.
 *
 * @param change - Puts other values into the text before it is read. The file stays as it is.
 * @throws what {@link readCampaignText}, {@link toCampaign} and the work throw.
 */
export async function withCampaignFile<T>(
  path: string,
  work: (brief: Brief, text: string) => Promise<T>,
  change: (text: string) => string = (text) => text,
): Promise<T> {
  const text = change(await readCampaignText(path));
  const brief = await toCampaign(text, path);
  try {
    return await work(brief, text);
  } catch (error) {
    throw isUnplaced(error) ? placeIssues(text, basename(path), error) : error;
  }
}

function isUnplaced(error: unknown): error is KtEventError {
  if (!KtEventError.is(error) || error.code !== 'USER_001') return false;
  return error.issues.length > 0 && error.issues.every(({ file }) => file === undefined);
}

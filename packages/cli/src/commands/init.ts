import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { dayOf, StoreError, UserError } from '@kt-event/sdk';
import { askCampaign } from '../ask-campaign.js';
import { type CampaignAnswers, exampleCampaign } from '../campaign-file/example-campaign.js';
import { campaignJsonSchema, campaignSchemaFile } from '../campaign-file/json-schema.js';
import { parseCampaign } from '../campaign-file/parse-campaign.js';
import type { CommandContext } from '../context.js';
import { lines } from '../views/layout.js';

export interface InitFlags {
  readonly force?: boolean;
  readonly store?: string;
  readonly name?: string;
  readonly industry?: string;
  readonly region?: string;
  readonly phone?: string;
  readonly budget?: number;
}

/** Writes a commented campaign file, and beside it the schema by which an editor completes and checks it. */
export async function init(context: CommandContext, file: string, flags: InitFlags): Promise<void> {
  const { cwd, now, output } = context;
  const path = resolve(cwd, file);
  const text = exampleCampaign({ ...(await answersFrom(context, flags)), today: dayOf(now()) });
  parseCampaign(text, file);
  await write(path, text, flags);
  await write(join(dirname(path), campaignSchemaFile), campaignJsonSchema(), { force: true });
  output.result({ path }, (_, { init: words }) => lines(words.written(file), words.next(file)));
}

async function answersFrom(
  { ask, messages }: CommandContext,
  { force: _, budget, ...named }: InitFlags,
): Promise<Omit<CampaignAnswers, 'today'>> {
  const answers = { ...named, budgetKrw: budget };
  const told = Object.values(answers).some((value) => value !== undefined);
  return told || !ask.interactive ? answers : askCampaign(ask, messages);
}

async function write(
  path: string,
  text: string,
  { force = false }: { readonly force?: boolean },
): Promise<void> {
  try {
    await writeFile(path, text, { flag: force ? 'w' : 'wx' });
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unwritable';
    if (reason === 'EEXIST') throw new UserError('USER_033', { path }, { cause });
    throw new StoreError('STORE_005', { reason }, { cause });
  }
}

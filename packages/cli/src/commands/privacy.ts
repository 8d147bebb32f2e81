import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { UserError } from '@kt-event/sdk';
import { findCampaign } from '../campaigns.js';
import type { CommandContext } from '../context.js';
import { erasureView, forgottenView, personView } from '../views/privacy-views.js';

export interface PhoneFlags {
  /** File with the number and nothing else; `-` reads it from standard input. It is never on the command line. */
  readonly phoneFile?: string;
}

interface YesFlag {
  readonly yes?: boolean;
}

/** Everything that is kept of the owner of a phone. */
export async function exportPerson(context: CommandContext, flags: PhoneFlags): Promise<void> {
  const phone = await askPhone(context, flags);
  context.output.result(await (await context.ktEvent()).exportPerson(phone), personView);
}

/** Erases the owner of a phone wherever that breaks no promise to others. */
export async function forgetPerson(context: CommandContext, flags: PhoneFlags & YesFlag): Promise<void> {
  const { ask, messages, output } = context;
  const phone = await askPhone(context, flags);
  const yes = flags.yes ?? (await ask.confirm(messages.privacy.forgetQuestion, '--yes'));
  if (!yes) throw new UserError('USER_011', {});
  const forgotten = await (await context.ktEvent()).forgetPerson(phone);
  if (forgotten.some(({ result }) => result !== 'erased')) context.exitWith(6);
  output.result(forgotten, forgottenView);
}

/** Destroys the personal data of a campaign that is over. */
export async function eraseCampaign(context: CommandContext, name: string, flags: YesFlag): Promise<void> {
  const { ask, messages, output } = context;
  const ktEvent = await context.ktEvent();
  const { id } = await findCampaign(ktEvent, name);
  const yes = flags.yes ?? (await ask.confirm(messages.privacy.eraseQuestion, '--yes'));
  if (!yes) throw new UserError('USER_011', {});
  output.result(await output.task(messages.tasks.run, () => ktEvent.erase(id)), erasureView);
}

/** Asks for it, unless a file has it: a command line is kept in histories. */
export async function askPhone(
  { ask, cwd, messages }: CommandContext,
  { phoneFile }: PhoneFlags,
): Promise<string> {
  if (phoneFile === '-') return (await text(process.stdin)).trim();
  if (phoneFile !== undefined) return (await readFile(resolve(cwd, phoneFile), 'utf8')).trim();
  return ask.text(messages.privacy.phoneQuestion, '--phone-file', '');
}

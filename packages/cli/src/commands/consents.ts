import { UserError } from '@kt-event/sdk';
import { findCampaign } from '../campaigns.js';
import type { CommandContext } from '../context.js';
import { consentsView } from '../views/consents-view.js';

export interface ConsentsFlags {
  /** Sends what the law asks for. */
  readonly notify?: boolean;
  /** Of consents that are two years old instead of new ones. */
  readonly confirm?: boolean;
  /** Writes down that they have been told by hand. */
  readonly told?: boolean;
  readonly yes?: boolean;
  /** Shows who would be told; nothing is sent. */
  readonly dryRun?: boolean;
}

/** Who has to hear of their consent to advertising, and tells them when asked to. */
export async function consents(context: CommandContext, name: string, flags: ConsentsFlags): Promise<void> {
  const { ask, messages, output, signal } = context;
  const ktEvent = await context.ktEvent();
  const { id } = await findCampaign(ktEvent, name);
  const notice = flags.confirm ? 'confirm' : 'result';
  if (flags.told && !flags.dryRun) {
    const yes = flags.yes ?? (await ask.confirm(messages.consents.toldQuestion, '--yes'));
    if (!yes) throw new UserError('USER_011', {});
    return output.result(await ktEvent.markConsentsTold(id, { notice }), consentsView);
  }
  const status =
    flags.notify && !flags.dryRun
      ? await output.task(messages.tasks.run, () => ktEvent.tellConsents(id, { notice, signal }))
      : await ktEvent.consents(id);
  output.result(status, consentsView);
}

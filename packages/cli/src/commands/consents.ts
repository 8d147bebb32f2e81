import { findCampaign } from '../campaigns.js';
import type { CommandContext } from '../context.js';
import { consentsView } from '../views/consents-view.js';

export interface ConsentsFlags {
  /** Sends what the law asks for. */
  readonly notify?: boolean;
  /** Of consents that are two years old instead of new ones. */
  readonly confirm?: boolean;
  /** Shows who would be told; nothing is sent. */
  readonly dryRun?: boolean;
}

/** Who has to hear of their consent to advertising, and tells them when asked to. */
export async function consents(context: CommandContext, name: string, flags: ConsentsFlags): Promise<void> {
  const { messages, output, signal } = context;
  const ktEvent = await context.ktEvent();
  const { id } = await findCampaign(ktEvent, name);
  const notice = flags.confirm ? 'confirm' : 'result';
  const status =
    flags.notify && !flags.dryRun
      ? await output.task(messages.tasks.run, () => ktEvent.tellConsents(id, { notice, signal }))
      : await ktEvent.consents(id);
  output.result(status, consentsView);
}

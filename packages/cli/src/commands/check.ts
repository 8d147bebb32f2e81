import { resolve } from 'node:path';
import { withCampaignFile } from '../campaign-file/with-campaign-file.js';
import type { CommandContext } from '../context.js';
import { findingsView } from '../views/findings-view.js';

export interface CheckFlags {
  readonly asOf?: string;
}

/** Findings are data; one that must be met makes the exit code 2. */
export async function check(context: CommandContext, file: string, { asOf }: CheckFlags): Promise<void> {
  const { output, messages, cwd } = context;
  const ktEvent = await context.ktEvent();
  const findings = await withCampaignFile(resolve(cwd, file), (brief) =>
    output.task(messages.tasks.check, () => ktEvent.check(brief, { ...(asOf && { asOf }) })),
  );
  output.result(findings, findingsView);
  if (findings.some(({ severity }) => severity === 'error')) context.exitWith(2);
}

import { resolve } from 'node:path';
import { checkTemplates, listTemplates } from '@kt-event/sdk';
import type { CommandContext } from '../context.js';
import { templatesCheckView, templatesListView } from '../views/templates-view.js';

export async function templatesList(context: CommandContext, folder: string | undefined): Promise<void> {
  const templates = await listTemplates(folderOf(context, folder));
  context.output.result({ templates }, ({ templates }, messages) => templatesListView(templates, messages));
}

/** Exit code 2 for anything found: such a template would disappoint in some campaign. */
export async function templatesCheck(context: CommandContext, folder: string | undefined): Promise<void> {
  const { output, messages, signal, exitWith } = context;
  const checked = await output.task(messages.designs.drawing, () =>
    checkTemplates(folderOf(context, folder), signal),
  );
  output.result(checked, templatesCheckView);
  if (checked.findings.length > 0) exitWith(2);
}

const folderOf = ({ cwd, templates }: CommandContext, folder: string | undefined) =>
  folder === undefined ? templates : resolve(cwd, folder);

import type { CommandContext } from '../context.js';
import { noticeTemplatesView } from '../views/notice-templates-view.js';

export interface TemplateFlags {
  readonly check?: boolean;
}

/** The texts to register for AlimTalk. Leaves with 2 when what is registered is another text, or not approved. */
export async function showNoticeTemplates(
  { ktEvent, output, exitWith }: CommandContext,
  { check = false }: TemplateFlags,
): Promise<void> {
  const client = await ktEvent();
  const templates = await client.noticeTemplates({ check });
  output.result(templates, noticeTemplatesView);
  if (templates.some(({ kept }) => kept !== undefined && kept !== 'same')) exitWith(2);
}

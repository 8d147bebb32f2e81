import { resolve } from 'node:path';

/** The folder that `KT_EVENT_TEMPLATES` names, from the folder of the campaigns. */
export function ownTemplates(
  environment: Readonly<Record<string, string | undefined>>,
  folder: string,
): string | undefined {
  const named = environment['KT_EVENT_TEMPLATES']?.trim();
  return named ? resolve(folder, named) : undefined;
}

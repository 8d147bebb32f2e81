import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../../errors/index.js';
import { parseRow } from '../../schema/parse.js';
import { type Looks, looksSchema } from './looks-schema.js';
import { readTemplate } from './read-template.js';
import type { Template } from './template-schema.js';

/** Everything pictures are made from. */
export interface Designs {
  /** By name, in the order of their names; an agency's own replaces ours of the same name. */
  readonly templates: readonly Template[];
  readonly looks: Looks;
}

/** The folder of ours. */
export const shippedTemplates = fileURLToPath(new URL('../../../assets/templates', import.meta.url));
const looksFile = new URL('../../../assets/looks.json', import.meta.url);

/** A file of a folder of templates, and what came of reading it. */
interface TemplateFile {
  /** Absolute. */
  readonly file: string;
  readonly text: string;
  readonly outcome: Template | UserError;
}

/**
 * Reads our templates and those of an agency's folders.
 *
 * @param folders - Each holds `*.json`, absolute; one that is not given is left out. Of two templates with one name, the
 * later folder's is taken.
 * @throws {@link UserError} `USER_001` with file, line and column; `USER_016` when a folder cannot be read.
 */
export async function openDesigns(...folders: readonly (string | undefined)[]): Promise<Designs> {
  const given = folders.filter((folder) => folder !== undefined);
  const read = await Promise.all([shippedTemplates, ...given].map(readTemplates));
  const byName = new Map(read.flat().map((template) => [template.name, template]));
  const looks = parseRow(looksSchema, JSON.parse(await readFile(looksFile, 'utf8')), 'looks.json');
  return { templates: [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1)), looks };
}

/** Every file of a folder of templates, the good and the bad, by name. @throws {@link UserError} `USER_016` */
export async function readTemplateFiles(folder: string): Promise<TemplateFile[]> {
  const names = await namesIn(folder);
  return Promise.all(names.map(async (name) => readTemplateFile(join(folder, name))));
}

/** Every template of a folder; all that is wrong with all of them is told at once. */
async function readTemplates(folder: string): Promise<Template[]> {
  const outcomes = (await readTemplateFiles(folder)).map(({ outcome }) => outcome);
  const issues = outcomes.flatMap((outcome) => (outcome instanceof UserError ? outcome.issues : []));
  if (issues.length > 0) throw new UserError('USER_001', { what: folder }, { issues });
  return outcomes.filter((outcome): outcome is Template => !(outcome instanceof UserError));
}

async function readTemplateFile(file: string): Promise<TemplateFile> {
  let text = '';
  try {
    text = await readFile(file, 'utf8');
    return { file, text, outcome: readTemplate(text, file) };
  } catch (error) {
    if (error instanceof UserError) return { file, text, outcome: error };
    throw new UserError('USER_016', { path: file, reason: reasonOf(error) }, { cause: error });
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  } catch (cause) {
    throw new UserError('USER_016', { path: folder, reason: reasonOf(cause) }, { cause });
  }
}

const reasonOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : 'unreadable';

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StoreError, UserError } from '../../errors/index.js';
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

const shippedFolder = fileURLToPath(new URL('../../../assets/templates', import.meta.url));
const looksFile = new URL('../../../assets/looks.json', import.meta.url);

/**
 * Reads our templates and those of an agency's folder.
 *
 * @param folder - Holds `*.json`. Absolute.
 * @throws {@link UserError} `USER_001` with file, line and column; {@link StoreError} `STORE_001` when the folder cannot be read.
 */
export async function openDesigns(folder?: string): Promise<Designs> {
  const [shipped, own] = await Promise.all([
    readTemplates(shippedFolder),
    folder === undefined ? [] : readTemplates(folder),
  ]);
  const byName = new Map([...shipped, ...own].map((template) => [template.name, template]));
  const looks = parseRow(looksSchema, JSON.parse(await readFile(looksFile, 'utf8')), 'looks.json');
  return { templates: [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1)), looks };
}

/** Every template of a folder; all that is wrong with all of them is told at once. */
async function readTemplates(folder: string): Promise<Template[]> {
  const names = await namesIn(folder);
  const outcomes = await Promise.all(names.map(async (name) => outcomeOf(join(folder, name))));
  const issues = outcomes.flatMap((outcome) => (outcome instanceof UserError ? outcome.issues : []));
  if (issues.length > 0) throw new UserError('USER_001', { what: folder }, { issues });
  return outcomes.filter((outcome): outcome is Template => !(outcome instanceof UserError));
}

async function outcomeOf(path: string): Promise<Template | UserError> {
  try {
    return readTemplate(await readFile(path, 'utf8'), path);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw new StoreError('STORE_001', { path }, { cause: error });
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  } catch (cause) {
    throw new StoreError('STORE_001', { path: folder }, { cause });
  }
}

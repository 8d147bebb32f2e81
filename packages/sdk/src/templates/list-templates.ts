import { UserError } from '../errors/index.js';
import { readTemplateFiles, shippedTemplates } from '../render/design/open-designs.js';
import { showsPicture } from '../render/design/shows-picture.js';

/** A template that campaigns may use. */
export interface TemplateRow {
  readonly name: string;
  readonly ko: string;
  readonly en: string;
  /** Absolute. */
  readonly file: string;
  readonly origin: 'shipped' | 'own';
  /** For campaigns of a season only. */
  readonly seasonal: boolean;
  /** Has room for a picture that a model paints. */
  readonly picture: boolean;
  /** Stands in for ours of the same name. */
  readonly replaces: boolean;
}

/**
 * The templates that campaigns may use: ours, and an agency's in place of those with the same name.
 *
 * @param folder - Of the agency's own. Absolute. @defaultValue ours alone
 * @throws {@link UserError} `USER_016` when the folder cannot be read, `USER_001` for a template that is wrong.
 */
export async function listTemplates(folder?: string): Promise<TemplateRow[]> {
  const shipped = await rowsOf(shippedTemplates, 'shipped');
  const own = folder === undefined ? [] : await rowsOf(folder, 'own');
  const names = new Set(shipped.map(({ name }) => name));
  const rows = new Map(
    [...shipped, ...own.map((row) => ({ ...row, replaces: names.has(row.name) }))].map((row) => [
      row.name,
      row,
    ]),
  );
  return [...rows.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function rowsOf(folder: string, origin: TemplateRow['origin']): Promise<TemplateRow[]> {
  const read = await readTemplateFiles(folder);
  const issues = read.flatMap(({ outcome }) => (outcome instanceof UserError ? outcome.issues : []));
  if (issues.length > 0) throw new UserError('USER_001', { what: folder }, { issues });
  return read.flatMap(({ file, outcome }) => {
    if (outcome instanceof UserError) return [];
    const { name, ko, en, seasonal } = outcome;
    return [{ name, ko, en, file, origin, seasonal, picture: showsPicture(outcome), replaces: false }];
  });
}

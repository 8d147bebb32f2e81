import type { Brief, Issue } from '@kt-event/sdk';
import { type Document, isScalar, parseDocument } from 'yaml';
import { toKeys } from '../bulk/columns.js';
import type { BulkRow } from '../bulk/read-rows.js';
import { briefOf, yamlOptions } from './parse-campaign.js';
import { positionOf } from './position.js';

/** The template that every row is laid over. */
export interface Template {
  readonly text: string;
  readonly file: string;
}

export interface Laid {
  /** Absent when something has to be corrected first. */
  readonly brief?: Brief;
  /** The campaign file of this store, with the template's comments. */
  readonly yaml: string;
  readonly issues: readonly Issue[];
}

/**
 * One store's campaign: the template, with the row's cells in place of its values. What is wrong is shown where it was
 * written: in the cell, else in the template.
 */
export function layOver(template: Template, row: BulkRow, csvFile: string): Laid {
  const document = parseDocument(template.text, yamlOptions);
  for (const { path, value } of row.cells) put(document, toKeys(path), value);
  const { brief, problems } = briefOf(document, template.file);
  const issues = problems.map(({ offset, message, fix, path = [] }) => ({
    path,
    message,
    ...(fix && { fix }),
    ...placeOf(path.join('.'), offset, { template, row, csvFile }),
  }));
  const yaml = String(withoutHint(document).toString({ lineWidth: 0 }));
  return { ...(brief && { brief }), yaml, issues };
}

/** A comment belongs to the place, not to the value that stood there. */
function put(document: Document.Parsed, keys: readonly (string | number)[], value: unknown): void {
  const node = document.getIn(keys, true);
  if (isScalar(node) && !(value instanceof Object)) node.value = value;
  else document.setIn(keys, document.createNode(value));
}

/** Where the editor finds its schema is of no use in another folder. */
function withoutHint(document: Document.Parsed): Document.Parsed {
  document.commentBefore = document.commentBefore?.replace(/^.*\$schema=.*\n?/m, '') || null;
  return document;
}

interface Sources {
  readonly template: Template;
  readonly row: BulkRow;
  readonly csvFile: string;
}

function placeOf(path: string, offset: number, { template, row, csvFile }: Sources) {
  const cell =
    row.cells.find((one) => one.path === path) ??
    row.cells.find((one) => path.startsWith(`${one.path}.`) || one.path.startsWith(`${path}.`));
  if (cell) return { file: csvFile, line: cell.line, column: cell.column };
  return { file: template.file, ...positionOf(template.text, offset) };
}

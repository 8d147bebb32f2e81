import { basename, dirname, relative, resolve } from 'node:path';
import { UserError } from '@kt-event/sdk';
import { type Document, isMap, isScalar, parseDocument } from 'yaml';
import type { Template } from './lay-over.js';
import { nodeProblems } from './node-problems.js';
import { yamlOptions } from './parse-campaign.js';
import { toFileIssues } from './problem.js';
import { readCampaignText } from './read-campaign-file.js';
import { syntaxProblems } from './syntax-problems.js';

/**
 * Reads what the rows are laid over: a campaign file that may leave out what the rows say. Paths in it, of sales,
 * of templates and of a logo, are told from the folder of the results.
 *
 * @throws UserError `USER_016`, or `USER_001` when it is not YAML for a campaign
 */
export async function readTemplate(path: string, out: string): Promise<Template> {
  const file = basename(path);
  const text = await readCampaignText(path);
  const document = parseDocument(text, yamlOptions);
  const problems = [...syntaxProblems(document), ...nodeProblems(document.contents, text)];
  if (problems.length > 0) {
    throw new UserError('USER_001', { what: file }, { issues: toFileIssues(problems, text, file) });
  }
  const paths = filesIn(document).toSorted((a, b) => b.from - a.from); // the last first: places before it stay
  const moved = paths.reduce((text, { from, to, path: file }) => {
    const told = relative(out, resolve(dirname(path), file)) || file;
    return text.slice(0, from) + JSON.stringify(told) + text.slice(to);
  }, text);
  return { text: moved, file };
}

/** Where the template names files. */
function filesIn(
  document: Document,
): { readonly from: number; readonly to: number; readonly path: string }[] {
  return [['sales', 'csv'], ['templates'], ['store', 'brand', 'logo']].flatMap((keys) => {
    const node = isMap(document.contents) ? document.getIn(keys, true) : undefined;
    if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return [];
    const [from, to] = node.range;
    return node.value.startsWith('data:') ? [] : [{ from, to, path: node.value }];
  });
}

import { basename, dirname, relative, resolve } from 'node:path';
import { UserError } from '@kt-event/sdk';
import { isMap, isScalar, parseDocument } from 'yaml';
import type { Template } from './lay-over.js';
import { nodeProblems } from './node-problems.js';
import { yamlOptions } from './parse-campaign.js';
import { toFileIssues } from './problem.js';
import { readCampaignText } from './read-campaign-file.js';
import { syntaxProblems } from './syntax-problems.js';

/**
 * Reads what the rows are laid over: a campaign file that may leave out what the rows say. Its path to a file of sales
 * is told from the folder of the results.
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
  const sales = document.getIn(['sales', 'csv'], true);
  if (!isMap(document.contents) || !isScalar(sales) || typeof sales.value !== 'string' || !sales.range) {
    return { text, file };
  }
  const moved = relative(out, resolve(dirname(path), sales.value)) || sales.value;
  const [from, to] = sales.range;
  return { text: text.slice(0, from) + JSON.stringify(moved) + text.slice(to), file };
}

import { UserError } from '@kt-event/sdk';
import { isMap, isScalar, parse, parseDocument, stringify } from 'yaml';
import { yamlOptions } from './parse-campaign.js';
import { findPlace } from './place.js';

/** One value to put at a dotted path, such as `prizes.0.quantity`. */
export interface Edit {
  readonly path: string;
  readonly value: unknown;
}

/** `budgetKrw=400000`. The value is read as the file would read it. @throws UserError `USER_001` */
export function parseEdit(text: string): Edit {
  const [, path, written] = /^([\w.]+)=(.*)$/s.exec(text) ?? [];
  if (path === undefined || written === undefined) throw wrongEdit(text);
  return { path, value: valueIn(written) };
}

/** A number, a list or braces as YAML has them; anything else is the text that it is. */
function valueIn(written: string): unknown {
  try {
    const value: unknown = parse(written, yamlOptions);
    return value instanceof Object && !/^\s*[[{]/.test(written) ? written : value;
  } catch {
    return written;
  }
}

function wrongEdit(text: string): UserError {
  const issue = {
    path: [],
    message: { ko: `"${text}"은(는) 항목=값이 아닙니다`, en: `"${text}" is not key=value` },
    fix: {
      ko: '예: --set budgetKrw=400000 또는 --set prizes.0.quantity=5',
      en: 'For example --set budgetKrw=400000 or --set prizes.0.quantity=5',
    },
  };
  return new UserError('USER_001', { what: '--set' }, { issues: [issue] });
}

/** The text of a campaign file with other values. Every other letter of it stays: comments, order, spaces. */
export function editCampaign(text: string, edits: readonly Edit[]): string {
  return edits.reduce(put, text);
}

function put(text: string, { path, value }: Edit): string {
  const keys = path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  const document = parseDocument(text, yamlOptions);
  const { node, present } = findPlace(document, keys);
  if (present && isScalar(node) && node.range) {
    const [from, to] = node.range;
    return text.slice(0, from) + written(value) + text.slice(to);
  }
  if (!present && keys.length === 1 && isMap(document.contents) && !document.contents.flow) {
    const end = text === '' || text.endsWith('\n') ? '' : '\n';
    return `${text}${end}${stringify({ [path]: value }, { lineWidth: 0 })}`;
  }
  document.setIn(keys, value);
  return document.toString({ lineWidth: 0 });
}

/** One line, as it may stand within braces. */
const written = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd();

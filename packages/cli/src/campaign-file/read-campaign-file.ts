import { createReadStream } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { type Brief, type Issue, UserError } from '@kt-event/sdk';
import { parseCampaign, placeIssues } from './parse-campaign.js';
import { positionOf } from './position.js';
import { withLogo } from './with-logo.js';
import { yamlLimits } from './yaml-limits.js';

/**
 * Reads a campaign file. A path inside it counts from the folder the file is in.
 * @throws UserError `USER_016` when it cannot be read, `USER_001` with every problem in it.
 */
export async function readCampaignFile(path: string): Promise<Brief> {
  return toCampaign(await readCampaignText(path), path);
}

/** @throws UserError `USER_016` when it cannot be read, `USER_001` when it is not UTF-8 */
export async function readCampaignText(path: string): Promise<string> {
  return decode(await readBytes(path), basename(path));
}

/** What the text of a campaign file at a path says. @throws UserError `USER_001` */
export async function toCampaign(text: string, path: string): Promise<Brief> {
  const brief = parseCampaign(text, basename(path));
  const at = (file: string) => resolve(dirname(path), file);
  const branded = await withLogo(brief, at, (error) => placeIssues(text, basename(path), error));
  const { sales, templates } = branded;
  return {
    ...branded,
    ...(sales && { sales: { csv: at(sales.csv) } }),
    ...(templates !== undefined && { templates: at(templates) }),
  };
}

/** Never more than the limit, whatever the size on disk says. */
async function readBytes(path: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of createReadStream(path, { end: yamlLimits.bytes })) chunks.push(chunk);
  } catch (cause) {
    throw new UserError('USER_016', { path, reason: codeOf(cause) }, { cause });
  }
  const bytes = Buffer.concat(chunks);
  if (bytes.length > yamlLimits.bytes) throw new UserError('USER_016', { path, reason: '> 1 MiB' });
  return bytes;
}

/** A byte that is not UTF-8 becomes U+FFFD; a file that holds one already was damaged before. Both are refused. */
function decode(bytes: Uint8Array, file: string): string {
  const text = new TextDecoder().decode(bytes);
  const damaged = text.indexOf('\uFFFD');
  if (damaged === -1) return text;
  const issue: Issue = {
    path: [],
    message: { ko: '글자가 깨져 있습니다 (UTF-8이 아닙니다)', en: 'Not UTF-8' },
    fix: {
      ko: '메모장에서 "다른 이름으로 저장"을 누르고 인코딩을 UTF-8로 고르세요',
      en: 'Save the file as UTF-8',
    },
    file,
    ...positionOf(text, damaged),
  };
  throw new UserError('USER_001', { what: file }, { issues: [issue] });
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : 'unreadable';

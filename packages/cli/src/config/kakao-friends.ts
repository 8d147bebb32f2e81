import { readFile } from 'node:fs/promises';
import { UserError } from '@kt-event/sdk';

/**
 * The friends of the store's Kakao channel who agreed to advertising: one phone number a line, further columns and a
 * heading are passed over. The file stays where it is; nothing of it is kept.
 *
 * @throws UserError `USER_016` when there is no such file.
 */
export async function readKakaoFriends(path: string): Promise<readonly string[]> {
  const lines = (await readText(path)).split(/\r?\n/).map((line) => line.split(/[,;\t]/)[0]?.trim() ?? '');
  return lines.filter((phone) => /\d/.test(phone));
}

async function readText(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (cause) {
    throw new UserError('USER_016', { path, reason: 'cannot be read' }, { cause });
  }
}

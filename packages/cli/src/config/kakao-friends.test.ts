import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readKakaoFriends } from './kakao-friends.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kt-event-friends-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('reads one friend a line, however a spreadsheet has written it', async () => {
  const path = join(folder, 'friends.csv');
  await writeFile(path, '\uFEFF전화번호,이름\r\n010-5500-9001,김\r\n+82 10 5500 9002;이\n\n01055009003\n');

  expect(await readKakaoFriends(path)).toEqual(['010-5500-9001', '+82 10 5500 9002', '01055009003']);
});

it('names the file that is not there, and no number', async () => {
  await expect(readKakaoFriends(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'USER_016' });
});

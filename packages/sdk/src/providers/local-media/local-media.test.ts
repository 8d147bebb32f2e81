import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLocalMedia } from './local-media.js';

let folder: string;
let outside: string;
let ids = 0;
const newId = () => `id${ids++}`;
const bytes = new TextEncoder().encode('그림');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'media-'));
  outside = await mkdtemp(join(tmpdir(), 'outside-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  await rm(outside, { recursive: true });
});

it('reads back what it wrote and leaves no partial file', async () => {
  const media = createLocalMedia({ folder: join(folder, 'not-yet-there'), newId });

  await media.write('creatives/image/square.png', bytes);
  await media.write('creatives/image/square.png', bytes);

  expect(Buffer.from(await media.read('creatives/image/square.png'))).toEqual(Buffer.from(bytes));
  expect(await readdir(join(folder, 'not-yet-there/creatives/image'))).toEqual(['square.png']);
});

const escapes = [
  '../a.png',
  'a/../../b.png',
  '/etc/passwd',
  'a//b',
  './a',
  'a/.',
  '..',
  '',
  'a\\..\\b',
  'C:/a',
  'a\0b',
  'a\nb',
];

it.each(escapes)('refuses the path %j', async (path) => {
  const media = createLocalMedia({ folder, newId });

  await expect(media.write(path, bytes)).rejects.toMatchObject({ code: 'USER_016' });
  await expect(media.read(path)).rejects.toMatchObject({ code: 'USER_016' });
});

it('follows no link out of the folder, neither to write nor to read', async () => {
  const media = createLocalMedia({ folder, newId });
  await writeFile(join(outside, 'secret'), 'secret');
  await symlink(outside, join(folder, 'link'));
  await symlink(join(outside, 'secret'), join(folder, 'file'));

  await expect(media.write('link/new/a.png', bytes)).rejects.toMatchObject({ code: 'USER_016' });
  await expect(media.read('link/secret')).rejects.toMatchObject({ code: 'USER_016' });
  await expect(media.read('file')).rejects.toMatchObject({ code: 'USER_016' });
  expect(await readdir(outside)).toEqual(['secret']);
});

it('says what is missing or unwritable with the system code', async () => {
  const media = createLocalMedia({ folder, newId });
  await mkdir(join(folder, 'taken/inner'), { recursive: true });

  await expect(media.read('absent.png')).rejects.toMatchObject({ context: { reason: 'ENOENT' } });
  await expect(media.write('taken', bytes)).rejects.toMatchObject({ code: 'STORE_005' });
  expect(await readdir(folder)).toEqual(['taken']);
});

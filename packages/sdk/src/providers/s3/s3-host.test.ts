import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Creative } from '../../schema/creative.js';
import { aPicture, openS3Stage, pictureKey, type S3Stage, s3Start } from '../../testing/open-s3-stage.js';
import { s3Error } from '../../testing/s3-server.js';
import { squareJpeg } from '../../testing/square-jpeg.js';
import { temporaryFolders } from '../../testing/temporary-folders.js';

const newFolder = temporaryFolders();

let stage: S3Stage;
beforeEach(async () => {
  stage = await openS3Stage(newFolder());
});
afterEach(() => stage.server.close());

describe('an upload', () => {
  it('puts the very bytes under a name that holds their hash, with their type', async () => {
    await stage.upload();

    expect([...stage.server.objects.keys()]).toEqual([pictureKey]);
    expect(stage.server.objects.get(pictureKey)?.contentType).toBe('image/jpeg');
    expect(Buffer.from(stage.server.objects.get(pictureKey)?.bytes ?? []).equals(squareJpeg)).toBe(true);
  });

  it('is not made again when the object is there', async () => {
    await stage.upload();
    await stage.upload();

    expect(stage.puts()).toEqual([`PUT /events/${pictureKey} 200`]);
  });

  it.each<[string, Partial<Creative>]>([
    ['type', { mediaType: 'image/png' }],
    ['length', { bytes: 1 }],
  ])('is made again over an object of another %s', async (_what, over) => {
    await stage.upload();
    await stage.host().upload?.(stage.campaign, aPicture(over));

    expect(stage.puts()).toHaveLength(2);
  });

  it('is made when the keys may not know whether it is there', async () => {
    await stage.server.close();
    stage = await openS3Stage(newFolder(), { hidesMissing: true });
    await stage.upload();

    expect(stage.server.objects.has(pictureKey)).toBe(true);
  });

  it('works with temporary keys and with a name that must be spelt out', async () => {
    const odd = aPicture({ id: "o'dd (1)+한글*!" });
    await stage.host({ sessionToken: 'token/with+signs==' }).upload?.(stage.campaign, odd);

    expect([...stage.server.objects.keys()]).toEqual([pictureKey.replace('instagram-square', odd.id)]);
  });

  it('is refused for a file that is not what was approved', async () => {
    writeFileSync(join(stage.campaign.folder, 'square.JPG'), 'something else');

    await expect(stage.upload()).rejects.toMatchObject({ code: 'USER_016' });
    expect(stage.puts()).toEqual([]);
  });
});

describe('an address', () => {
  const open = async (url: string) => (await fetch(url)).status;

  it('opens the picture for seven days, and is the same whenever it is asked for', async () => {
    await stage.upload();
    const url = await stage.host().url(stage.campaign, aPicture(), s3Start);
    stage.pass(86_400_000);
    const again = await stage.host().url(stage.campaign, aPicture(), s3Start);
    const { status, headers } = await fetch(again);

    expect(again).toBe(url);
    expect([status, headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    stage.pass(604_799_000 - 86_400_000);
    expect(await open(url)).toBe(200);
    stage.pass(1_000);
    expect(await open(url)).toBe(403);
  });

  it('is for this picture and for reading', async () => {
    await stage.upload();
    const url = await stage.host().url(stage.campaign, aPicture(), s3Start);
    const other = url.replace('instagram-square', 'instagram-sqaure');

    expect(await open(url)).toBe(200);
    expect(await open(other)).toBe(403);
    expect(await open(url.replace('Expires=604800', 'Expires=604801'))).toBe(403);
    expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(403);
  });

  it('works with temporary keys', async () => {
    const given = stage.host({ sessionToken: 'token/with+signs==' });
    await given.upload?.(stage.campaign, aPicture());

    expect(await open(await given.url(stage.campaign, aPicture(), s3Start))).toBe(200);
  });

  it('would be refused if another pictureKey had signed it', async () => {
    await stage.upload();
    const url = await stage.host({ secretAccessKey: 'wrong' }).url(stage.campaign, aPicture(), s3Start);
    const answer = await fetch(url);

    expect([answer.status, await answer.text()]).toEqual([403, s3Error('SignatureDoesNotMatch')]);
  });
});

import { spawnSync } from 'node:child_process';
import { beforeAll, expect, it, vi } from 'vitest';
import { xmpPacket } from '../../render/picture/xmp-packet.js';
import { describeWithFfmpeg } from '../../testing/describe-with-ffmpeg.js';
import { boxesOf, frameHashes } from '../../testing/film-facts.js';
import { aFilmInput } from '../../testing/film-input.js';
import { createFilmThread } from './create-film-thread.js';

const url = 'https://ondo.example/e/abcd1234?from=genie_tv';
const ffmpeg = spawnSync('/bin/sh', ['-c', 'command -v ffmpeg']).stdout.toString().trim();
const input = aFilmInput({ shape: 'wide', clip: { mark: 'AI로 만든 영상 · 실제와 다를 수 있음' } });

/** A busy machine takes its time. */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

describeWithFfmpeg('a film that begins with a clip, as other programs see it', (ask) => {
  let film: Uint8Array;
  beforeAll(async () => {
    const source = '-v error -f lavfi -i testsrc2=s=90x160:d=4:r=24 -c:v mpeg4 -f mp4';
    const clip = ask('ffmpeg', `${source} -movflags frag_keyframe+empty_moov -`, new Uint8Array()).stdout;
    const [made] = await createFilmThread({ ffmpeg }).make({ input, urls: [url], clip });
    film = made ?? expect.fail();
  });

  it('moves until the next scene has covered it, and lasts exactly fifteen seconds', () => {
    const hashes = frameHashes(ask, film);

    expect(hashes).toHaveLength(450);
    expect(new Set(hashes.slice(0, 108)).size).toBeGreaterThan(80);
    expect(new Set(hashes.slice(150, 200)).size).toBe(1);
    const shown = '-v error -show_entries format=duration:format_tags=comment -of default=nw=1:nk=1 -i -';
    expect(ask('ffprobe', shown, film).stdout.toString().trim().split('\n')).toEqual([
      '15.000000',
      'AI 영상 · http://cv.iptc.org/newscodes/digitalsourcetype/compositeSynthetic',
    ]);
  });

  it('can be shown before all of it has been loaded, and says to programs what it is', () => {
    const found = boxesOf(film);

    expect(found.map(({ name }) => name)).toEqual(['ftyp', 'moov', 'mdat', 'uuid']);
    expect(found[3]?.bytes.toString('hex', 0, 16)).toBe('be7acfcb97a942e89c71999491e3afac');
    expect(found[3]?.bytes.subarray(16).equals(xmpPacket('compositeSynthetic'))).toBe(true);
    expect(ask('ffmpeg', '-v warning -err_detect explode -i - -f null -', film).stderr).toBe('');
  });

  it('ends with a code that reads as its own address', () => {
    const { stdout } = ask('ffmpeg', '-v error -i - -ss 14.9 -frames:v 1 -f image2pipe -c:v png -', film);

    expect(ask('zbarimg', '-q --raw -', stdout).stdout.toString().trim()).toBe(url);
  });

  it('is not made of what is no clip', async () => {
    const making = createFilmThread({ ffmpeg }).make({ input, urls: [url], clip: Buffer.from('no film') });

    await expect(making).rejects.toMatchObject({ code: 'PROVIDER_004', context: { provider: 'ffmpeg' } });
  });
});

it('is not made where no program decodes clips', async () => {
  const making = createFilmThread().make({ input, urls: [url], clip: Buffer.from('film') });

  await expect(making).rejects.toMatchObject({ code: 'PROVIDER_005' });
});

import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { type AskFfmpeg, describeWithFfmpeg } from '../../testing/describe-with-ffmpeg.js';
import { createFfmpegInspector } from './ffmpeg-inspector.js';
import { openClipFrames } from './open-clip-frames.js';

const executable = spawnSync('/bin/sh', ['-c', 'command -v ffmpeg']).stdout.toString().trim();

/** A clip of what a filter of ffmpeg draws. */
function aClip(ask: AskFfmpeg, source: string): Uint8Array {
  const coded = '-c:v mpeg4 -f mp4 -movflags frag_keyframe+empty_moov -';
  return ask('ffmpeg', `-v error -f lavfi -i ${source} ${coded}`, new Uint8Array()).stdout;
}

describeWithFfmpeg('clips, as the ffmpeg of this machine sees them', (ask) => {
  const inspect = (clip: Uint8Array) => createFfmpegInspector({ executable }).inspect(clip);

  it('are taken when they move', async () => {
    await expect(inspect(aClip(ask, 'testsrc=s=72x128:d=4:r=24'))).resolves.toBeUndefined();
  });

  it.each<[string, string]>([
    ['black', 'color=c=black:s=72x128:d=4'],
    ['over at once', 'testsrc=s=72x128:d=1'],
  ])('are not taken when they are %s', async (_, source) => {
    await expect(inspect(aClip(ask, source))).rejects.toMatchObject({ code: 'PROVIDER_004' });
  });

  it('are not taken when they are something else, such as a list of addresses', async () => {
    const list = Buffer.from('#EXTM3U\n#EXTINF:4,\nhttp://127.0.0.1:9/a.mp4\n');

    await expect(inspect(list)).rejects.toMatchObject({ code: 'PROVIDER_001' });
  });

  it('give pictures of the size that is wanted, one for each frame of a film, and then none', async () => {
    const clip = aClip(ask, 'testsrc=s=72x128:d=2:r=8');
    const frames = openClipFrames({ executable, clip, width: 60, height: 40, frames: 50 });
    const seen: Buffer[] = [];
    for (let picture = await frames.next(); picture; picture = await frames.next())
      seen.push(Buffer.from(picture));
    frames.close();

    expect(seen.map(({ length }) => length)).toEqual(Array.from({ length: 50 }, () => 60 * 40 * 4));
    expect(seen[0]?.equals(seen[49] ?? Buffer.alloc(0))).toBe(false);
    expect(await frames.next()).toBeUndefined();
  });

  it('have the colours that players show where they do not say which they mean', async () => {
    const clip = aClip(ask, 'color=c=0xd02020:s=72x128:d=1 -vf scale=out_color_matrix=bt709');
    const frames = openClipFrames({ executable, clip, width: 4, height: 4, frames: 1 });
    const [red = 0, green = 0, blue = 0] = (await frames.next()) ?? [];
    frames.close();

    expect(Math.max(Math.abs(red - 0xd0), Math.abs(green - 0x20), Math.abs(blue - 0x20))).toBeLessThan(16); // 27 when it takes those of old television; the rest is lost in coding
  });

  it('say that there was no picture', async () => {
    const clip = Buffer.from('not a film');
    const frames = openClipFrames({ executable, clip, width: 60, height: 40, frames: 9 });

    await expect(frames.next()).rejects.toMatchObject({ code: 'PROVIDER_004' });
  });
});

it('say that the program cannot be started', async () => {
  const clip = new Uint8Array();
  const frames = openClipFrames({ executable: '/nowhere/ffmpeg', clip, width: 4, height: 4, frames: 1 });

  await expect(frames.next()).rejects.toMatchObject({ code: 'PROVIDER_005' });
});

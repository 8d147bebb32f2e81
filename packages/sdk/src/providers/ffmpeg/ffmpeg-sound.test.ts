import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { composeWav } from '../../render/audio/compose-wav.js';
import { parseAdts } from '../../render/audio/parse-adts.js';
import { type AskFfmpeg, describeWithFfmpeg } from '../../testing/describe-with-ffmpeg.js';
import { createFakeFilms } from '../../testing/fake-films.js';
import { aFilmInput } from '../../testing/film-input.js';
import { createFfmpegSound } from './ffmpeg-sound.js';

const rateHz = 22_050;

/** A voice of one pitch, s. */
function aVoice(seconds: number): Uint8Array {
  const samples = Float32Array.from(
    { length: seconds * rateHz },
    (_, at) => Math.sin((at * 2 * Math.PI * 440) / rateHz) / 2,
  );
  return composeWav({ sampleRateHz: rateHz, samples });
}

async function spokenFilm(seconds: number): Promise<Uint8Array> {
  const executable = spawnSync('/bin/sh', ['-c', 'command -v ffmpeg']).stdout.toString().trim();
  const sound = await createFfmpegSound({ executable }).encode(aVoice(seconds));
  const [film] = await createFakeFilms().make({ input: aFilmInput(), urls: ['https://e.example'], sound });
  return film ?? expect.fail();
}

function probe(ask: AskFfmpeg, film: Uint8Array): string[] {
  const fields = 'stream=codec_name,channels,sample_rate:format=duration,nb_streams:format_tags=comment';
  const { stdout } = ask('ffprobe', `-v error -show_entries ${fields} -of default=nw=1 -i -`, film);
  return stdout.toString().trim().split('\n').sort();
}

/** Loudest sample between two moments of the film's sound, dB. */
function peakDb(ask: AskFfmpeg, film: Uint8Array, from: number, to: number): number {
  const args = `-hide_banner -i - -map 0:a -af atrim=${from}:${to},volumedetect -f null -`;
  return Number(/max_volume: (-?[\d.]+)/.exec(ask('ffmpeg', args, film).stderr)?.[1] ?? Number.NaN);
}

describeWithFfmpeg('the sound of a film, as other programs hear it', (ask) => {
  it.each([2, 14])(
    'is AAC within exactly fifteen seconds for %s s of speech, and says who speaks',
    async (seconds) => {
      expect(probe(ask, await spokenFilm(seconds))).toEqual([
        'TAG:comment=AI 음성 · http://cv.iptc.org/newscodes/digitalsourcetype/compositeSynthetic',
        'channels=1',
        'codec_name=aac',
        'codec_name=h264',
        'duration=15.000000',
        'nb_streams=2',
        'sample_rate=48000',
      ]);
    },
  );

  it('begins after the picture, and is silent behind the words', async () => {
    const film = await spokenFilm(2);

    expect(peakDb(ask, film, 0, 0.4)).toBeLessThan(-60);
    expect(peakDb(ask, film, 1, 2)).toBeGreaterThan(-8);
    expect(peakDb(ask, film, 3, 14)).toBeLessThan(-60);
  });

  it('is decoded without a complaint, and is the same when it is made again', async () => {
    const film = await spokenFilm(2);

    expect(ask('ffmpeg', '-v warning -i - -map 0:a -f null -', film).stderr).not.toMatch(/\[aac/);
    expect(Buffer.compare(film, await spokenFilm(2))).toBe(0);
  });
});

const run = (output: Uint8Array) => async () => output;

it.each<[string, Uint8Array]>([
  ['nothing', new Uint8Array()],
  ['half a frame', Uint8Array.of(0xff, 0xf1, 0x4c, 0x40, 0x20, 0x1f, 0xfc, 1, 2)],
  ['something else', Buffer.from('RIFF....WAVEfmt ')],
])('does not take %s for sound', async (_, output) => {
  const encoder = createFfmpegSound({ executable: '/nowhere/ffmpeg', run: run(output) });

  await expect(encoder.encode(aVoice(1))).rejects.toMatchObject({ code: 'PROVIDER_004' });
});

it('says that the program cannot be started', async () => {
  const encoder = createFfmpegSound({ executable: '/nowhere/ffmpeg' });

  await expect(encoder.encode(aVoice(1))).rejects.toMatchObject({ code: 'PROVIDER_005' });
});

it('reads what a frame says of itself', () => {
  const frame = Uint8Array.of(0xff, 0xf1, 0x4c, 0x40, 0x01, 0x3f, 0xfc, 1, 2); // 48 kHz, one channel, nine bytes

  expect(parseAdts(frame)).toEqual({
    sampleRateHz: 48_000,
    description: Uint8Array.of(0x11, 0x88),
    packets: [Uint8Array.of(1, 2)],
  });
});

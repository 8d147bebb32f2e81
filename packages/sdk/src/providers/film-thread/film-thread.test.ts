import { createHash } from 'node:crypto';
import { beforeAll, expect, it, vi } from 'vitest';
import { filmSizes } from '../../render/film/film-format.js';
import { muxFilm } from '../../render/film/h264/mux-film.js';
import { readPackets } from '../../render/film/h264/read-packets.js';
import { addStillPackets } from '../../render/film/h264/still-packets.js';
import { createProcessors } from '../../render/thread/processors.js';
import { type AskFfmpeg, describeWithFfmpeg } from '../../testing/describe-with-ffmpeg.js';
import { boxesOf, frameHashes } from '../../testing/film-facts.js';
import { aFilmInput } from '../../testing/film-input.js';
import { createFilmThread } from './create-film-thread.js';

const urls = ['genie_tv', 'wooridongne_tv'].map((from) => `https://ondo.example/e/abcd1234?from=${from}`);
/** What ffprobe says of a film, by name. */
function probe(ask: AskFfmpeg, film: Uint8Array): Record<string, string> {
  const fields = 'stream=codec_name,profile,width,height,pix_fmt,avg_frame_rate,nb_read_frames,color_space';
  const shown = `-v error -count_frames -show_entries ${fields}:format=duration,nb_streams -of default=nw=1 -i -`;
  const { stdout } = ask('ffprobe', shown, film);
  return Object.fromEntries(
    stdout
      .toString()
      .trim()
      .split('\n')
      .map((line) => line.split('=')),
  );
}

function frameAt(ask: AskFfmpeg, film: Uint8Array, second: number): Buffer {
  return ask('ffmpeg', `-v error -i - -ss ${second} -frames:v 1 -f image2pipe -c:v png -`, film).stdout;
}

/** A busy machine takes its time. */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

describeWithFfmpeg('films, as other programs see them', (ask) => {
  let wide: readonly Uint8Array[];
  let tall: Uint8Array;
  const shares: number[] = [];
  beforeAll(async () => {
    const maker = createFilmThread();
    const onProgress = (share: number) => void shares.push(share);
    const [both, one] = await Promise.all([
      maker.make({ input: aFilmInput(), urls }, { onProgress }),
      maker.make({ input: aFilmInput({ shape: 'tall' }), urls: urls.slice(0, 1) }),
    ]);
    wide = both;
    tall = one[0] ?? expect.fail();
  });

  it('last exactly fifteen seconds and are H.264 in the size of their channel', () => {
    const common = {
      codec_name: 'h264',
      profile: 'Baseline',
      pix_fmt: 'yuv420p',
      color_space: 'bt709',
      avg_frame_rate: '30/1',
      nb_read_frames: '450',
      duration: '15.000000',
      nb_streams: '1',
    };

    expect(wide).toHaveLength(2);
    for (const film of wide) expect(probe(ask, film)).toEqual({ ...common, width: '1920', height: '1080' });
    expect(probe(ask, tall)).toEqual({ ...common, width: '1080', height: '1920' });
  });

  it('can be shown before all of them has been loaded, and are decoded without a complaint', () => {
    for (const film of [...wide, tall]) {
      expect(boxesOf(film).map(({ name }) => name)).toEqual(['ftyp', 'moov', 'mdat']);
      expect(ask('ffmpeg', '-v warning -err_detect explode -i - -f null -', film).stderr).toBe('');
    }
  });

  it('show for the last four seconds and a half a code that reads as their own address', () => {
    for (const [index, film] of [...wide, tall].entries()) {
      const read = [10.5, 14.9].map(
        (second) => ask('zbarimg', '-q --raw -', frameAt(ask, film, second)).stdout,
      );
      const url = index < 2 ? urls[index] : urls[0];
      expect(read.map((text) => text.toString().trim())).toEqual([url, url]);
    }
  });

  it('have all of the offer in the first second, and differ in nothing but the code', () => {
    const [one = [], other = []] = wide.map((film) => frameHashes(ask, film));

    expect(one).toHaveLength(450);
    expect(new Set(one.slice(29, 105)).size).toBe(1);
    expect(new Set(one.slice(0, 20)).size).toBeGreaterThan(15);
    expect(one.slice(0, 288)).toEqual(other.slice(0, 288));
    expect(one.at(-1)).not.toBe(other.at(-1));
  });

  it('are told about on the way', () => {
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(shares.length).toBeGreaterThan(4);
  });

  // The same on Node 20 and 24. A film that is meant to look otherwise changes them: write what is shown.
  it('are to the byte as they were', () => {
    const hashes = [...wide, tall].map((film) => createHash('sha256').update(film).digest('hex'));

    expect(hashes).toEqual([
      'b3093572a7c81b184065dd8b1ca5230082d483548969c4bedbf8ca76f2b7b5ef',
      '3abb39158f055b83a5653eb87654d6a36c845f0d91a21ff12a79ef65884060f7',
      '4507a7b207a4d2fc8ee246d34898867d1a6e791086b29ba26b55e49f376725f3',
    ]);
  });

  it('number their frames one by one from each key on', async () => {
    const { packets } = await readPackets(tall);
    let expected = 0;
    const wrong = packets.filter(({ bytes, key }) => {
      expected = key ? 0 : (expected + 1) % 32;
      return !key && ((bytes[5] ?? 0) & 31) !== expected;
    });

    expect(packets.filter(({ key }) => key).length).toBeGreaterThan(1);
    expect(wrong).toEqual([]);
  });

  it('would be caught when frames that stand still did not fill their picture', async () => {
    const { packets, ...coded } = await readPackets(tall);
    const stills = (heightPx: number) =>
      addStillPackets(packets.slice(0, 1), [30], { widthPx: 1080, heightPx });
    const decode = async (heightPx: number) => {
      const film = await muxFilm([{ ...coded, packets: stills(heightPx) }], filmSizes.tall);
      return ask('ffmpeg', '-v warning -err_detect explode -i - -f null -', film).stderr;
    };

    expect(await decode(1920)).toBe('');
    expect(await decode(1904)).not.toBe('');
  });
});

it('stops at once when a film is not wanted any more, and when it never was', async () => {
  const maker = createFilmThread({ processors: createProcessors(1) });
  const controller = new AbortController();
  const request = { input: aFilmInput(), urls };

  const making = maker.make(request, { signal: controller.signal, onProgress: () => controller.abort() });
  const waiting = maker.make(request, { signal: controller.signal });

  await expect(making).rejects.toMatchObject({ name: 'AbortError' });
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  await expect(maker.make(request, { signal: controller.signal })).rejects.toMatchObject({
    name: 'AbortError',
  });
});

it('says which layout cannot hold its words', async () => {
  const input = aFilmInput({ offer: '아주 긴 경품 이름 '.repeat(120) });

  await expect(createFilmThread().make({ input, urls })).rejects.toMatchObject({
    code: 'USER_022',
    context: { what: '1920×1080 film' },
  });
});

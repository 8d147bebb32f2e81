// One way of making a campaign's creatives, in a process of its own: prints what it took.

import { drawingsOf, openDesk } from './generate-campaign.mjs';

const [way, count = '1', threads] = process.argv.slice(2);
const ways = { campaign, pictures, raw, many };
process.stdout.write(JSON.stringify(await ways[way]()));

async function campaign() {
  return await timed(async ({ make }) => void (await make(1)));
}

async function pictures() {
  return await timed(async ({ make }) => void (await make(1, { video: false })));
}

/** A store after the other, as many at a time as one process of the toolkit carries on; every tenth wants a film. */
async function many() {
  const atOnce = 8;
  const peaks = [];
  const figures = await timed(async ({ make }) => {
    let next = 0;
    const work = async () => {
      while (next < Number(count)) {
        next += 1;
        await make(next, { video: next % 10 === 0 });
        peaks.push(process.memoryUsage.rss());
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  });
  const half = Math.ceil(peaks.length / 2);
  const most = (values) => Math.max(0, ...values) / 2 ** 20;
  return { ...figures, firstHalfMb: most(peaks.slice(0, half)), secondHalfMb: most(peaks.slice(half)) };
}

/** The encoders alone, on the pixels of every picture and of every frame; what draws them is not counted. */
async function raw() {
  // Here: the other ways are measured without what these hold.
  const { drawFilm } = await import('../../packages/sdk/dist/render/film/draw-film.js');
  const { readPixels } = await import('./generate-pixels.mjs');
  const { rawFilmMs } = await import('./generate-raw-film.mjs');
  const { drawings, requests } = await drawingsOf(1);
  let cpu = 0;
  for (const drawing of drawings) cpu += await encodeMs(readPixels(drawing));
  for (const { input, urls } of requests) {
    const film = drawFilm(input);
    cpu += await rawFilmMs(input, [film.opening(), ...urls.map((url) => film.ending(url))]);
  }
  return { cpuMs: cpu };
}

async function encodeMs(encode) {
  const before = process.cpuUsage();
  await encode();
  return cpuMs(before);
}

async function timed(work) {
  const desk = await openDesk(threads === undefined ? undefined : Number(threads));
  const [startedAt, before] = [performance.now(), process.cpuUsage()];
  await work(desk);
  const figures = { wallMs: performance.now() - startedAt, cpuMs: cpuMs(before) };
  await desk.close();
  return { ...figures, peakMb: process.resourceUsage().maxRSS / 1_024 };
}

function cpuMs(since) {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
}

// A film, or the frames of its first five seconds given to the encoder one by one: prints the processor time of each frame.

import { createRequire } from 'node:module';
import { drawFilm } from '../../packages/sdk/dist/render/film/draw-film.js';
import { createEmbeddedEncoder } from '../../packages/sdk/dist/render/film/h264/embedded-encoder.js';
import { makeFilms } from '../../packages/sdk/dist/render/film/make-films.js';

const wasm = createRequire(new URL('../../packages/sdk/package.json', import.meta.url))('h264-mp4-encoder');

const input = {
  shape: 'wide',
  storeName: '카페 온도',
  title: '첫 방문 QR 이벤트',
  offer: '아메리카노 1잔 10명',
  badge: '추첨 10명',
  steps: ['QR을 찍거나 주소를 엽니다', '이름과 휴대폰 번호를 남깁니다', '12월 15일 13:00 발표를 기다립니다'],
  periodLine: '12월 1일 ~ 12월 14일',
  afterLine: '12월 15일 13:00 발표',
  shortUrl: 'ondo.example/e/abcd1234',
  label: '리허설용 · 실제 이벤트가 아닙니다',
  emoji: '☕',
};
const filmFrames = 450;
const rawFrames = 150;

const cpuMs = (since) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
};
const ways = { film, raw };
const frameMs = await ways[process.argv[2]]();
process.stdout.write(JSON.stringify({ frameMs, peakMb: process.resourceUsage().maxRSS / 1_024 }));

async function film() {
  const before = process.cpuUsage();
  await makeFilms(input, ['https://ondo.example/e/abcd1234'], createEmbeddedEncoder());
  return cpuMs(before) / filmFrames;
}

/** The encoder's own time alone: what is drawn meanwhile is not counted. */
async function raw() {
  const encoder = await wasm.createH264MP4Encoder();
  Object.assign(encoder, { width: 1920, height: 1080, frameRate: 30, speed: 10 });
  Object.assign(encoder, { quantizationParameter: 26, groupOfPictures: 60 });
  encoder.initialize();
  let done = 0;
  let spentMs = 0;
  for await (const { yuv, frames } of drawFilm(input).opening()) {
    for (let frame = 0; frame < frames && done < rawFrames; frame += 1) {
      const before = process.cpuUsage();
      encoder.addFrameYuv(yuv);
      spentMs += cpuMs(before);
      done += 1;
    }
  }
  encoder.finalize();
  return spentMs / rawFrames;
}

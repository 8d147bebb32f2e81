import { createRequire } from 'node:module';
import { filmSizes } from '../../packages/sdk/dist/render/film/film-format.js';

const wasm = createRequire(new URL('../../packages/sdk/package.json', import.meta.url))('h264-mp4-encoder');

/** Processor time of the H.264 encoder when it is given every frame of these pictures, one by one. */
export async function rawFilmMs({ shape }, parts) {
  const { widthPx: width, heightPx: height } = filmSizes[shape];
  const encoder = await wasm.createH264MP4Encoder();
  Object.assign(encoder, { width, height, frameRate: 30, speed: 10 });
  Object.assign(encoder, { quantizationParameter: 26, groupOfPictures: 60 });
  encoder.initialize();
  let spentMs = 0;
  for (const part of parts) {
    for await (const picture of part) spentMs += addMs(encoder, picture);
  }
  encoder.finalize();
  return spentMs;
}

function addMs(encoder, { yuv, frames }) {
  const before = process.cpuUsage().user;
  for (let frame = 0; frame < frames; frame += 1) encoder.addFrameYuv(yuv);
  return (process.cpuUsage().user - before) / 1_000;
}

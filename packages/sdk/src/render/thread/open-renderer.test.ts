import { afterEach, describe, expect, it } from 'vitest';
import type { ImageInput } from '../template/image-input.js';
import { type Drawing, draw } from './drawing.js';
import { openRenderer, type Renderer } from './open-renderer.js';

const input: ImageInput = {
  widthPx: 400,
  heightPx: 400,
  storeName: '카페 온도',
  title: '첫 방문 QR 이벤트',
  subtitle: '처음 오셨나요? ☕ 新年',
  prizeLine: '아메리카노 10명',
  periodLine: '12월 1일 ~ 12월 14일',
};
const drawing: Drawing = { kind: 'image', input, format: 'png' };
const titled = (title: string): Drawing => ({ kind: 'image', input: { ...input, title }, format: 'jpeg' });

let renderer: Renderer | undefined;
afterEach(async () => {
  await renderer?.close();
});

describe('openRenderer', () => {
  it('draws in threads exactly what is drawn here', async () => {
    renderer = openRenderer({ threads: 2 });
    const drawings = [drawing, ...['하나', '둘', '셋'].map(titled)];

    const drawn = await Promise.all(drawings.map((each) => renderer?.draw(each)));
    const here = await Promise.all(drawings.map(draw));

    expect(drawn.map((each) => Buffer.from(each?.bytes ?? []).toString('base64'))).toEqual(
      here.map(({ bytes }) => Buffer.from(bytes).toString('base64')),
    );
  });

  it('says what does not fit as the same error', async () => {
    renderer = openRenderer({ threads: 1 });
    const tooLong: Drawing = {
      kind: 'image',
      input: { ...input, title: '긴 제목 '.repeat(400) },
      format: 'png',
    };

    await expect(renderer.draw(tooLong)).rejects.toMatchObject({ name: 'UserError', code: 'USER_022' });
    await expect(renderer.draw(drawing)).resolves.toMatchObject({ dropped: [] });
  });

  it('does not begin what was cancelled while it waited', async () => {
    renderer = openRenderer({ threads: 1 });
    const controller = new AbortController();
    const first = renderer.draw(drawing);
    const second = renderer.draw(titled('둘'), controller.signal);

    controller.abort();

    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    await expect(first).resolves.toMatchObject({ dropped: [] });
  });

  it('fails the picture whose thread died and draws the next in another', async () => {
    const dying = `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ input }) => {
        if (input.title === '죽음') process.exit(1);
        parentPort.postMessage({ drawn: { bytes: new Uint8Array(1), dropped: [] } });
      });`;
    renderer = openRenderer({
      threads: 1,
      script: new URL(`data:text/javascript,${encodeURIComponent(dying)}`),
    });

    await expect(renderer.draw(titled('죽음'))).rejects.toMatchObject({ code: 'BUG_001' });
    await expect(renderer.draw(drawing)).resolves.toMatchObject({ dropped: [] });
  });
});

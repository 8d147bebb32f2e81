import { afterEach, describe, expect, it } from 'vitest';
import { aDesign, someWords } from '../../testing/design-fixtures.js';
import { type Drawing, draw } from './drawing.js';
import { openRenderer, type Renderer } from './open-renderer.js';
import { createProcessors } from './processors.js';

const titled = (title: string, format: 'png' | 'jpeg' = 'jpeg'): Drawing => ({
  design: aDesign({ words: { ...someWords, title } }),
  output: { format, widthPx: 270, heightPx: 270, mostBytes: 100_000 },
});
const drawing = titled('첫 방문 ☕ 新年', 'png');

let renderer: Renderer | undefined;
afterEach(async () => {
  await renderer?.close();
});

describe('openRenderer', () => {
  it('draws in threads exactly what is drawn here', async () => {
    renderer = openRenderer({ processors: createProcessors(2) });
    const drawings = [drawing, ...['하나', '둘', '셋'].map((title) => titled(title))];

    const drawn = await Promise.all(drawings.map((each) => renderer?.draw(each)));
    const here = await Promise.all(drawings.map(draw));

    expect(drawn.map((each) => Buffer.from(each?.bytes ?? []).toString('base64'))).toEqual(
      here.map(({ bytes }) => Buffer.from(bytes).toString('base64')),
    );
  });

  it('says what does not fit as the same error', async () => {
    renderer = openRenderer({ processors: createProcessors(1) });
    const tooLong = titled('긴 제목 '.repeat(200));

    await expect(renderer.draw(tooLong)).rejects.toMatchObject({ name: 'UserError', code: 'USER_022' });
    await expect(renderer.draw(drawing)).resolves.toMatchObject({ dropped: [] });
  });

  it('does not begin what was cancelled while it waited', async () => {
    renderer = openRenderer({ processors: createProcessors(1) });
    const controller = new AbortController();
    const first = renderer.draw(drawing);
    const second = renderer.draw(titled('둘'), controller.signal);

    controller.abort();

    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    await expect(first).resolves.toMatchObject({ dropped: [] });
  });

  it('fails the picture whose thread died and draws the next in another', async () => {
    const dying = `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ design }) => {
        if (design.words.title === '죽음') process.exit(1);
        parentPort.postMessage({ drawn: { bytes: new Uint8Array(1), dropped: [] } });
      });`;
    renderer = openRenderer({
      processors: createProcessors(1),
      script: new URL(`data:text/javascript,${encodeURIComponent(dying)}`),
    });

    await expect(renderer.draw(titled('죽음'))).rejects.toMatchObject({ code: 'BUG_001' });
    await expect(renderer.draw(drawing)).resolves.toMatchObject({ dropped: [] });
  });
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { composePainters } from './compose-painters.js';
import type { ProviderParts } from './compose-providers.js';
import { openScenes } from './generate/painting/scenes.js';
import type { Http } from './http/http.js';
import { openModelCatalogue } from './providers/model-catalogue.js';
import { squareJpeg } from './testing/square-jpeg.js';

const opened = { catalogue: await openModelCatalogue(), scenes: await openScenes() };
const fourMinutesMs = 4 * 60_000;
const asked = [1, 2, 3].map((seed) => ({ prompt: 'A cup of coffee.', avoid: 'text', seed }));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

/** A store's own server, which takes so long for a picture. */
function ownServer(paintMs: number) {
  let [busy, most] = [0, 0];
  const http: Http = async () => {
    busy += 1;
    most = Math.max(most, busy);
    await new Promise((resolve) => setTimeout(resolve, paintMs));
    busy -= 1;
    const images = [Buffer.from(squareJpeg).toString('base64')];
    return { status: 200, headers: {}, bytes: Buffer.from(JSON.stringify({ images })) };
  };
  const parts = {
    settings: { images: { provider: 'sdwebui', mode: 'live', baseUrl: 'http://127.0.0.1:7860' } },
    http,
    random: () => 0,
    sleep: async () => undefined,
    onEvent: () => undefined,
    elapsedMs: () => Date.now(),
  } as unknown as ProviderParts;
  return { image: composePainters(parts, opened).image, most: () => most };
}

it('waits for a server of the store’s own to paint all three pictures, one after the other', async () => {
  const { image, most } = ownServer(fourMinutesMs);
  const all = Promise.allSettled(asked.map((request) => image?.paint(request)));

  await vi.advanceTimersByTimeAsync(3 * fourMinutesMs);

  expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  expect(most()).toBe(1);
});

import { generate } from '../../packages/sdk/dist/generate/generate.js';
import { createFilmThread } from '../../packages/sdk/dist/providers/film-thread/create-film-thread.js';
import { createProcessors, openDesigns, openRenderer } from '../../packages/sdk/dist/render/index.js';
import { aBrief, aPlan } from '../../packages/sdk/dist/testing/fixtures.js';

/** Three pictures in five sizes, paper as PNG and PDF, and a reel. */
const channels = ['instagram', 'naver_blog', 'kakao_channel'];
const label = '리허설용 · 실제 이벤트가 아닙니다';
const nowhere = { write: async () => {}, read: async () => new Uint8Array() };

/** The makers of a process, and `make`, which makes a campaign's creatives with them. */
export async function openDesk(threads) {
  const processors = createProcessors(threads);
  const renderer = openRenderer({ processors });
  const films = createFilmThread({ processors });
  const designs = await openDesigns();
  const make = (no, { video, ...makers } = { video: true }) =>
    generate(
      { brief: briefOf(no, video), plan: aPlan(), entryUrl: (place) => entryUrl(no, place), label },
      { media: nowhere, renderer, films, designs, ...makers },
    );
  return { make, close: () => renderer.close() };
}

/** What a campaign has drawn, as it was asked of the makers. */
export async function drawingsOf(no) {
  const [drawings, requests] = [[], []];
  const { make, close } = await openDesk(1);
  const renderer = {
    draw: async (drawing) => {
      drawings.push(drawing);
      return { bytes: new Uint8Array(1), dropped: [] };
    },
  };
  const films = {
    make: async (request) => {
      requests.push(request);
      return request.urls.map(() => new Uint8Array(1));
    },
  };
  await make(no, { video: true, renderer, films });
  await close();
  return { drawings, requests };
}

/** Every store has its own name and offer: no two campaigns are drawn alike. */
function briefOf(no, video) {
  const brief = aBrief({ channels, video });
  return { ...brief, store: { ...brief.store, name: `카페 온도 ${no}호점` } };
}

const entryUrl = (no, place) => `https://event.example/e/abcd${no}?from=${place}`;

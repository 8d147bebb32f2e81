import { expect, it } from 'vitest';
import { type KtEventError, ProviderError, UserError } from '../errors/index.js';
import type { FilmMaker, FilmRequest } from '../providers/film-maker.js';
import { createFakeFilms } from '../testing/fake-films.js';
import { aBrief, aPlan } from '../testing/fixtures.js';
import { makeFilms } from './films.js';

const painted = {
  mp4: Buffer.from('a clip'),
  aiLabel: 'AI로 만든 영상 · 실제와 다를 수 있음',
  mode: 'sandbox',
  madeBy: 'runway/gen4.5',
} as const;
const seen = { brief: aBrief(), plan: aPlan(), link: 'https://ondo.example/e/abcd1234', label: undefined };

/** The films, and what was asked for, of a maker who cannot show clips. */
async function withoutClips(failure: KtEventError) {
  const asked: FilmRequest[] = [];
  const films: FilmMaker = {
    async make(request, options) {
      asked.push(request);
      if (request.clip) throw failure;
      return createFakeFilms().make(request, options);
    },
  };
  const wanted = { channels: ['genie_tv'], seenAt: () => seen, clipping: { painted } } as const;
  const made = await makeFilms(wanted, { films, onProgress: () => {} });
  return { asked, creative: made[0]?.creative, bytes: Buffer.from(made[0]?.bytes ?? []) };
}

it('makes a film without the clip that nothing can show, says why, and marks nothing', async () => {
  const failure = new ProviderError('PROVIDER_004', { provider: 'ffmpeg', reason: 'no picture of a clip' });
  const { asked, creative, bytes } = await withoutClips(failure);

  expect(asked.map(({ clip, input }) => [clip !== undefined, input.clip])).toEqual([
    [true, { mark: painted.aiLabel }],
    [false, undefined],
  ]);
  expect(creative).toMatchObject({
    mode: 'local',
    madeBy: 'template',
    unpainted: { provider: 'ffmpeg', code: 'PROVIDER_004' },
  });
  expect(creative?.paintedBy ?? creative?.aiLabel).toBeUndefined();
  expect(bytes.includes('digitalsourcetype')).toBe(false);
});

it('hides no failure of our own behind the clip', async () => {
  const failure = new UserError('USER_022', { what: '1920×1080 film' });

  await expect(withoutClips(failure)).rejects.toMatchObject({ code: 'USER_022' });
});

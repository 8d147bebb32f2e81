import { describe, expect, it } from 'vitest';
import type { Transcript } from '../schema/draw.js';
import { drawCase } from '../testing/draw-cases.js';
import { aCampaign } from '../testing/fixtures.js';
import { certificateOf } from './certificate-of.js';

const url = 'https://event.example';
const factsOf = (transcript: Transcript) =>
  new Map(certificateOf(aCampaign(), transcript, url).facts.map(({ name, value }) => [name, value]));

describe('certificateOf', () => {
  it('says what the worked vector says', async () => {
    const { transcript } = await drawCase();

    const certificate = certificateOf(aCampaign({ slug: 'ondo12' }), transcript, url);

    expect(certificate).toMatchObject({
      fingerprint: 'f1ad 5de5 3169 9869',
      url: 'https://event.example/draws/ondo12',
      label: undefined,
    });
    expect(certificate.prizes.map(({ winners }) => winners.map((id) => id.slice(0, 4)))).toEqual([
      ['7506'],
      ['851b', 'e416'],
    ]);
    const facts = factsOf(transcript);
    expect(facts.get('명단')).toBe('응모 7명, 응모권 17장');
    expect(facts.get('난수')).toBe('drand 공개 난수 657413번째, 2023-09-15 20:00:03 (한국 시각)');
    expect(facts.get('약속 공개')).toBe('2023-09-15 19:45:00 (한국 시각)');
    expect(facts.get('추첨')).toBe('2023-09-15 20:01:00 (한국 시각)');
    expect(facts.get('공개한 곳')).toContain('카카오톡 채널 — 2023-09-15 19:46:00 (한국 시각)');
    expect(facts.get('검증')).toBe('12가지를 확인했고 모두 맞습니다');
  });

  it('says so when nothing was anchored, when it is a rehearsal, and when it does not verify', async () => {
    const { transcript } = await drawCase({}, undefined, []);
    const [first, second, ...others] = transcript.results;
    if (!first || !second) throw new Error('two results');
    const forged = { ...transcript, results: [second, first, ...others] };

    expect(factsOf(transcript).get('공개한 곳')).toContain('없음');
    expect(certificateOf(aCampaign({ rehearsal: true }), transcript, url).label).toBe(
      '리허설 — 실제 추첨이 아닙니다',
    );
    expect(factsOf(forged).get('검증')).toContain('검증에 실패했습니다');
    expect(certificateOf(aCampaign(), forged, url).proves).toBe('증명하는 것이 없습니다.');
  });
});

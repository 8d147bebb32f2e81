import { expect, it } from 'vitest';
import { en } from '../messages/en.js';
import { ko } from '../messages/ko.js';
import { aPlan } from '../testing/fixtures.js';
import { planModelsView } from './plan-models-view.js';

const claude = { part: 'proposal', provider: 'anthropic', model: 'claude-haiku-5-5', mode: 'live' } as const;
const gpt = { part: 'copy', provider: 'openai', model: 'gpt-6-luna', mode: 'live' } as const;

it('says who did what, what it cost and what was put right', () => {
  const plan = aPlan({
    models: [
      { ...claude, state: 'used', costKrw: 2 },
      { ...gpt, state: 'failed', code: 'PROVIDER_006', costKrw: 3 },
    ],
    corrections: [
      {
        provider: 'anthropic',
        concept: 'bold',
        field: 'prizes',
        did: 'corrected',
        why: 'quantity',
        said: '쿠폰 90개',
        instead: '쿠폰 10개',
      },
      { provider: 'anthropic', concept: 'safe', field: 'title', did: 'dropped', why: 'address' },
    ],
  });

  expect(planModelsView(plan, ko)).toMatchInlineSnapshot(`
    "AI가 한 일
    ✔ Claude(claude-haiku-5-5): 경품과 참여 방법 제안, 2원
    – GPT: 시간 안에 답하지 않았습니다. 기본 기획안의 내용을 씁니다 (요금 3원까지
      들었을 수 있습니다)
    바로잡은 것
    · Claude의 도전형 경품: 경품 수가 당첨자 수와 맞지 않아서 고쳤습니다
        원래: 쿠폰 90개
        지금: 쿠폰 10개
    · Claude의 안정형 제목: 링크나 연락처가 들어 있어서 쓰지 않았습니다"
  `);
  expect(planModelsView(plan, en)?.split('\n').slice(0, 3).join('\n')).toMatchInlineSnapshot(`
    "What AI did
    ✔ Claude (claude-haiku-5-5): proposed prizes and ways to take part, 2 KRW
    – GPT did not answer in time; the built-in proposal is used (up to 3 KRW may"
  `);
});

it('says that a plan was made without any of them, and that practice is practice', () => {
  const none = aPlan({ models: [{ ...gpt, state: 'not_asked', code: 'USER_017', costKrw: 0 }] });
  const practice = aPlan({ models: [{ ...gpt, mode: 'sandbox', state: 'used', costKrw: 1 }] });

  expect(planModelsView(none, ko)).toContain('AI 없이');
  expect(planModelsView(practice, ko)).toContain('연습용 AI');
});

it('says nothing where no model is configured', () => {
  expect(planModelsView(aPlan(), ko)).toBeUndefined();
});

import { expect, it } from 'vitest';
import { type Particle, withParticle } from './particle.js';

it('takes the particle that goes with how a word ends', () => {
  const cases: [string, Particle, string][] = [
    ['인스타그램', '을', '인스타그램을'],
    ['지니TV', '이', '지니TV가'],
    ['매장 방문코드(오늘의 코드)', '은', '매장 방문코드(오늘의 코드)는'],
    ['QR 간단 응모(이름·휴대폰)', '은', 'QR 간단 응모(이름·휴대폰)은'],
    ['서울', '으로', '서울로'],
    ['쿠폰', '으로', '쿠폰으로'],
    ['도전형', '과', '도전형과'],
    ['상품권 3', '이', '상품권 3이'],
    ['상품권 2', '이', '상품권 2가'],
  ];

  expect(cases.map(([word, particle]) => withParticle(word, particle))).toEqual(
    cases.map(([, , said]) => said),
  );
});

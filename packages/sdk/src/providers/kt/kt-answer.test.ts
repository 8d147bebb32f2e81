import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { KtEventError, outcomeOf } from '../../errors/index.js';
import { requireOk } from '../../http/require-ok.js';
import { parseAnswer } from '../../schema/parse.js';
import { deploymentSchema, requireTaken, takenSchema, toPlacement } from './kt-answer.js';

/** Answers of our stand-in, recorded on 2026-11-21, and variants that a real system could give: the protocol is assumed. */
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`./__fixtures__/${name}.json`, import.meta.url), 'utf8'));

interface Recorded {
  readonly what: string;
  readonly answer: object;
  readonly placement: object;
}

interface RecordedProblem {
  readonly what: string;
  readonly status: number;
  readonly problem: unknown;
  readonly code: string;
  readonly outcome: string;
}

const deployments: readonly Recorded[] = read('deployments');
const problems: readonly RecordedProblem[] = read('problems');

it.each(deployments)('reads an order that is $what', ({ answer, placement }) => {
  expect(toPlacement(parseAnswer(deploymentSchema, answer, 'kt'))).toEqual(placement);
});

it('takes no word it does not know for a state, but an order that was taken is taken', () => {
  const answer = { deploymentId: 'kt_1', status: 'PAUSED' };

  expect(() => parseAnswer(deploymentSchema, answer, 'kt')).toThrow(
    expect.objectContaining({ code: 'PROVIDER_004' }),
  );
  expect(toPlacement(parseAnswer(takenSchema, answer, 'kt'))).toEqual({
    externalId: 'kt_1',
    state: 'submitted',
  });
});

it.each(['', '../deploy', 'a/b', 'a?b', 'x'.repeat(129)])('refuses the id %j', (deploymentId) => {
  const answer = { deploymentId, status: 'RECEIVED' };

  expect(() => parseAnswer(deploymentSchema, answer, 'kt')).toThrow();
});

function classify({ status, problem }: RecordedProblem, require: typeof requireTaken = requireTaken): object {
  const bytes = new TextEncoder().encode(problem === null ? '<html>' : JSON.stringify(problem));
  try {
    require({ status, headers: {}, bytes }, 'kt');
  } catch (error) {
    return { code: KtEventError.is(error) ? error.code : 'none', outcome: outcomeOf(error) };
  }
  return {};
}

it.each(problems)('classes $what', ({ code, outcome, ...recorded }) => {
  expect(classify({ code, outcome, ...recorded })).toEqual({ code, outcome });
});

it('would be caught taking every answer by its status alone', () => {
  const misread = problems.filter((recorded) => {
    const { code, outcome } = recorded;
    return JSON.stringify(classify(recorded, requireOk)) !== JSON.stringify({ code, outcome });
  });

  expect(misread.map(({ what }) => what)).toContain('the same key with another body');
});

it('names a sold-out region in plain words', () => {
  const bytes = new TextEncoder().encode('{"type":"urn:x:region-full"}');

  expect(() => requireTaken({ status: 409, headers: {}, bytes }, 'kt')).toThrow(
    expect.objectContaining({ context: { provider: 'kt', reason: '그 지역에 빈자리 없음 (REGION_FULL)' } }),
  );
});

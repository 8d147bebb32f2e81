import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { openStandIn, type StandIn } from '../../testing/open-stand-in.js';
import type { TextModel } from '../text-model.js';
import { createAnthropicModel } from './anthropic-model.js';

const request = {
  system: '제목을 지으세요.',
  data: '칼국수집',
  schema: z.object({ title: z.string() }),
  name: 'promo',
  mostTokens: 500,
};

let standIn: StandIn;
let model: TextModel;
beforeEach(async () => {
  standIn = await openStandIn();
  model = createAnthropicModel({
    ...standIn.options(standIn.sandbox.baseUrls.anthropic),
    apiKey: standIn.sandbox.credentials.anthropic.ANTHROPIC_API_KEY,
    model: 'claude-haiku-5-5',
    rate: { inputKrw: 1, outputKrw: 1, source: 'test', date: '2026-11-28' },
  });
});
afterEach(() => standIn.close());

const block = { type: 'text', text: '{"title":"비 오는 날 칼국수"}' };
const message = (over: object) => ({
  type: 'message',
  content: [block],
  stop_reason: 'end_turn',
  usage: { input_tokens: 10, output_tokens: 10 },
  ...over,
});
const failure = (type: string, over: object = {}) => ({
  type: 'error',
  error: { type, message: 'as told', ...over },
});

/** What comes of an answer, by its code or its title, and how often it was asked for. */
async function outcomeOf(code: number, body: unknown): Promise<[string, number]> {
  standIn.sandbox.addFault({ provider: 'anthropic', fault: { kind: 'status', code, body }, times: 50 });
  const outcome = await model.ask(request).then(
    ({ value }) => value.title,
    (error) => `${error.code} ${error.context.reason ?? ''}`,
  );
  return [outcome, standIn.sandbox.requests('anthropic').length];
}

it.each<[string, number, unknown, RegExp, number]>([
  ['a thought before the text', 200, message({ content: [{ type: 'thinking' }, block] }), /^비 오는/, 1],
  ['a refusal', 200, message({ stop_reason: 'refusal' }), /_001.*declined/, 1],
  ['a cut answer', 200, message({ stop_reason: 'max_tokens' }), /_001.*was cut/, 1],
  ['a full context', 200, message({ stop_reason: 'model_context_window_exceeded' }), /_001.*was cut/, 1],
  ['a turn that is not over', 200, message({ stop_reason: 'pause_turn' }), /_004/, 3],
  ['a call of a tool', 200, message({ stop_reason: 'tool_use' }), /_004/, 3],
  ['no content', 200, message({ content: [] }), /_004 empty/, 3],
  ['words in place of JSON', 200, message({ content: [{ type: 'text', text: '네!' }] }), /_004.*JSON/, 3],
  ['an error under 200', 200, failure('api_error'), /_004/, 3],
  [
    'a limit of spending under 400',
    400,
    failure('invalid_request_error', { message: 'spend limit' }),
    /_001.*money/,
    1,
  ],
  ['an empty account', 402, failure('billing_error'), /_001.*money/, 1],
  [
    'a limit of the contract',
    429,
    failure('rate_limit_error', { details: { error_code: 'contract_spend_limit_reached' } }),
    /_001.*money/,
    1,
  ],
  [
    'a ramp that is too steep',
    429,
    failure('rate_limit_error', { details: { error_code: 'ramp_limit_exceeded' } }),
    /_002/,
    3,
  ],
  ['a key without permission', 403, failure('permission_error'), /^AUTH_002/, 1],
  ['a request that is too large', 413, failure('request_too_large'), /_001/, 1],
  ['a time-out of theirs', 504, failure('timeout_error'), /_006/, 3],
  ['an overload', 529, failure('overloaded_error'), /_002/, 3],
])('understands %s', async (_, code, body, expected, asked) => {
  const [outcome, calls] = await outcomeOf(code, body);

  expect(outcome).toMatch(expected);
  expect(calls).toBe(asked);
});

it('does not come back when it is told not to', async () => {
  const { http } = standIn.options('');
  const wayward = createAnthropicModel({
    ...standIn.options(standIn.sandbox.baseUrls.anthropic),
    apiKey: standIn.sandbox.credentials.anthropic.ANTHROPIC_API_KEY,
    model: 'claude-haiku-5-5',
    rate: { inputKrw: 1, outputKrw: 1, source: 'test', date: '2026-11-28' },
    async http(asked, signal) {
      const answer = await http(asked, signal);
      return { ...answer, status: 500, headers: { ...answer.headers, 'x-should-retry': 'false' } };
    },
  });

  await expect(wayward.ask(request)).rejects.toMatchObject({ code: 'PROVIDER_001' });
  expect(standIn.sandbox.requests('anthropic')).toHaveLength(1);
});

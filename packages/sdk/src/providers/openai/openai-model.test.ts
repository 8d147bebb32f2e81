import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { openStandIn, type StandIn } from '../../testing/open-stand-in.js';
import { createOpenaiModel } from './openai-model.js';

const request = {
  system: '제목을 지으세요.',
  data: '칼국수집',
  schema: z.object({ title: z.string() }),
  name: 'promo',
  mostTokens: 500,
};

let standIn: StandIn;
beforeEach(async () => {
  standIn = await openStandIn();
});
afterEach(() => standIn.close());

const message = (...content: object[]) => ({ type: 'message', content });
const text = { type: 'output_text', text: '{"title":"비 오는 날 칼국수"}' };
const reasoning = { type: 'reasoning', summary: [] };
const answer = (over: object) => ({
  status: 'completed',
  error: null,
  incomplete_details: null,
  output: [reasoning, message(text)],
  usage: { input_tokens: 10, output_tokens: 10 },
  ...over,
});
const failure = (code: string) => ({ error: { message: 'as told', type: 'x', param: null, code } });

/** What comes of an answer, by its code or its title, and how often it was asked for. */
async function outcomeOf(code: number, body: unknown): Promise<[string, number]> {
  standIn.sandbox.addFault({ provider: 'openai', fault: { kind: 'status', code, body }, times: 50 });
  const model = createOpenaiModel({
    ...standIn.options(standIn.sandbox.baseUrls.openai),
    apiKey: standIn.sandbox.credentials.openai.OPENAI_API_KEY,
    model: 'gpt-6-luna',
    rate: { inputKrw: 1, outputKrw: 1, source: 'test', date: '2026-11-28' },
  });
  const outcome = await model.ask(request).then(
    ({ value }) => value.title,
    (error) => `${error.code} ${error.context.reason ?? ''}`,
  );
  return [outcome, standIn.sandbox.requests('openai').length];
}

it.each<[string, number, unknown, RegExp, number]>([
  ['a thought before the text', 200, answer({}), /^비 오는/, 1],
  ['a refusal', 200, answer({ output: [message({ type: 'refusal', refusal: 'no' })] }), /_001.*declined/, 1],
  ['no message', 200, answer({ output: [reasoning] }), /_004 empty/, 3],
  ['a failure under 200', 200, answer({ status: 'failed', error: { code: 'server_error' } }), /_006/, 3],
  [
    'a busy failure under 200',
    200,
    answer({ status: 'failed', error: { code: 'rate_limit_exceeded' } }),
    /_002/,
    3,
  ],
  [
    'a refused prompt under 200',
    200,
    answer({ status: 'failed', error: { code: 'invalid_prompt' } }),
    /_001.*declined/,
    1,
  ],
  [
    'a cut answer',
    200,
    answer({ status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } }),
    /_001.*was cut/,
    1,
  ],
  [
    'a filtered answer',
    200,
    answer({ status: 'incomplete', incomplete_details: { reason: 'content_filter' } }),
    /_001.*declined/,
    1,
  ],
  ['an answer that is not there yet', 200, answer({ status: 'queued' }), /_004/, 3],
  ['an empty account', 429, failure('insufficient_quota'), /_001.*money/, 1],
  ['a call to slow down', 429, failure('slow_down'), /_002/, 3],
  ['an overload', 503, failure('server_is_overloaded'), /_002/, 3],
  ['a model that is gone', 404, failure('model_not_found'), /_001.*switched off/, 1],
  ['a refused content', 400, failure('content_policy_violation'), /_001.*declined/, 1],
  ['a region that is not served', 403, failure('unsupported_country_region_territory'), /^AUTH_002/, 1],
  ['a page in the way', 502, '<html>bad gateway</html>', /_006/, 3],
])('understands %s', async (_, code, body, expected, asked) => {
  const [outcome, calls] = await outcomeOf(code, body);

  expect(outcome).toMatch(expected);
  expect(calls).toBe(asked);
});

import { recordAt, textAt } from '../../json.js';
import { countTokens, cutToTokens } from '../../model/tokens.js';
import { jsonResponse, type SandboxResponse } from '../../response.js';
import type { OpenaiCall } from './openai-call.js';
import { refuseOpenai } from './openai-error.js';
import { chatModels, checkModel } from './openai-models.js';
import { createAnswerText, readFormat } from './structured-text.js';

/** `POST /responses`. A reasoning item comes first, so that nobody takes `output[0]` for the message. */
export function answerResponses({ body, seed, id, at }: OpenaiCall): SandboxResponse {
  const model = checkModel(chatModels, body['model'], at);
  const { input, max_output_tokens: most } = body;
  if (typeof input !== 'string' && !Array.isArray(input)) {
    refuseOpenai(400, "Missing required parameter: 'input'.", 'input');
  }
  if (body['stream'] === true) {
    refuseOpenai(400, 'The sandbox streams chat completions only', 'stream', 'unsupported_parameter');
  }
  const format = recordAt(recordAt(body, 'text'), 'format');
  const schema = readFormat(format, textAt(format, 'type') === 'json_schema', 'text.format');
  const system = textAt(body, 'instructions') ?? '';
  const data = typeof input === 'string' ? input : JSON.stringify(input);
  const said = createAnswerText(schema, { model, system, data }, seed);
  const { text, tokens, cut } = cutToTokens(said, typeof most === 'number' ? most : Number.POSITIVE_INFINITY);
  const inputTokens = countTokens(system + data);
  const status = cut ? 'incomplete' : 'completed';
  return jsonResponse(200, {
    id: `resp_sbx_${id}`,
    object: 'response',
    created_at: Math.floor(at.getTime() / 1_000),
    status,
    model,
    error: null,
    incomplete_details: cut ? { reason: 'max_output_tokens' } : null,
    output: [
      { id: `rs_sbx_${id}`, type: 'reasoning', summary: [] },
      {
        id: `msg_sbx_${id}`,
        type: 'message',
        role: 'assistant',
        status,
        content: [{ type: 'output_text', text, annotations: [] }],
      },
    ],
    usage: {
      input_tokens: inputTokens,
      input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
      output_tokens: tokens,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: inputTokens + tokens,
    },
  });
}

import { isRecord, type JsonRecord, listAt, recordAt, textAt } from '../../json.js';
import { toEventPieces, toServerSentEvent } from '../../model/split-stream.js';
import { countTokens, cutToTokens } from '../../model/tokens.js';
import { jsonResponse, type SandboxResponse } from '../../response.js';
import type { OpenaiCall } from './openai-call.js';
import { refuseOpenai } from './openai-error.js';
import { chatModels, checkModel } from './openai-models.js';
import { createAnswerText, readFormat } from './structured-text.js';

function readMessages(body: JsonRecord): readonly JsonRecord[] {
  const messages = listAt(body, 'messages').filter(isRecord);
  return messages.length > 0 && messages.every(({ role }) => typeof role === 'string')
    ? messages
    : refuseOpenai(400, "Missing required parameter: 'messages'.", 'messages');
}

function toChunks(completion: JsonRecord, content: string, finishReason: string): SandboxResponse {
  const { usage: _usage, choices: _choices, ...rest } = completion;
  const chunk = (delta: JsonRecord, finish: string | null) =>
    toServerSentEvent({
      ...rest,
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta, finish_reason: finish }],
    });
  const parts = content.match(/.{1,12}/gsu) ?? [];
  const pieces = toEventPieces([
    chunk({ role: 'assistant', content: '' }, null),
    ...parts.map((part) => chunk({ content: part }, null)),
    chunk({}, finishReason),
    toServerSentEvent('[DONE]'),
  ]);
  const headers = { 'content-type': 'text/event-stream; charset=utf-8' };
  return { status: 200, headers, body: Buffer.concat(pieces), pieces };
}

/** `POST /chat/completions`. Tools have no stand-in here. */
export function answerChat({ body, seed, id, at }: OpenaiCall): SandboxResponse {
  const model = checkModel(chatModels, body['model'], at);
  const messages = readMessages(body);
  if ('max_tokens' in body) {
    refuseOpenai(
      400,
      "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.",
      'max_tokens',
      'unsupported_parameter',
    );
  }
  const format = recordAt(body, 'response_format');
  const isJsonSchema = format['type'] === 'json_schema';
  const schema = readFormat(recordAt(format, 'json_schema'), isJsonSchema, 'response_format');
  const most = body['max_completion_tokens'];
  const system = messages.find(({ role }) => role === 'developer' || role === 'system') ?? {};
  const data = textAt(messages.at(-1) ?? {}, 'content') ?? '';
  const said = createAnswerText(schema, { model, system: textAt(system, 'content') ?? '', data }, seed);
  const { text, tokens, cut } = cutToTokens(said, typeof most === 'number' ? most : Number.POSITIVE_INFINITY);
  const finishReason = cut ? 'length' : 'stop';
  const promptTokens = countTokens(JSON.stringify(messages));
  const completion = {
    id: `chatcmpl_sbx_${id}`,
    object: 'chat.completion',
    created: Math.floor(at.getTime() / 1_000),
    model,
    choices: [
      { index: 0, finish_reason: finishReason, message: { role: 'assistant', content: text, refusal: null } },
    ],
    usage: { prompt_tokens: promptTokens, completion_tokens: tokens, total_tokens: promptTokens + tokens },
  };
  return body['stream'] === true ? toChunks(completion, text, finishReason) : jsonResponse(200, completion);
}

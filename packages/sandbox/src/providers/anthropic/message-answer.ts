import { isRecord, type JsonRecord, listAt, recordAt, textAt } from '../../json.js';
import { isObedient, obeying, orderIn } from '../../model/obedience.js';
import { suitProposal } from '../../model/practice-proposal.js';
import { createSchemaValue } from '../../model/schema-value.js';
import { cutToTokens } from '../../model/tokens.js';
import { createSeededRandom } from '../../seeded.js';
import type { MessageRequest } from './message-request.js';

export type AnswerBlock =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'tool_use'; readonly id: string; readonly name: string; readonly input: unknown };

export interface MessageAnswer {
  readonly block: AnswerBlock;
  readonly stopReason: 'end_turn' | 'max_tokens' | 'tool_use';
  readonly outputTokens: number;
}

const echoedCharacters = 200;

function toText(content: unknown): string {
  if (typeof content === 'string') {
    return content;
  }
  const blocks = Array.isArray(content) ? content.filter(isRecord) : [];
  return blocks.map((block) => textAt(block, 'text') ?? toText(block['content'])).join(' ');
}

/** The tool to call: the named one, else the first, until its result has come back. */
function chooseTool({ tools, toolChoice, messages }: MessageRequest): JsonRecord | undefined {
  const last = messages.at(-1) ?? {};
  const hasResult = listAt(last, 'content').some(
    (block) => isRecord(block) && block['type'] === 'tool_result',
  );
  if (hasResult || toolChoice['type'] === 'none') {
    return undefined;
  }
  return tools.find(({ name }) => name === toolChoice['name']) ?? tools[0];
}

/** What the stand-in says: all of it follows from the request and `seed`. */
export function createMessageAnswer(request: MessageRequest, seed: string): MessageAnswer {
  const random = createSeededRandom(seed);
  const tool = chooseTool(request);
  if (tool) {
    const input = createSchemaValue(recordAt(tool, 'input_schema'), random);
    const block = {
      type: 'tool_use',
      id: `toolu_sbx_${seed.slice(0, 16)}`,
      name: String(tool['name']),
      input,
    } as const;
    return { block, stopReason: 'tool_use', outputTokens: 40 };
  }
  const said = request.schema
    ? JSON.stringify(createValue(request, request.schema, random))
    : `샌드박스 답변입니다. 받은 글: ${toText(request.messages.at(-1)?.['content']).slice(0, echoedCharacters)}`;
  const { text, tokens, cut } = cutToTokens(said, request.maxTokens);
  return { block: { type: 'text', text }, stopReason: cut ? 'max_tokens' : 'end_turn', outputTokens: tokens };
}

function createValue(
  { model, system, messages }: MessageRequest,
  schema: JsonRecord,
  random: () => number,
): unknown {
  const data = toText(messages.at(-1)?.['content']);
  const value = suitProposal(createSchemaValue(schema, random), { schema, data, random });
  if (!isObedient(model)) return value;
  const order = orderIn({ system, data }, model);
  return order === undefined ? value : obeying(value, order);
}

import { toServerSentEvent } from '../../model/split-stream.js';
import type { AnswerBlock, MessageAnswer } from './message-answer.js';

const deltaCharacters = 12;

function listDeltas(block: AnswerBlock): readonly unknown[] {
  const text = block.type === 'text' ? block.text : JSON.stringify(block.input);
  const characters = [...text];
  return Array.from({ length: Math.ceil(characters.length / deltaCharacters) }, (_, index) => {
    const part = characters.slice(index * deltaCharacters, (index + 1) * deltaCharacters).join('');
    return block.type === 'text'
      ? { type: 'text_delta', text: part }
      : { type: 'input_json_delta', partial_json: part };
  });
}

/** The answer as events in the real order, with a ping and an event no client knows yet. */
export function toMessageEvents(
  message: Readonly<Record<string, unknown>>,
  { block, stopReason, outputTokens }: MessageAnswer,
): readonly string[] {
  const emptyBlock = block.type === 'text' ? { ...block, text: '' } : { ...block, input: {} };
  const started = { ...message, content: [], stop_reason: null };
  const delta = { stop_reason: stopReason, stop_sequence: null };
  const events: readonly Readonly<Record<string, unknown>>[] = [
    { type: 'message_start', message: started },
    { type: 'content_block_start', index: 0, content_block: emptyBlock },
    { type: 'ping' },
    { type: 'sandbox_unknown_event' },
    ...listDeltas(block).map((part) => ({ type: 'content_block_delta', index: 0, delta: part })),
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta, usage: { output_tokens: outputTokens } },
    { type: 'message_stop' },
  ];
  return events.map((event) => toServerSentEvent(event, String(event['type'])));
}

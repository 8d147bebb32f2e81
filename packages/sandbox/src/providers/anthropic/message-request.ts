import { isRecord, type JsonRecord, listAt, recordAt, textAt } from '../../json.js';
import { checkSchema } from '../../model/check-schema.js';
import { findServedModel } from '../../model/dated-model.js';
import type { SandboxRequest } from '../../provider.js';
import { readContentType, readJsonBody } from '../../request-body.js';
import { refuseAnthropic } from './anthropic-error.js';
import { anthropicModels } from './anthropic-models.js';

export interface MessageRequest {
  readonly model: string;
  readonly maxTokens: number;
  readonly system: string;
  readonly messages: readonly JsonRecord[];
  readonly tools: readonly JsonRecord[];
  readonly toolChoice: JsonRecord;
  /** Schema of a structured answer. */
  readonly schema: JsonRecord | undefined;
  readonly streamed: boolean;
}

const mostBytes = 32 * 1024 * 1024;
/** The version from which sampling parameters are refused, even at their defaults. */
const strictVersion = '2026-10-21';
const versions = ['2023-06-01', strictVersion];
const samplingParameters = ['temperature', 'top_p', 'top_k'];
const knownFields = new Set([
  ...samplingParameters,
  'model',
  'max_tokens',
  'messages',
  'system',
  'stop_sequences',
  'stream',
  'metadata',
  'service_tier',
  'inference_geo',
  'speed',
  'container',
  'tools',
  'tool_choice',
  'thinking',
  'output_config',
  'output_format',
]);

function checkVersion({ headers }: SandboxRequest, body: JsonRecord): void {
  const version = headers['anthropic-version'];
  if (version === undefined) {
    refuseAnthropic(400, 'anthropic-version: header is required');
  } else if (!versions.includes(version)) {
    refuseAnthropic(400, `anthropic-version: "${version}" is not a valid version`);
  }
  const sampling = samplingParameters.find((name) => name in body);
  if (version === strictVersion && sampling !== undefined) {
    refuseAnthropic(400, `${sampling}: sampling parameters are not supported in version ${strictVersion}`);
  }
}

function checkFields(body: JsonRecord): void {
  const unknown = Object.keys(body).find((name) => !knownFields.has(name));
  if (unknown !== undefined) {
    refuseAnthropic(400, `${unknown}: Extra inputs are not permitted`);
  }
}

function readMessages(body: JsonRecord): readonly JsonRecord[] {
  const messages = listAt(body, 'messages').filter(isRecord);
  const isWhole = messages.length > 0 && messages.length === listAt(body, 'messages').length;
  if (!isWhole || messages.some(({ role }) => role !== 'user' && role !== 'assistant')) {
    refuseAnthropic(400, 'messages: at least one message of role user or assistant is required');
  }
  if (messages.some(({ content }) => typeof content !== 'string' && !Array.isArray(content))) {
    refuseAnthropic(400, 'messages: content must be text or a list of blocks');
  }
  return messages;
}

function readMaxTokens({ max_tokens: value }: JsonRecord): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1
    ? value
    : refuseAnthropic(400, 'max_tokens: Field required');
}

function readSchema(body: JsonRecord): JsonRecord | undefined {
  const format = recordAt(recordAt(body, 'output_config'), 'format');
  if (textAt(format, 'type') === undefined) {
    return undefined;
  }
  const schema = format['schema'];
  if (format['type'] !== 'json_schema' || !isRecord(schema)) {
    return refuseAnthropic(400, 'output_config.format: must be json_schema with a schema');
  }
  const problem = checkSchema(schema, { mostMinItems: 1, allRequired: false });
  return problem === undefined ? schema : refuseAnthropic(400, `output_config.format.schema: ${problem}`);
}

/** Reads a request, or refuses it in the order in which the real server would notice. */
export function readMessageRequest(request: SandboxRequest): MessageRequest {
  const body = readJsonBody(request);
  if (request.body.length > mostBytes) {
    refuseAnthropic(413, 'Request exceeds the maximum size');
  }
  if (readContentType(request) !== 'application/json' || !isRecord(body)) {
    return refuseAnthropic(400, 'The request body is not valid JSON');
  }
  checkVersion(request, body);
  checkFields(body);
  const model = findServedModel(anthropicModels, body['model'], request.at);
  return {
    model: model?.id ?? refuseAnthropic(404, `model: ${String(body['model'])}`),
    maxTokens: readMaxTokens(body),
    system: textAt(body, 'system') ?? '',
    messages: readMessages(body),
    tools: listAt(body, 'tools').filter(isRecord),
    toolChoice: recordAt(body, 'tool_choice'),
    schema: readSchema(body),
    streamed: body['stream'] === true,
  };
}

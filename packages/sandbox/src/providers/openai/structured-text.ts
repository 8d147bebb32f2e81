import { isRecord, type JsonRecord, textAt } from '../../json.js';
import { checkSchema } from '../../model/check-schema.js';
import { isObedient, obeying, orderIn } from '../../model/obedience.js';
import { suitProposal } from '../../model/practice-proposal.js';
import { createSchemaValue } from '../../model/schema-value.js';
import { createSeededRandom } from '../../seeded.js';
import { refuseOpenai } from './openai-error.js';

/** The schema of a `json_schema` format, or `undefined` for plain text; refuses what strict mode refuses. */
export function readFormat(format: JsonRecord, isJsonSchema: boolean, param: string): JsonRecord | undefined {
  if (!isJsonSchema) {
    return undefined;
  }
  const schema = format['schema'];
  const name = textAt(format, 'name') ?? '';
  if (!/^[\w-]{1,64}$/.test(name) || !isRecord(schema)) {
    return refuseOpenai(400, 'A json_schema format needs name and schema', param);
  }
  const rules = { mostMinItems: Number.POSITIVE_INFINITY, allRequired: true };
  const problem = format['strict'] === true ? checkSchema(schema, rules) : undefined;
  return problem === undefined
    ? schema
    : refuseOpenai(
        400,
        `Invalid schema for response_format '${name}': ${problem}`,
        param,
        'invalid_json_schema',
      );
}

interface Asked {
  readonly model: string;
  readonly system: string;
  readonly data: string;
}

/** What the stand-in says: a value of the schema, or an echo that admits what it is. */
export function createAnswerText(schema: JsonRecord | undefined, asked: Asked, seed: string): string {
  if (!schema) {
    return `샌드박스 답변입니다. 받은 글: ${asked.data.slice(0, 200)}`;
  }
  const random = createSeededRandom(seed);
  const value = suitProposal(createSchemaValue(schema, random), { schema, data: asked.data, random });
  const order = isObedient(asked.model) ? orderIn(asked, asked.model) : undefined;
  return JSON.stringify(order === undefined ? value : obeying(value, order));
}

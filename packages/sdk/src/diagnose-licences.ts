import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { block, type Diagnosis, fine, note, warn } from './diagnosis.js';
import { type Environment, reader } from './environment.js';
import { licenceNeedSchema } from './licence-need.js';
import { parseRow } from './schema/parse.js';
import { bilingualSchema, type Channel, channelSchema } from './schema/primitives.js';

const useSchema = z.object({
  id: z.string(),
  name: bilingualSchema,
  /** Those of a campaign file that this carries; none for messages to single people. */
  channels: z.array(channelSchema),
  /** Sets of variables, each of which will do. */
  ways: z.array(z.array(z.string()).nonempty()).nonempty(),
  without: bilingualSchema,
  needs: z.array(licenceNeedSchema).nonempty(),
});
const licencesSchema = z.object({ uses: z.array(useSchema) });
type Use = z.infer<typeof useSchema>;

interface Asked {
  readonly environment: Environment;
  /** Channels that have to be usable: where one is not, that blocks. */
  readonly required: readonly Channel[];
}

/**
 * Which way out is closed without which contract. Variables say that somebody has got keys; what a key cannot say,
 * such as whether a number is registered, stands in `needs` with its source, for a person to look at.
 */
export async function diagnoseLicences({ environment, required }: Asked): Promise<Diagnosis[]> {
  const text = await readFile(new URL('../assets/licences.json', import.meta.url), 'utf8');
  const { uses } = parseRow(licencesSchema, JSON.parse(text), 'licences.json');
  const read = reader(environment);
  return uses.map((use) => {
    const isRequired = use.channels.some((channel) => required.includes(channel));
    return { ...judge(use, (name) => read(name) !== undefined, isRequired), needs: use.needs };
  });
}

function judge(use: Use, has: (name: string) => boolean, isRequired: boolean): Diagnosis {
  const { name, without, ways } = use;
  const id = `licence.${use.id}`;
  if (ways.some((way) => way.every(has)))
    return fine(
      id,
      `${name.ko}: 키가 있습니다. 계약은 사람이 확인: ${wordsOf(use, 'ko')}`,
      `${name.en}: the keys are there. For a person to check: ${wordsOf(use, 'en')}`,
    );
  const missing = nearest(ways, has).filter((one) => !has(one));
  const isBegun = missing.length < nearest(ways, has).length;
  const say = isRequired ? block : isBegun ? warn : note;
  return say(
    id,
    `${name.ko}: 아직 쓸 수 없어 ${without.ko}. 필요한 것: ${wordsOf(use, 'ko')}`,
    `${name.en}: cannot be used yet, so ${without.en}. It takes: ${wordsOf(use, 'en')}`,
    [`받은 뒤 ${missing.join(', ')}를 넣으세요`, `Then set ${missing.join(', ')}`],
  );
}

const wordsOf = ({ needs }: Use, language: 'ko' | 'en') => needs.map(({ what }) => what[language]).join('; ');

/** The way with the fewest variables missing; the first of equals. */
function nearest(ways: Use['ways'], has: (name: string) => boolean): readonly string[] {
  const missing = (way: readonly string[]) => way.filter((one) => !has(one)).length;
  return ways.reduce((best, way) => (missing(way) < missing(best) ? way : best));
}

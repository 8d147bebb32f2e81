import { channels } from './faults-world.mjs';

/** As the stand-ins name them in their books. */
const ofStandIn = {
  instagram: ({ provider }) => provider === 'instagram',
  naver_blog: ({ provider }) => provider === 'naver_blog',
  kakao_channel: ({ provider }) => provider === 'solapi',
  kt: ({ provider }) => provider === 'kt',
};

const standInOf = (channel) => (channel in ofStandIn ? channel : 'kt');

export const isDelivered = ({ state }) => state === 'submitted' || state === 'published';

/** A post that is up and was not found among the latest has a name of ours instead of theirs. */
const isNamed = ({ externalId = '' }) => externalId !== '' && !externalId.startsWith('container-');

/**
 * Our books against the stand-ins'. What is theirs and not ours is a duplicate, unless ours is in doubt or has no
 * name for it: then one of theirs may be the same. What is ours and not theirs is invented.
 */
export function compareBooks(ours, theirs) {
  const counts = Object.entries(ofStandIn).map(([standIn, isIts]) => {
    const known = ours.filter(({ channel }) => standInOf(channel) === standIn);
    const placed = theirs.filter(isIts).map(({ externalId }) => externalId);
    const named = new Set(known.filter(isNamed).map(({ externalId }) => externalId));
    const unnamed = known.filter((one) => !isNamed(one) && (isDelivered(one) || one.state === 'in_doubt'));
    const strangers = placed.filter((id) => !named.has(id)).length;
    return {
      duplicated: Math.max(0, strangers - unnamed.length) + placed.length - new Set(placed).size,
      invented: [...named].filter((id) => !placed.includes(id)).length,
    };
  });
  return counts.reduce((sum, one) => ({
    duplicated: sum.duplicated + one.duplicated,
    invented: sum.invented + one.invented,
  }));
}

/** What every campaign has by now. */
export async function ourBooks(world, nos) {
  const books = await Promise.all(nos.map((no) => world.publications(no)));
  return books.flat();
}

export const dueOf = (nos) => nos.length * channels.length;

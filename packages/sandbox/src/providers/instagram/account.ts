import { seededBytes, seededCode } from '../../seeded.js';
import type { Shown } from '../../shown.js';
import type { World } from '../../world.js';
import { type Container, type ContainerInput, checkPublishable, gatherChildren } from './containers.js';
import { graphErrors, refuseGraph } from './graph-error.js';
import { readSandboxWords } from './sandbox-words.js';

export interface Media extends ContainerInput {
  readonly id: string;
  readonly shortcode: string;
  readonly publishedAt: Date;
  readonly hashes: readonly string[];
}

export interface Account {
  /** @param hashes - Of what was downloaded for it; a carousel downloads nothing itself. */
  createContainer(input: ContainerInput, hashes: readonly string[], at: Date): Container;
  findContainer(id: string): Container | undefined;
  publish(containerId: string, at: Date): Media;
  findMedia(id: string): Media | undefined;
  /** Newest first. */
  listMedia(): readonly Media[];
  quota(at: Date): { readonly used: number; readonly total: number };
  shown(): readonly Shown[];
}

/** Meta's pages disagree (50 or 100); clients read it from `content_publishing_limit`. */
const usualQuota = 100;
export const quotaSeconds = 86_400;

/** Numbers of 17 digits that never repeat: the counter is their tail. */
function toNumericId(seed: string, kind: string, number: number): string {
  const middle = seededBytes(seed, kind, number).readUInt32BE(0) % 1_000_000;
  return `178${String(middle).padStart(6, '0')}${kind === 'container' ? 1 : 2}${String(number).padStart(7, '0')}`;
}

function toShown({ id, caption, hashes, publishedAt }: Media): Shown {
  const since = publishedAt.toISOString();
  return {
    provider: 'instagram',
    channel: 'INSTAGRAM',
    externalId: id,
    text: caption,
    media: hashes,
    since,
  };
}

export function createAccount(world: World): Account {
  const containers = new Map<string, Container>();
  const media = new Map<string, Media>();
  let quotaTotal = usualQuota;

  const quota = (at: Date) => {
    const isRecent = (post: Media) => at.getTime() - post.publishedAt.getTime() < quotaSeconds * 1_000;
    return { used: [...media.values()].filter(isRecent).length, total: quotaTotal };
  };
  const addMedia = ({ id: reference, createdAt: _, ...container }: Container, at: Date): Media => {
    const number = world.nextNumber('instagram media');
    const id = toNumericId(world.seed, 'media', number);
    const shortcode = `${seededCode(9, world.seed, 'shortcode', number)}${number}`;
    const post = { ...container, id, shortcode, publishedAt: at };
    media.set(id, post);
    const published = { channel: 'INSTAGRAM', externalId: id, reference, at: at.toISOString() };
    world.publish({ provider: 'instagram', ...published });
    return post;
  };

  return {
    createContainer(input, hashes, at) {
      const isGathering = input.kind === 'CAROUSEL_ALBUM';
      const children = isGathering ? gatherChildren(input.children, (id) => containers.get(id), at) : [];
      quotaTotal = readSandboxWords(input.caption).quotaTotal ?? quotaTotal;
      const id = toNumericId(world.seed, 'container', world.nextNumber('instagram container'));
      const seen = isGathering ? children.flatMap((child) => child.hashes) : hashes;
      const container = { ...input, id, createdAt: at, hashes: seen };
      containers.set(id, container);
      return container;
    },
    findContainer: (id) => containers.get(id),
    publish(containerId, at) {
      const container = containers.get(containerId) ?? refuseGraph(graphErrors.containerUnknown);
      checkPublishable(container, at);
      const { used, total } = quota(at);
      if (used >= total) {
        refuseGraph(graphErrors.dailyLimit);
      }
      container.publishedAt = at;
      return addMedia(container, at);
    },
    findMedia: (id) => media.get(id),
    listMedia: () => [...media.values()].toReversed(),
    quota,
    shown: () => [...media.values()].map(toShown),
  };
}

import { seededBytes, seededCode } from '../../seeded.js';
import type { World } from '../../world.js';
import { graphErrors, refuseGraph } from './graph-error.js';

export type ContainerStatus = 'IN_PROGRESS' | 'FINISHED' | 'PUBLISHED' | 'EXPIRED';

export interface ContainerInput {
  readonly kind: 'IMAGE' | 'VIDEO';
  readonly product: 'FEED' | 'REELS' | 'STORY';
  readonly caption: string;
}

export interface Container extends ContainerInput {
  readonly id: string;
  readonly createdAt: Date;
  publishedAt?: Date;
}

export interface Media extends ContainerInput {
  readonly id: string;
  readonly shortcode: string;
  readonly publishedAt: Date;
}

export interface Account {
  createContainer(input: ContainerInput, at: Date): Container;
  findContainer(id: string): Container | undefined;
  publish(containerId: string, at: Date): Media;
  findMedia(id: string): Media | undefined;
  /** Newest first. */
  listMedia(): readonly Media[];
  publishedInLastDay(at: Date): number;
}

/** Meta's pages disagree (50 or 100); clients read it from `content_publishing_limit`. */
export const quotaTotal = 100;
export const quotaSeconds = 86_400;
/** A reel takes a while to be transcoded; a picture is ready at once. */
const reelReadyMs = 20_000;
const containerLifetimeMs = 86_400_000;

/** Numbers of 17 digits that never repeat: the counter is their tail. */
function toNumericId(seed: string, kind: string, number: number): string {
  const middle = seededBytes(seed, kind, number).readUInt32BE(0) % 1_000_000;
  return `178${String(middle).padStart(6, '0')}${kind === 'container' ? 1 : 2}${String(number).padStart(7, '0')}`;
}

/** Where a container stands at an instant. */
export function toContainerStatus({ kind, createdAt, publishedAt }: Container, at: Date): ContainerStatus {
  const ageMs = at.getTime() - createdAt.getTime();
  if (publishedAt) {
    return 'PUBLISHED';
  }
  if (ageMs >= containerLifetimeMs) {
    return 'EXPIRED';
  }
  return kind === 'VIDEO' && ageMs < reelReadyMs ? 'IN_PROGRESS' : 'FINISHED';
}

/** A container may be published once, when it is ready. That the second attempt is refused is from memory. */
function checkPublishable(container: Container, at: Date): void {
  const status = toContainerStatus(container, at);
  if (status === 'PUBLISHED') {
    refuseGraph({ ...graphErrors.containerUnknown, message: 'The container was published already.' });
  }
  if (status === 'EXPIRED') {
    refuseGraph(graphErrors.containerExpired);
  }
  if (status === 'IN_PROGRESS') {
    refuseGraph(graphErrors.containerNotReady);
  }
}

export function createAccount(world: World): Account {
  const containers = new Map<string, Container>();
  const media = new Map<string, Media>();

  const publishedInLastDay = (at: Date): number =>
    [...media.values()].filter(
      ({ publishedAt }) => at.getTime() - publishedAt.getTime() < quotaSeconds * 1_000,
    ).length;

  return {
    createContainer(input, at) {
      const id = toNumericId(world.seed, 'container', world.nextNumber('instagram container'));
      const container = { ...input, id, createdAt: at };
      containers.set(id, container);
      return container;
    },
    findContainer: (id) => containers.get(id),
    publish(containerId, at) {
      const container = containers.get(containerId) ?? refuseGraph(graphErrors.containerUnknown);
      checkPublishable(container, at);
      if (publishedInLastDay(at) >= quotaTotal) {
        refuseGraph(graphErrors.dailyLimit);
      }
      const number = world.nextNumber('instagram media');
      const { kind, product, caption } = container;
      const id = toNumericId(world.seed, 'media', number);
      const shortcode = `${seededCode(9, world.seed, 'shortcode', number)}${number}`;
      container.publishedAt = at;
      const post = { id, kind, product, caption, shortcode, publishedAt: at };
      media.set(id, post);
      const published = {
        channel: 'INSTAGRAM',
        externalId: id,
        reference: containerId,
        at: at.toISOString(),
      };
      world.publish({ provider: 'instagram', ...published });
      return post;
    },
    findMedia: (id) => media.get(id),
    listMedia: () => [...media.values()].toReversed(),
    publishedInLastDay,
  };
}

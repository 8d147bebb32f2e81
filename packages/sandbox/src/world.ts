import type { Publication } from './publication.js';

/** What the stand-ins share. Thrown away and built anew by a reset. */
export interface World {
  readonly seed: string;
  /** The first virtual instant of this world; tokens and the like count from here. */
  readonly openedAt: Date;
  /** Where the sandbox listens, for links it hands out. */
  readonly origin: () => string;
  /** 1, 2, 3… for each kind of thing. */
  nextNumber(kind: string): number;
  publish(publication: Publication): void;
  publications(): readonly Publication[];
}

export interface WorldOptions {
  readonly seed: string;
  readonly openedAt: Date;
  readonly origin: () => string;
}

export function createWorld({ seed, openedAt, origin }: WorldOptions): World {
  const counters = new Map<string, number>();
  const published: Publication[] = [];

  return {
    seed,
    openedAt,
    origin,
    nextNumber(kind) {
      const number = (counters.get(kind) ?? 0) + 1;
      counters.set(kind, number);
      return number;
    },
    publish(publication) {
      published.push(Object.freeze(publication));
    },
    publications: () => [...published],
  };
}

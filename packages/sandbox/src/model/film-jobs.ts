import type { ClipShape } from '../media/clip.js';

/** How a film comes out. */
type FilmFate = 'made' | 'refused' | 'broken' | 'endless';

export interface FilmJob {
  readonly id: string;
  readonly shape: ClipShape;
  readonly createdAt: Date;
  readonly fate: FilmFate;
  /** Polls that only find it waiting for a place. */
  readonly waits: number;
}

/** Where a job is at one poll. */
type FilmState =
  | { readonly state: 'waiting' }
  | { readonly state: 'running'; readonly progress: number }
  | { readonly state: 'over'; readonly fate: FilmFate };

/** The jobs of one video engine: each is found waiting, then at work, then over. */
export interface FilmJobs {
  add(job: FilmJob): void;
  find(id: string): FilmJob | undefined;
  /** Counts as a poll. */
  poll(job: FilmJob): FilmState;
}

/** Polls that find it at work. */
const working = 2;

/** Marks in a prompt that decide how it comes out. */
const marks: readonly (readonly [mark: string, fate: FilmFate])[] = [
  ['SANDBOX_MODERATION', 'refused'],
  ['SANDBOX_BROKEN', 'broken'],
  ['SANDBOX_ENDLESS', 'endless'],
];

export function fateOf(prompt: string): Pick<FilmJob, 'fate' | 'waits'> {
  const [, fate = 'made'] = marks.find(([mark]) => prompt.includes(mark)) ?? [];
  return { fate, waits: prompt.includes('SANDBOX_THROTTLED') ? 5 : 1 };
}

export function createFilmJobs(): FilmJobs {
  const jobs = new Map<string, FilmJob>();
  const polls = new Map<string, number>();
  return {
    add: (job) => void jobs.set(job.id, job),
    find: (id) => jobs.get(id),
    poll({ id, waits, fate }) {
      const count = (polls.get(id) ?? 0) + 1;
      polls.set(id, count);
      if (count <= waits) {
        return { state: 'waiting' };
      }
      const worked = count - waits;
      return worked <= working || fate === 'endless'
        ? { state: 'running', progress: Math.min(worked / (working + 1), 0.99) }
        : { state: 'over', fate };
    },
  };
}

/** Links to films die a day after they were asked for. */
const linkLifeMs = 24 * 3_600_000;

export function linkExpiry(at: Date): number {
  return at.getTime() + linkLifeMs;
}

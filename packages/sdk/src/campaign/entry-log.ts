import type { KeyObject } from 'node:crypto';
import { createLogAppender, emptyLog, logBlockSize, rootOfLeaves } from '../draw/log-appender.js';
import { signLogHead } from '../draw/log-head.js';
import {
  hashLogNode,
  logConsistencyProof,
  logInclusionPath,
  type RangeHash,
  splitOf,
} from '../draw/log-tree.js';
import { UserError } from '../errors/index.js';
import type { LogHead, LogHeads, LogPlace } from '../schema/entry-log.js';
import { logLeaf } from '../security/log-leaf.js';
import type { EntryLine, EntryPages } from '../store/entry-pages.js';
import type { Store } from '../store/store.js';

interface LogDeps {
  readonly store: Pick<Store, 'entryPages' | 'logs'>;
  readonly now: () => Date;
  readonly organiserKey: () => Promise<KeyObject>;
}

const pageSize = 4_096;

/**
 * Signs what a campaign's entry log holds now: the entries that came since the last head are added to it, so the cost
 * is theirs alone. @returns the head that stands; undefined while nobody has entered.
 */
export async function signHead(campaignId: string, deps: LogDeps): Promise<LogHead | undefined> {
  const { entryPages, logs } = deps.store;
  const last = await logs.last(campaignId);
  const edge = last ? { size: last.head.size, peaks: last.peaks } : emptyLog;
  const appender = createLogAppender(edge);
  for await (const line of linesAfter(entryPages, campaignId, edge.size)) appender.append(logLeaf(line));
  const { size, peaks } = appender.edge();
  const root = appender.root();
  if (size === edge.size || root === undefined) return last?.head;
  const head = signLogHead({ eventId: campaignId, size, root, at: deps.now() }, await deps.organiserKey());
  await logs.append(campaignId, { head, peaks, blocks: appender.blocks });
  return head;
}

/**
 * Hashes the whole log again and holds it against every head that was signed.
 *
 * @throws UserError `USER_064` when an entry was taken out, changed or slipped in after it had been signed for.
 */
export async function auditLog(
  campaignId: string,
  { entryPages, logs }: LogDeps['store'],
): Promise<{ readonly size: number; readonly root: string } | undefined> {
  const heads = new Map((await logs.heads(campaignId)).map((head) => [head.size, head]));
  const appender = createLogAppender();
  let size = 0;
  for await (const line of linesAfter(entryPages, campaignId, 0)) {
    appender.append(logLeaf(line));
    size += 1;
    const signed = heads.get(size);
    if (signed && signed.root !== appender.root()) throw contradiction(campaignId, signed.size);
    heads.delete(size);
  }
  const [missing] = heads.keys();
  if (missing !== undefined) throw contradiction(campaignId, missing);
  const root = appender.root();
  return root === undefined ? undefined : { size, root };
}

/** All signed heads, each proven to be the beginning of the next. */
export async function provenHeads(
  campaignId: string,
  store: LogDeps['store'],
): Promise<LogHeads | undefined> {
  const heads = await store.logs.heads(campaignId);
  if (heads.length === 0) return undefined;
  const range = await createRange(campaignId, store);
  const proofs: string[][] = [];
  for (const [index, later] of heads.slice(1).entries())
    proofs.push(await logConsistencyProof(heads[index]?.size ?? 1, later.size, range));
  return { heads, proofs };
}

/** Where entry number `seq` stands under the newest head; the head alone proves nothing of an entry it does not reach. */
export async function placeInLog(
  campaignId: string,
  seq: number,
  store: LogDeps['store'],
): Promise<LogPlace | undefined> {
  const last = await store.logs.last(campaignId);
  if (!last) return undefined;
  const { head } = last;
  if (seq < 1 || seq > head.size) return { head, leaf: '0'.repeat(64), path: [] };
  const range = await createRange(campaignId, store);
  const path = await logInclusionPath(seq - 1, head.size, range);
  return { head, leaf: await range(seq - 1, seq), path };
}

/** Hashes ranges of a log: whole blocks from the nodes that are kept, the rest from the entries themselves. */
async function createRange(campaignId: string, { entryPages, logs }: LogDeps['store']): Promise<RangeHash> {
  const blocks = await logs.blocks(campaignId);
  const hashRange: RangeHash = async (start, end) => {
    const size = end - start;
    const kept = size === logBlockSize && start % logBlockSize === 0 && blocks[start / logBlockSize];
    if (kept) return kept;
    if (size <= logBlockSize) {
      const lines = await entryPages.bySeq(campaignId, { after: start, limit: size });
      if (!isUnbroken(lines, start) || lines.length < size) throw contradiction(campaignId, end);
      return rootOfLeaves(lines.map(logLeaf));
    }
    const middle = start + splitOf(size);
    return hashLogNode(await hashRange(start, middle), await hashRange(middle, end));
  };
  return hashRange;
}

/** @throws UserError `USER_064` where a number is missing: entries are numbered without gaps. */
async function* linesAfter(pages: EntryPages, campaignId: string, size: number): AsyncGenerator<EntryLine> {
  let after = size;
  let read = pageSize;
  while (read === pageSize) {
    const lines = await pages.bySeq(campaignId, { after, limit: pageSize });
    if (!isUnbroken(lines, after)) throw contradiction(campaignId, after + 1);
    yield* lines;
    read = lines.length;
    after += read;
  }
}

const isUnbroken = (lines: readonly EntryLine[], after: number): boolean =>
  lines.every(({ seq }, index) => seq === after + index + 1);

const contradiction = (campaignId: string, size: number): UserError =>
  new UserError('USER_064', { campaignId, size });

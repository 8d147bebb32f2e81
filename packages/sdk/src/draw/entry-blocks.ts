import { UserError } from '../errors/index.js';
import { createRecordReader, idAt, recordBytes, repeated } from './entry-records.js';
import type { EntrySource } from './entry-source.js';
import { createRecordHash } from './leaf.js';
import { createSumStack, type SumNode } from './sum-stack.js';

/**
 * What is kept of a list: one node for 32 entries, and the id before the first of them to find them again. The
 * leaves of a winner's block are hashed again when they are needed. Ten million entries take fifty megabytes.
 */
export interface EntryBlocks {
  readonly count: number;
  readonly heaviest: number;
  readonly nodes: readonly SumNode[];
  /** The id before each block's first; undefined for the first block. */
  readonly after: readonly (string | undefined)[];
}

const blockHeight = 5;
export const blockSize = 2 ** blockHeight;
/** Entries of one reading: whole blocks. */
const pageSize = 128 * blockSize;

/** @throws UserError `USER_001` for a malformed, repeated or misplaced entry; `USER_018` when there is none. */
export async function readBlocks(eventId: string, source: EntrySource): Promise<EntryBlocks> {
  const hashPage = createPageHash(eventId);
  const nodes: SumNode[] = [];
  const after: (string | undefined)[] = [];
  let count = 0;
  let heaviest = 0;
  for await (const { records, previous } of pagesOf(source)) {
    const page = hashPage(records);
    page.nodes.forEach((node, block) => {
      nodes.push(node);
      after.push(block === 0 ? previous : idAt(records, block * blockSize - 1));
    });
    heaviest = Math.max(heaviest, page.heaviest);
    count += records.length / recordBytes;
  }
  if (count === 0) throw new UserError('USER_018', { campaignId: eventId });
  return { count, heaviest, nodes, after };
}

/** Every page, with the id of the entry before it. */
async function* pagesOf(source: EntrySource) {
  let previous: string | undefined;
  let read = pageSize;
  while (read === pageSize) {
    const records = await source.read(previous, pageSize);
    read = records.length / recordBytes;
    if (read === 0) return;
    if (previous !== undefined && idAt(records, 0) <= previous) throw repeated(idAt(records, 0));
    yield { records, previous };
    previous = idAt(records, read - 1);
  }
}

/** Hashes one page of records to the nodes of its blocks; the last block of the list may be short. */
function createPageHash(eventId: string) {
  const hashRecord = createRecordHash(eventId);
  const stack = createSumStack(blockHeight);
  return (records: Buffer): { readonly nodes: SumNode[]; readonly heaviest: number } => {
    const nodes: SumNode[] = [];
    const reader = createRecordReader(records);
    let heaviest = 0;
    for (let index = 0; index * recordBytes < records.length; index += 1) {
      reader.refuseDisorder(index);
      const weight = reader.weight(index);
      heaviest = Math.max(heaviest, weight);
      const full = stack.push(hashRecord(records, index), weight);
      if (full) nodes.push(full);
    }
    const rest = stack.finish();
    return { nodes: rest ? [...nodes, rest] : nodes, heaviest };
  };
}

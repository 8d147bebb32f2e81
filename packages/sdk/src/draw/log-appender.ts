import { hashLogNode } from './log-tree.js';

/** Leaves below a node that is kept, so that a proof hashes at most that many again. */
export const logBlockSize = 1_024;
const blockHeight = Math.log2(logBlockSize);

/** Where a log stands: the roots of its complete subtrees, widest first. It is all that appending needs. */
export interface LogEdge {
  readonly size: number;
  readonly peaks: readonly string[];
}

export const emptyLog: LogEdge = { size: 0, peaks: [] };

export interface LogAppender {
  append(leaf: string): void;
  edge(): LogEdge;
  /** Undefined while the log is empty. */
  root(): string | undefined;
  /** Nodes over 1,024 leaves that have become complete, in their order. */
  readonly blocks: readonly string[];
}

/** Goes on from where a log stands: the cost is that of the new leaves, however many there are before them. */
export function createLogAppender({ size, peaks }: LogEdge = emptyLog): LogAppender {
  const stack = [...peaks];
  const blocks: string[] = [];
  let count = size;
  return {
    blocks,
    append(leaf) {
      let node = leaf;
      let below = count;
      for (let height = 1; below % 2 === 1; height += 1) {
        node = hashLogNode(stack.pop() ?? '', node);
        below = (below - 1) / 2;
        if (height === blockHeight) blocks.push(node);
      }
      stack.push(node);
      count += 1;
    },
    edge: () => ({ size: count, peaks: [...stack] }),
    root: () => rootOfPeaks(stack),
  };
}

function rootOfPeaks(peaks: readonly string[]): string | undefined {
  return peaks.reduceRight<string | undefined>(
    (right, left) => (right === undefined ? left : hashLogNode(left, right)),
    undefined,
  );
}

/** The root over these leaves alone; at least one. */
export function rootOfLeaves(leaves: readonly string[]): string {
  const appender = createLogAppender();
  for (const leaf of leaves) appender.append(leaf);
  return appender.root() ?? '';
}

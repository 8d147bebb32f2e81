import { hash } from 'node:crypto';

/** A node of the Merkle-sum tree: its hash as a string of 32 bytes, and the tickets below it. */
export interface SumNode {
  readonly digest: string;
  readonly sum: number;
}

const hashBytes = 32;
const childBytes = hashBytes + 8;
const messageBytes = 1 + 2 * childBytes;
const rightAt = 1 + childBytes;

/**
 * Messages of nodes, filled again and again: 0x01, then hash and sum of the left child, then of the right. A digest
 * is written letter by letter and a sum in two halves, since the ways of `Buffer` cost more than the hash itself.
 */
export function createNodeMessages(count: number) {
  const bytes = Buffer.alloc(count * messageBytes, 0x01);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const messages = Array.from({ length: count }, (_, no) =>
    bytes.subarray(no * messageBytes, (no + 1) * messageBytes),
  );

  function place(at: number, digest: string, sum: number): void {
    for (let byte = 0; byte < hashBytes; byte += 1) bytes[at + byte] = digest.charCodeAt(byte);
    view.setUint32(at + hashBytes, Math.floor(sum / 2 ** 32));
    view.setUint32(at + hashBytes + 4, sum % 2 ** 32);
  }

  return {
    left: (no: number, digest: string, sum: number) => place(no * messageBytes + 1, digest, sum),
    right: (no: number, digest: string, sum: number) => place(no * messageBytes + rightAt, digest, sum),
    leftDigest: (no: number) => {
      const start = no * messageBytes + 1;
      return bytes.toString('latin1', start, start + hashBytes);
    },
    hash: (no: number): string => hash('sha256', messages[no] ?? bytes, 'binary'),
  };
}

/**
 * Builds the tree of up to 2^height leaves from left to right. A node waits, in the message in which it will be
 * hashed, for its neighbour: nothing is stored and no hash is copied.
 */
export function createSumStack(height: number) {
  const messages = createNodeMessages(height);
  /** Tickets below the node that waits on each level; 0 where none does. */
  const waiting = new Float64Array(height);

  /** @returns the root, when the tree is full. */
  function push(leaf: string, weight: number): SumNode | undefined {
    let digest = leaf;
    let sum = weight;
    for (let level = 0; level < height; level += 1) {
      const left = waiting[level] ?? 0;
      if (left === 0) {
        messages.left(level, digest, sum);
        waiting[level] = sum;
        return undefined;
      }
      messages.right(level, digest, sum);
      digest = messages.hash(level);
      sum += left;
      waiting[level] = 0;
    }
    return { digest, sum };
  }

  /** The root over what has been pushed: a node without a neighbour is lifted, as in RFC 6962. */
  function finish(): SumNode | undefined {
    let lifted: SumNode | undefined;
    for (let level = 0; level < height; level += 1) {
      const left = waiting[level] ?? 0;
      waiting[level] = 0;
      if (left > 0) lifted = joined(level, left, lifted);
    }
    return lifted;
  }

  function joined(level: number, left: number, right: SumNode | undefined): SumNode {
    if (!right) return { digest: messages.leftDigest(level), sum: left };
    messages.right(level, right.digest, right.sum);
    return { digest: messages.hash(level), sum: left + right.sum };
  }

  return { push, finish };
}

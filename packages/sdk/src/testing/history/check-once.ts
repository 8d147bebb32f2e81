import { groupBy, type History, isGranted } from './history.js';

/**
 * P1: a person enters once. All receipts of one person are for the same entry, the store holds no second one, and
 * whoever was told of an earlier entry has one.
 */
export function* checkOnce({ operations, aftermath }: History): Generator<string> {
  const standing = groupBy(aftermath.entries, ({ person }) => person);
  for (const [person, entries] of standing) {
    if (entries.length > 1) yield `${person} stands in the store ${entries.length} times`;
  }
  for (const [person, own] of groupBy(operations, (operation) => operation.person)) {
    const entryIds = new Set(own.filter(isGranted).map(({ answer }) => answer.receipt.entryId));
    if (entryIds.size > 1) yield `${person} got receipts for ${entryIds.size} entries`;
    const told = own.some(({ answer }) => answer?.kind === 'duplicate');
    if (told && !standing.has(person)) yield `${person} was told of an entry that does not exist`;
  }
}

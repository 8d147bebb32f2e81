import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';

/** Where a path of the value lies in the text. */
export interface Place {
  /** Of the value, or of the map a missing key belongs in. */
  readonly offset: number;
  readonly keyOffset?: number | undefined;
  /** False when the path names something the file does not have. */
  readonly present: boolean;
  readonly node?: Node | undefined;
}

export function findPlace(document: Document.Parsed, path: readonly (string | number)[]): Place {
  const node = document.contents ?? undefined;
  const root: Place = { offset: startOf(node) ?? 0, present: true, node };
  return path.reduce((place, key) => descend(place, key, document), root);
}

function descend(place: Place, key: string | number, document: Document.Parsed): Place {
  if (!place.present) return place;
  const child = childOf(isAlias(place.node) ? place.node.resolve(document) : place.node, key);
  if (!child) return { offset: place.offset, present: false };
  const offset = startOf(child.node) ?? child.keyOffset ?? place.offset;
  return { ...child, offset, present: true };
}

interface Child {
  readonly node: Node | undefined;
  readonly keyOffset?: number | undefined;
}

function childOf(parent: Node | undefined, key: string | number): Child | undefined {
  if (isSeq<Node>(parent)) {
    const node = parent.items[Number(key)];
    return node && { node };
  }
  if (!isMap<Node, Node | null>(parent)) return undefined;
  const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
  return pair && { node: pair.value ?? undefined, keyOffset: startOf(pair.key) };
}

const startOf = (node: Node | undefined): number | undefined => node?.range?.[0];

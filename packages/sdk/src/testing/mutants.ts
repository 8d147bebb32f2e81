type Key = string | number;
type Change = (scalar: unknown) => unknown;

export interface Mutant {
  /** Where the one change is. */
  readonly path: readonly Key[];
  /** The value with it. */
  make(): unknown;
}

/** Every way to change one scalar of a value of JSON: strings, numbers and booleans in turn, numbers both ways. */
export function mutantsOf(original: unknown): Mutant[] {
  const scalars = scalarsOf(original);
  const numbers = scalars.filter((path) => typeof valueAt(original, path) === 'number');
  return [
    ...scalars.map((path) => ({ path, make: () => replaced(original, path, flip) })),
    ...numbers.map((path) => ({ path, make: () => replaced(original, path, lower) })),
  ];
}

function scalarsOf(value: unknown, path: readonly Key[] = []): Key[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  if (Array.isArray(value)) return value.flatMap((item, index) => scalarsOf(item, [...path, index]));
  return Object.entries(value).flatMap(([key, member]) => scalarsOf(member, [...path, key]));
}

function replaced(value: unknown, [key, ...rest]: readonly Key[], change: Change): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === key ? replaced(item, rest, change) : item));
  }
  const members = value as Record<string, unknown>;
  return { ...members, [key]: replaced(members[key], rest, change) };
}

/** Another value of the same form where there is one, so that more than the form is put to the test. */
function flip(scalar: unknown): unknown {
  if (typeof scalar === 'number') return scalar + 1;
  const text = String(scalar);
  if (text === 'L') return 'R';
  if (text === 'R') return 'L';
  const place = text.endsWith('Z') ? text.length - 2 : text.length - 1;
  return `${text.slice(0, place)}${text[place] === '1' ? '2' : '1'}${text.slice(place + 1)}`;
}

const lower = (scalar: unknown): unknown => (typeof scalar === 'number' ? scalar - 1 : flip(scalar));

function valueAt(original: unknown, path: readonly Key[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<Key, unknown>)[key], original);
}

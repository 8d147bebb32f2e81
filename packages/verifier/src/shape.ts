/** True when a value has a form. */
export type Shape = (value: unknown) => boolean;

export const text =
  (pattern: RegExp): Shape =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

export const integer =
  (least: number, most: number = Number.MAX_SAFE_INTEGER): Shape =>
  (value) =>
    Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;

export const equal =
  (...known: readonly unknown[]): Shape =>
  (value) =>
    known.includes(value);

export const either =
  (...shapes: readonly Shape[]): Shape =>
  (value) =>
    shapes.some((shape) => shape(value));

export const list =
  (item: Shape, least = 0, most: number = Number.MAX_SAFE_INTEGER): Shape =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every(item);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Exactly these members: a name that nobody knows may say what nobody checks. */
export const record =
  (members: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape =>
  (value) =>
    isRecord(value) &&
    Object.keys(members).every((name) => Object.hasOwn(value, name)) &&
    Object.keys(value).every((name) => {
      const shape = Object.hasOwn(members, name) ? members[name] : optional[name];
      return shape !== undefined && Object.hasOwn({ ...optional, ...members }, name) && shape(value[name]);
    });

/** Any members whose name has this form. */
export const table =
  (name: Shape, member: Shape): Shape =>
  (value) =>
    isRecord(value) && Object.entries(value).every(([key, item]) => name(key) && member(item));

/** UTC with `Z`, a day that the calendar has. */
export const instant: Shape = (value) => {
  if (
    typeof value !== 'string' ||
    !/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?Z$/.test(value)
  ) {
    return false;
  }
  const timeMs = Date.parse(value);
  return Number.isFinite(timeMs) && new Date(timeMs).toISOString().startsWith(value.slice(0, 10));
};

/** The part of JSON Schema that a brief uses. */
export interface Shape {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly oneOf?: readonly Shape[];
}

/** What belongs at a path, or nothing when no such key exists. */
export function shapeAt(root: Shape, path: readonly (string | number)[]): Shape | undefined {
  return path.reduce<Shape | undefined>(
    (shape, key) => shape && (typeof key === 'number' ? shape.items : propertyOf(shape, key)),
    root,
  );
}

/** Keys that may be written at a path. */
export function keysAt(root: Shape, path: readonly (string | number)[]): string[] {
  const shape = shapeAt(root, path);
  return shape ? branchesOf(shape).flatMap(({ properties }) => Object.keys(properties ?? {})) : [];
}

/** Values that may be written, when only some may. */
export function choicesOf(shape: Shape): readonly string[] {
  if (shape.enum) return shape.enum.map(String);
  return shape.const === undefined ? [] : [String(shape.const)];
}

function propertyOf(shape: Shape, key: string): Shape | undefined {
  const [first, ...others] = branchesOf(shape).flatMap(({ properties }) =>
    properties && Object.hasOwn(properties, key) ? [properties[key] as Shape] : [],
  );
  if (!first || others.length === 0) return first;
  return { type: first.type ?? 'string', enum: [first, ...others].flatMap(choicesOf) };
}

const branchesOf = (shape: Shape): readonly Shape[] => shape.oneOf ?? [shape];

/** In the order in which they are made. */
export const checkIds = [
  ...(['shape', 'signature', 'anchors', 'timing', 'beacon', 'seed'] as const),
  ...(['slots', 'positions', 'leaves', 'paths', 'winners', 'audit'] as const),
];
export type CheckId = (typeof checkIds)[number];

/** One finding, with the numbers it rests on. */
export interface Check {
  readonly id: CheckId;
  readonly ok: boolean;
  readonly numbers: Readonly<Record<string, string | number>>;
}

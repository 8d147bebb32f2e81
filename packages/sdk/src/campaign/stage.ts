/** Part of a campaign's way, in order. */
export const stages = [
  'plan',
  'generate',
  'distribute',
  'participate',
  'draw',
  'notify',
  'analyze',
  'learn',
] as const;
export type Stage = (typeof stages)[number];

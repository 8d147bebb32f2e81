/** Part of a campaign's way, in order. */
export type Stage =
  | 'plan'
  | 'generate'
  | 'distribute'
  | 'participate'
  | 'draw'
  | 'notify'
  | 'claim'
  | 'analyze'
  | 'learn';

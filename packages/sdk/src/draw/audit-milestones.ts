import type { Json } from '../runs/json.js';
import type { Milestone } from '../schema/audit.js';

const milestones: Readonly<Record<string, Milestone>> = {
  COMMIT: 'commitment',
  DRAW: 'draw',
  NOTICES: 'notices',
  VOID: 'void',
  ERASE: 'erasure',
};

/** As what a head is signed at once upon this record; undefined for one that can wait for the next head. */
export function milestoneOf(record: Json): Milestone | undefined {
  const isObject = typeof record === 'object' && record !== null && 'type' in record;
  return isObject ? milestones[String(record['type'])] : undefined;
}

import type { Creative } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';

/** Why the plan's words stand where a model was to write. */
export function unwrittenWhy(
  { provider, code = '', why, rules = [] }: NonNullable<Creative['unwritten']>,
  { modelName, planning }: Messages,
): string {
  const reason = why === undefined ? (planning.modelFailure[code] ?? code) : planning.why[why];
  const broken = rules.length > 0 ? ` (${rules.join(', ')})` : '';
  return `${modelName[provider] ?? provider}: ${reason}${broken}`;
}

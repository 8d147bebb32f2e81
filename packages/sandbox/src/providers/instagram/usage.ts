import { Refusal, type SandboxResponse } from '../../response.js';
import { graphErrors, toGraphError } from './graph-error.js';

/** How much of the hour's calls is used up, as told by a sandbox word. */
export interface UsageMeter {
  set(percent: number, at: Date): void;
  /** Adds the headers in which Meta tells it. */
  mark(response: SandboxResponse, at: Date): SandboxResponse;
  /** Refuses every call while nothing is left. */
  requireRoom(at: Date): void;
}

const hourMs = 3_600_000;
const usualPercent = 1;

export function createUsageMeter(accountId: string): UsageMeter {
  let told = { percent: usualPercent, untilMs: 0 };

  const percentAt = (at: Date) => (at.getTime() < told.untilMs ? told.percent : usualPercent);
  const toHeaders = (at: Date): Record<string, string> => {
    const percent = percentAt(at);
    const minutes = percent >= 100 ? Math.ceil((told.untilMs - at.getTime()) / 60_000) : 0;
    const figures = { call_count: percent, total_cputime: 1, total_time: 1 };
    const row = { type: 'instagram', ...figures, estimated_time_to_regain_access: minutes };
    return {
      'x-app-usage': JSON.stringify(figures),
      'x-business-use-case-usage': JSON.stringify({ [accountId]: [row] }),
    };
  };
  const mark = (response: SandboxResponse, at: Date): SandboxResponse => ({
    ...response,
    headers: { ...response.headers, ...toHeaders(at) },
  });

  return {
    set(percent, at) {
      told = { percent, untilMs: at.getTime() + hourMs };
    },
    mark,
    requireRoom(at) {
      if (percentAt(at) >= 100) {
        throw new Refusal(mark(toGraphError(graphErrors.callLimit, 403), at));
      }
    },
  };
}

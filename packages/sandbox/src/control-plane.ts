import type { VirtualClock } from './clock.js';
import { type FaultBook, parseFaultScript } from './faults/fault-book.js';
import { isRecord, type JsonRecord } from './json.js';
import type { SandboxRequest } from './provider.js';
import { isProviderName } from './provider-name.js';
import type { Publication } from './publication.js';
import type { Recorder } from './recorder.js';
import { readContentType, readJsonBody } from './request-body.js';
import { jsonResponse, type SandboxResponse } from './response.js';

export interface ControlDeps {
  readonly clock: VirtualClock;
  readonly faults: FaultBook;
  readonly faultsEnabled: boolean;
  readonly recorder: Recorder;
  readonly publications: () => readonly Publication[];
  /** Tells the journal that the clock was moved. */
  readonly keepClock: () => void;
  readonly reset: () => void;
}

type Answer = (deps: ControlDeps, request: SandboxRequest, body: JsonRecord) => SandboxResponse;

const badRequest = (reason: string): SandboxResponse => jsonResponse(400, { error: reason });

const clockState = ({ clock }: ControlDeps): SandboxResponse =>
  jsonResponse(200, { now: clock.now().toISOString(), offsetMs: clock.offsetMs() });

const moveClock: Answer = (deps, _request, { advanceMs, now }) => {
  if (typeof advanceMs === 'number' && Number.isFinite(advanceMs) && advanceMs >= 0) {
    deps.clock.advanceMs(advanceMs);
  } else if (typeof now === 'string' && !Number.isNaN(Date.parse(now))) {
    deps.clock.setNow(new Date(now));
  } else {
    return badRequest('send {"advanceMs": a number from 0} or {"now": an ISO 8601 instant}');
  }
  deps.keepClock();
  return clockState(deps);
};

const addFault: Answer = ({ faults, faultsEnabled }, _request, body) => {
  if (!faultsEnabled) {
    return jsonResponse(403, { error: 'this sandbox was opened without faults' });
  }
  try {
    faults.add(parseFaultScript(body));
  } catch (error) {
    return badRequest(error instanceof Error ? error.message : 'unreadable script');
  }
  return jsonResponse(201, { faults: faults.list() });
};

const listRequests: Answer = ({ recorder }, { query }) => {
  const provider = query.get('provider') ?? undefined;
  if (provider !== undefined && !isProviderName(provider)) {
    return badRequest(`no stand-in named ${provider}`);
  }
  return jsonResponse(200, { requests: recorder.list(provider) });
};

const answers: Readonly<Record<string, Answer>> = {
  'GET /clock': (deps) => clockState(deps),
  'POST /clock': moveClock,
  'GET /faults': ({ faults }) => jsonResponse(200, { faults: faults.list() }),
  'POST /faults': addFault,
  'DELETE /faults': ({ faults }) => {
    faults.clear();
    return jsonResponse(200, { faults: [] });
  },
  'POST /reset': ({ reset }) => {
    reset();
    return jsonResponse(200, { reset: true });
  },
  'GET /requests': listRequests,
  'GET /state': ({ clock, publications }) =>
    jsonResponse(200, { now: clock.now().toISOString(), publications: publications() }),
};

/** Answers under `/__sandbox/`: clock, faults, reset, requests, state. */
export function answerControl(deps: ControlDeps, request: SandboxRequest): SandboxResponse {
  const answer = answers[`${request.method} ${request.path}`];
  if (!answer) {
    return jsonResponse(404, { error: 'unknown control' });
  }
  if (request.body.length === 0) {
    return answer(deps, request, {});
  }
  const body = readJsonBody(request);
  return isRecord(body) && readContentType(request) === 'application/json'
    ? answer(deps, request, body)
    : badRequest('send a JSON object as application/json');
}

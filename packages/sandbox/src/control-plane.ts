import type { VirtualClock } from './clock.js';
import type { FaultBook } from './faults/fault-book.js';
import { parseFaultScript } from './faults/parse-fault-script.js';
import { loopPath, loopResponse } from './faults/redirect-loop.js';
import { isRecord, type JsonRecord } from './json.js';
import type { SandboxRequest } from './provider.js';
import { isProviderName, providerNames } from './provider-name.js';
import type { Publication } from './publication.js';
import type { Recorder } from './recorder.js';
import { readContentType, readJsonBody } from './request-body.js';
import { jsonResponse, type SandboxResponse } from './response.js';
import type { Shown } from './shown.js';

export interface ControlDeps {
  readonly clock: VirtualClock;
  readonly faults: FaultBook;
  readonly faultsEnabled: boolean;
  readonly recorder: Recorder;
  readonly publications: () => readonly Publication[];
  readonly shown: () => readonly Shown[];
  /** Tells the journal that the clock was moved. */
  readonly keepClock: () => void;
  readonly reset: () => void;
}

type Answer = (deps: ControlDeps, request: SandboxRequest, body: JsonRecord) => SandboxResponse;

/** 400 with the reason in words. */
export function badRequest(reason: unknown): SandboxResponse {
  return jsonResponse(400, { error: reason instanceof Error ? reason.message : String(reason) });
}

const clockState = ({ clock }: ControlDeps): SandboxResponse =>
  jsonResponse(200, { now: clock.now().toISOString(), offsetMs: clock.offsetMs() });

const moveClock: Answer = (deps, _request, { advanceMs, now, ...rest }) => {
  const isOne = (advanceMs === undefined) !== (now === undefined) && Object.keys(rest).length === 0;
  if (isOne && typeof advanceMs === 'number' && Number.isFinite(advanceMs) && advanceMs >= 0) {
    deps.clock.advanceMs(advanceMs);
  } else if (isOne && typeof now === 'string' && !Number.isNaN(Date.parse(now))) {
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
    return badRequest(error);
  }
  return jsonResponse(201, { faults: faults.list() });
};

const listRequests: Answer = ({ recorder }, { query }) => {
  const provider = query.get('provider') ?? undefined;
  if (provider !== undefined && !isProviderName(provider)) {
    return badRequest(`no stand-in named ${provider}; there are ${providerNames.join(', ')}`);
  }
  return jsonResponse(200, { requests: recorder.list(provider) });
};

const showState: Answer = ({ clock, faults, publications, recorder, shown }) =>
  jsonResponse(200, {
    now: clock.now().toISOString(),
    publications: publications(),
    shown: shown(),
    faults: faults.list(),
    requests: recorder.list().length,
  });

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
  'GET /state': showState,
  'GET /shown': ({ shown }) => jsonResponse(200, { shown: shown() }),
};

/** Answers under `/__sandbox/`: clock, faults, reset, requests, state, shown. */
export function answerControl(deps: ControlDeps, request: SandboxRequest): SandboxResponse {
  if (request.path === loopPath) {
    return loopResponse();
  }
  const answer = answers[`${request.method} ${request.path}`];
  if (!answer) {
    return jsonResponse(404, { error: `unknown control; there are ${Object.keys(answers).join(', ')}` });
  }
  if (request.body.length === 0) {
    return answer(deps, request, {});
  }
  const body = readJsonBody(request);
  return isRecord(body) && readContentType(request) === 'application/json'
    ? answer(deps, request, body)
    : badRequest('send a JSON object as application/json');
}

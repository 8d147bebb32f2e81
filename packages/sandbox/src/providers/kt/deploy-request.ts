import { isRecord, type JsonRecord, listAt, recordAt, textAt } from '../../json.js';
import { type ProblemError, problemResponse } from '../../problem.js';
import type { AcceptedRequest } from '../../provider.js';
import { readContentType, readJsonBody } from '../../request-body.js';
import { Refusal } from '../../response.js';
import { isCalendarDay, toSeoulDay } from '../../seoul-time.js';
import { checkCreative, isKtChannel, type KtChannel } from './creative-spec.js';
import { type RejectReason, rejectReasons } from './deployment.js';
import { type CreativeFacts, toCreativeFacts } from './probe-creative.js';

export interface DeployRequest {
  readonly channel: KtChannel;
  readonly reference: string | undefined;
  readonly startDate: string;
  readonly endDate: string;
  readonly rejection: RejectReason | undefined;
  /** What will be seen or heard. */
  readonly text: string;
  /** SHA-256 of the file that was fetched, if there was one. */
  readonly media: readonly string[];
}

/** A region of this code has no slot left. */
const fullRegion = '0000000000';

function checkAdvertiser(body: JsonRecord): readonly ProblemError[] {
  const advertiser = recordAt(body, 'advertiser');
  const isNumbered = /^\d{10}$/.test(textAt(advertiser, 'businessNo') ?? '');
  return [
    ...(isNumbered ? [] : [{ field: 'advertiser.businessNo', message: 'must be 10 digits' }]),
    ...(textAt(advertiser, 'name') ? [] : [{ field: 'advertiser.name', message: 'is required' }]),
  ];
}

function checkSchedule(body: JsonRecord, now: Date): readonly ProblemError[] {
  const schedule = recordAt(body, 'schedule');
  const start = textAt(schedule, 'startDate') ?? '';
  const end = textAt(schedule, 'endDate') ?? '';
  if (!isCalendarDay(start) || !isCalendarDay(end)) {
    return [{ field: 'schedule', message: 'needs startDate and endDate as YYYY-MM-DD' }];
  }
  const isAhead = start <= end && end >= toSeoulDay(now);
  return isAhead ? [] : [{ field: 'schedule.endDate', message: 'must not lie before startDate or today' }];
}

function checkTargeting(body: JsonRecord, channel: KtChannel): readonly ProblemError[] {
  const regions = listAt(recordAt(body, 'targeting'), 'regionCodes');
  const areCodes = regions.every((code) => /^\d{10}$/.test(String(code)));
  const isNeeded = channel !== 'RINGO_BIZ';
  return areCodes && (regions.length > 0 || !isNeeded)
    ? []
    : [{ field: 'targeting.regionCodes', message: 'must be legal district codes of 10 digits' }];
}

function checkCallback({ callbackUrl }: JsonRecord): readonly ProblemError[] {
  const isAddress = typeof callbackUrl === 'string' && /^https?:\/\/\S+$/.test(callbackUrl);
  return callbackUrl === undefined || isAddress
    ? []
    : [{ field: 'callbackUrl', message: 'must be an http(s) address' }];
}

/**
 * The review fails on `SANDBOX_REJECT_<REASON>` anywhere in the order, then on a file that breaks the specification or
 * cannot be fetched (`CREATIVE_SPEC`), and passes everything else.
 */
function foreseeRejection(body: JsonRecord, { fault }: CreativeFacts): RejectReason | undefined {
  const text = JSON.stringify(body);
  const marked = rejectReasons.find((reason) => text.includes(`SANDBOX_REJECT_${reason}`));
  return marked ?? (fault === undefined ? undefined : 'CREATIVE_SPEC');
}

function readBody(request: AcceptedRequest): JsonRecord {
  if (readContentType(request) !== 'application/json') {
    throw new Refusal(problemResponse(415, 'content-type', 'Send application/json'));
  }
  const body = readJsonBody(request);
  if (!isRecord(body)) {
    throw new Refusal(problemResponse(400, 'malformed', 'The body is not a JSON object'));
  }
  return body;
}

/** Reads an order, or refuses it with every fault it has. */
export function readDeployRequest(request: AcceptedRequest): DeployRequest {
  const body = readBody(request);
  const { channel } = body;
  if (!isKtChannel(channel)) {
    const errors = [{ field: 'channel', message: 'is unknown' }];
    throw new Refusal(problemResponse(422, 'invalid-order', 'The order cannot be taken', errors));
  }
  const errors = [
    ...checkAdvertiser(body),
    ...checkCreative(channel, body['creative']),
    ...checkTargeting(body, channel),
    ...checkSchedule(body, request.at),
    ...checkCallback(body),
  ];
  if (errors.length > 0) {
    throw new Refusal(problemResponse(422, 'invalid-order', 'The order cannot be taken', errors));
  }
  if (listAt(recordAt(body, 'targeting'), 'regionCodes').includes(fullRegion)) {
    throw new Refusal(problemResponse(409, 'region-full', 'The region is sold out for these days'));
  }
  return toDeployRequest(body, channel, toCreativeFacts(request.facts));
}

function toDeployRequest(body: JsonRecord, channel: KtChannel, facts: CreativeFacts): DeployRequest {
  const schedule = recordAt(body, 'schedule');
  const creative = recordAt(body, 'creative');
  return {
    channel,
    reference: textAt(body, 'reference'),
    startDate: textAt(schedule, 'startDate') ?? '',
    endDate: textAt(schedule, 'endDate') ?? '',
    rejection: foreseeRejection(body, facts),
    text: textAt(creative, 'script') ?? textAt(creative, 'text') ?? '',
    media: facts.sha256 === undefined ? [] : [facts.sha256],
  };
}

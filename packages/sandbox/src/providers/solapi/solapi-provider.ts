import { credentials } from '../../credentials.js';
import { isRecord, type JsonRecord, textAt } from '../../json.js';
import type { AcceptedRequest, Provider } from '../../provider.js';
import { readContentType, readJsonBody } from '../../request-body.js';
import { jsonResponse, type SandboxResponse } from '../../response.js';
import { dispatch, type Route } from '../../routes.js';
import type { World } from '../../world.js';
import { createDesk, type Desk } from './desk.js';
import { type SolapiGroup, toGroupView } from './group.js';
import { createKoreanByteCounter } from './korean-bytes.js';
import { answerList } from './list-query.js';
import { isRegistered, toMessageView } from './message.js';
import { readMessages } from './read-messages.js';
import { toShown } from './shown-messages.js';
import { checkSignature } from './signature.js';
import { refuseSolapi, refuseValidation, toSolapiError } from './solapi-error.js';
import { templates } from './templates.js';
import { answerUpload } from './upload.js';

function readSendBody(request: AcceptedRequest): JsonRecord {
  const body = readJsonBody(request);
  return isRecord(body) && readContentType(request) === 'application/json'
    ? body
    : refuseValidation('the body is not a JSON object');
}

function readSendsAt(body: JsonRecord, at: Date): Date {
  const booked = textAt(body, 'scheduledDate');
  if (booked === undefined) {
    return at;
  }
  const sendsAt = new Date(booked);
  return Number.isNaN(sendsAt.getTime()) ? refuseValidation('scheduledDate is not a date') : sendsAt;
}

function toSendAnswer(group: SolapiGroup, isListed: boolean, at: Date): JsonRecord {
  const views = (isWanted: boolean) =>
    group.messages
      .filter((message) => isRegistered(message) === isWanted)
      .map((message) => toMessageView(message, at));
  return {
    failedMessageList: views(false),
    groupInfo: toGroupView(group, at),
    ...(isListed ? { messageList: views(true) } : {}),
  };
}

function createSendAnswer(desk: Desk): (request: AcceptedRequest) => SandboxResponse {
  const countBytes = createKoreanByteCounter();
  return (request) => {
    const body = readSendBody(request);
    const { at } = request;
    const sendsAt = readSendsAt(body, at);
    const allowDuplicates = body['allowDuplicates'] === true;
    const group = desk.send(readMessages(body, countBytes), { at, sendsAt, allowDuplicates });
    return jsonResponse(200, toSendAnswer(group, body['showMessageList'] === true, at));
  };
}

function createRoutes(world: World, desk: Desk): readonly Route[] {
  const find = (id = '') =>
    desk.findGroup(id) ?? refuseSolapi(404, 'ResourceNotFound', 'There is no such group');

  const cancel = ({ at }: AcceptedRequest, [groupId]: readonly string[]): SandboxResponse => {
    const group = find(groupId);
    if (at >= group.sendsAt || group.cancelledAt) {
      refuseValidation('the group is not booked any more');
    }
    return jsonResponse(200, toGroupView(desk.cancel(group, at), at));
  };
  const channel = {
    pfId: credentials.solapi.SOLAPI_PFID,
    searchId: '@sandbox',
    channelName: '샌드박스 매장',
  };
  const approved = templates.map((template) => ({ ...template, pfId: channel.pfId, status: 'APPROVED' }));

  return [
    { method: 'POST', path: /^\/messages\/v4\/send-many\/detail$/, handle: createSendAnswer(desk) },
    {
      method: 'GET',
      path: /^\/messages\/v4\/list$/,
      handle: ({ query, at }) => jsonResponse(200, answerList(desk.listMessages(), query, at)),
    },
    {
      method: 'GET',
      path: /^\/messages\/v4\/groups\/(\w+)$/,
      handle: ({ at }, [groupId]) => jsonResponse(200, toGroupView(find(groupId), at)),
    },
    { method: 'DELETE', path: /^\/messages\/v4\/groups\/(\w+)\/schedule$/, handle: cancel },
    {
      method: 'GET',
      path: /^\/cash\/v1\/balance$/,
      handle: () => jsonResponse(200, { balance: desk.balanceKrw(), point: 0 }),
    },
    { method: 'POST', path: /^\/storage\/v1\/files$/, handle: (request) => answerUpload(world, request) },
    {
      method: 'GET',
      path: /^\/kakao\/v2\/channels$/,
      handle: () => jsonResponse(200, { channelList: [channel] }),
    },
    {
      method: 'GET',
      path: /^\/kakao\/v2\/templates$/,
      handle: () => jsonResponse(200, { templateList: approved }),
    },
  ];
}

/** SMS, AlimTalk and brand messages. A signature is good for one request, a read included. */
export function createSolapiProvider(world: World): Provider {
  const usedSignatures = new Set<string>();
  const desk = createDesk(world);
  const routes = createRoutes(world, desk);

  return {
    name: 'solapi',
    authenticate: checkSignature,
    changesState: () => true,
    handle(request) {
      if (usedSignatures.has(request.principal)) {
        refuseSolapi(403, 'DuplicatedSignature', 'The signature was used before');
      }
      usedSignatures.add(request.principal);
      return dispatch(routes, request, () => toSolapiError(404, 'NotFound', 'There is no such resource'));
    },
    shown: (at) => toShown(desk.listMessages(), at),
    toErrorResponse: (status, reason) =>
      toSolapiError(status, status === 429 ? 'TooManyRequests' : 'InternalError', reason),
  };
}

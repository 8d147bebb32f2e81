import { type Endpoint, parseEndpoint } from './endpoint.js';
import { type Read, readGroup } from './environment.js';
import { AuthError } from './errors/index.js';
import type { NoticeKind } from './schema/notice.js';

/** Addresses of the real services, for when the environment names none. Read 2026-11-20. */
const defaults = {
  solapi: 'https://api.solapi.com',
  nhn: 'https://kakaotalk-bizmessage.api.nhncloudservice.com',
} as const;

/** Who carries messages to phones. */
export interface MessageSettings {
  readonly solapi?: Endpoint & {
    readonly apiKey: string;
    readonly apiSecret: string;
    readonly sender: string;
    readonly pfId?: string | undefined;
    /** Ids of approved AlimTalk templates; without one its notice goes out as a text message. */
    readonly templates: Readonly<Partial<Record<NoticeKind, string>>>;
  };
  readonly nhn?: Endpoint & {
    readonly appkey: string;
    readonly secretKey: string;
    readonly senderKey: string;
  };
}

export function readMessageSettings(read: Read): MessageSettings {
  return { ...readSolapi(read), ...readNhn(read) };
}

function readSolapi(read: Read): Pick<MessageSettings, 'solapi'> {
  const group = readGroup(read, 'Solapi', ['SOLAPI_API_KEY', 'SOLAPI_API_SECRET', 'SOLAPI_SENDER']);
  if (!group) return {};
  return {
    solapi: {
      ...parseEndpoint(read('SOLAPI_BASE_URL') ?? defaults.solapi, 'SOLAPI_BASE_URL'),
      apiKey: group('SOLAPI_API_KEY'),
      apiSecret: group('SOLAPI_API_SECRET'),
      sender: group('SOLAPI_SENDER'),
      pfId: read('SOLAPI_PFID'),
      templates: readTemplates(read),
    },
  };
}

/** Which variable names which approved template. */
export const templateVariables: Readonly<Record<NoticeKind, string>> = {
  winner: 'SOLAPI_TEMPLATE_WINNER',
  reminder: 'SOLAPI_TEMPLATE_REMINDER',
  void: 'SOLAPI_TEMPLATE_VOID',
};

/** A template belongs to a channel. */
function readTemplates(read: Read): Partial<Record<NoticeKind, string>> {
  const named = Object.entries(templateVariables).map(([kind, variable]) => [kind, read(variable)]);
  const templates = Object.fromEntries(named.filter(([, id]) => id !== undefined));
  if (Object.keys(templates).length > 0 && read('SOLAPI_PFID') === undefined)
    throw new AuthError('AUTH_001', { provider: 'Solapi', variables: 'SOLAPI_PFID' });
  return templates;
}

function readNhn(read: Read): Pick<MessageSettings, 'nhn'> {
  const group = readGroup(read, 'NHN Cloud', ['NHN_KAKAO_APPKEY', 'NHN_KAKAO_SECRET_KEY', 'NHN_SENDER_KEY']);
  if (!group) return {};
  return {
    nhn: {
      ...parseEndpoint(read('NHN_KAKAO_BASE_URL') ?? defaults.nhn, 'NHN_KAKAO_BASE_URL'),
      appkey: group('NHN_KAKAO_APPKEY'),
      secretKey: group('NHN_KAKAO_SECRET_KEY'),
      senderKey: group('NHN_SENDER_KEY'),
    },
  };
}

import { type Endpoint, parseEndpoint } from './endpoint.js';
import { type Read, readGroup } from './environment.js';
import { AuthError, UserError } from './errors/index.js';
import type { NoticeKind } from './schema/notice.js';

/** Addresses of the real services, for when the environment names none. Read 2026-11-20. */
const defaults = {
  solapi: 'https://api.solapi.com',
  nhn: 'https://kakaotalk-bizmessage.api.nhncloudservice.com',
  nhnSms: 'https://sms.api.nhncloudservice.com',
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
  /** Notices to people through NHN Cloud. */
  readonly nhnMessages?: Endpoint & {
    readonly appkey: string;
    readonly secretKey: string;
    readonly sendNo: string;
    /** Codes of approved AlimTalk templates; without one its notice goes out as a text message. */
    readonly templates: Readonly<Partial<Record<NoticeKind, string>>>;
  };
  /** Who carries notices where both could. */
  readonly messenger?: 'solapi' | 'nhn' | undefined;
}

export function readMessageSettings(read: Read): MessageSettings {
  const settings = { ...readSolapi(read), ...readNhn(read), ...readNhnMessages(read) };
  return { ...settings, ...readMessenger(read, settings) };
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

type TemplateVariables = Readonly<Record<NoticeKind, string>>;

/** Which variable names which approved template, by the messenger. */
export const templateVariables = {
  solapi: {
    winner: 'SOLAPI_TEMPLATE_WINNER',
    reminder: 'SOLAPI_TEMPLATE_REMINDER',
    void: 'SOLAPI_TEMPLATE_VOID',
  },
  nhn: { winner: 'NHN_TEMPLATE_WINNER', reminder: 'NHN_TEMPLATE_REMINDER', void: 'NHN_TEMPLATE_VOID' },
} as const satisfies Readonly<Record<string, TemplateVariables>>;

function templatesIn(read: Read, variables: TemplateVariables): Partial<Record<NoticeKind, string>> {
  const named = Object.entries(variables).map(([kind, variable]) => [kind, read(variable)]);
  return Object.fromEntries(named.filter(([, id]) => id !== undefined));
}

/** A template belongs to a channel. */
function readTemplates(read: Read): Partial<Record<NoticeKind, string>> {
  const templates = templatesIn(read, templateVariables.solapi);
  if (Object.keys(templates).length > 0 && read('SOLAPI_PFID') === undefined)
    throw new AuthError('AUTH_001', { provider: 'Solapi', variables: 'SOLAPI_PFID' });
  return templates;
}

/** AlimTalk goes by the profile that brand messages go by; where KakaoTalk fails, a text message follows. */
function readNhnMessages(read: Read): Pick<MessageSettings, 'nhnMessages'> {
  const provider = 'NHN Cloud SMS';
  const names = ['NHN_SMS_APPKEY', 'NHN_SMS_SECRET_KEY', 'NHN_SMS_SEND_NO'] as const;
  const group = readGroup(read, provider, names);
  const templates = templatesIn(read, templateVariables.nhn);
  const isTemplated = Object.keys(templates).length > 0;
  if (isTemplated && read('NHN_SENDER_KEY') === undefined)
    throw new AuthError('AUTH_001', { provider: 'NHN Cloud', variables: 'NHN_SENDER_KEY' });
  if (isTemplated && !group) throw new AuthError('AUTH_001', { provider, variables: names.join(', ') });
  if (!group) return {};
  return {
    nhnMessages: {
      ...parseEndpoint(read('NHN_SMS_BASE_URL') ?? defaults.nhnSms, 'NHN_SMS_BASE_URL'),
      appkey: group('NHN_SMS_APPKEY'),
      secretKey: group('NHN_SMS_SECRET_KEY'),
      sendNo: group('NHN_SMS_SEND_NO'),
      templates,
    },
  };
}

/** @throws UserError `USER_001` for a name that nobody has; AuthError `AUTH_001` for one without its keys */
function readMessenger(read: Read, settings: MessageSettings): Pick<MessageSettings, 'messenger'> {
  const variable = 'KT_EVENT_MESSENGER';
  const name = read(variable);
  if (name === undefined) return {};
  if (name !== 'solapi' && name !== 'nhn') {
    const message = { ko: 'solapi 또는 nhn이어야 합니다', en: 'must be solapi or nhn' };
    throw new UserError('USER_001', { what: variable }, { issues: [{ path: [variable], message }] });
  }
  if (name === 'solapi' && !settings.solapi)
    throw new AuthError('AUTH_001', { provider: 'Solapi', variables: 'SOLAPI_API_KEY' });
  if (name === 'nhn' && !settings.nhnMessages)
    throw new AuthError('AUTH_001', { provider: 'NHN Cloud SMS', variables: 'NHN_SMS_APPKEY' });
  return { messenger: name };
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

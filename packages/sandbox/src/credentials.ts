import type { ProviderName } from './provider-name.js';

/**
 * The only credentials the stand-ins accept, named as the environment variables of the adapters.
 * They open nothing outside this process. The service key holds `+`, `/` and `=` on purpose:
 * a client that encodes it twice or not at all is refused, as by the real gateway.
 */
export const credentials = {
  anthropic: { ANTHROPIC_API_KEY: 'sandbox-anthropic-key' },
  openai: { OPENAI_API_KEY: 'sandbox-openai-key' },
  sdwebui: { SD_WEBUI_USER: 'sandbox', SD_WEBUI_PASSWORD: 'sandbox-webui-password' },
  stability: { STABILITY_API_KEY: 'sandbox-stability-key' },
  runway: { RUNWAYML_API_SECRET: 'sandbox-runway-secret' },
  veo: { GEMINI_API_KEY: 'sandbox-gemini-key' },
  instagram: {
    IG_ACCESS_TOKEN: 'sandbox-instagram-token',
    IG_USER_ID: '17841400000000001',
    IG_APP_ID: '100000000000001',
    IG_APP_SECRET: 'sandbox-instagram-app-secret',
  },
  naver_blog: { BLOG_ENDPOINT_TOKEN: 'sandbox-blog-token' },
  naver: {
    NAVER_HUB_KEY_ID: 'sandbox-hub-id',
    NAVER_HUB_KEY: 'sandbox-hub-key',
    NAVER_CLIENT_ID: 'sandbox-legacy-id',
    NAVER_CLIENT_SECRET: 'sandbox-legacy-secret',
  },
  solapi: {
    SOLAPI_API_KEY: 'SANDBOXAPIKEY001',
    SOLAPI_API_SECRET: 'SANDBOXSECRET0000000000000000001',
    SOLAPI_SENDER: '0212345678',
    SOLAPI_PFID: 'KA01PF000000000000000000000SANDBOX',
    SOLAPI_TEMPLATE_WINNER: 'KA01TP000000000000000000000WINNER',
    SOLAPI_TEMPLATE_REMINDER: 'KA01TP0000000000000000000REMINDER',
    SOLAPI_TEMPLATE_VOID: 'KA01TP00000000000000000000000VOID',
    SOLAPI_TEMPLATE_ENTRY: 'KA01TP0000000000000000000000ENTRY',
  },
  nhn: {
    NHN_KAKAO_APPKEY: 'sandboxNhnAppkey',
    NHN_KAKAO_SECRET_KEY: 'sandbox-nhn-secret',
    NHN_SENDER_KEY: '0000000000000000000000000000000000SANDBX',
    NHN_SMS_APPKEY: 'sandboxNhnSmsAppkey',
    NHN_SMS_SECRET_KEY: 'sandbox-nhn-sms-secret',
    NHN_SMS_SEND_NO: '0212345678',
    NHN_TEMPLATE_WINNER: 'KTEVENT_WINNER',
    NHN_TEMPLATE_REMINDER: 'KTEVENT_REMINDER',
    NHN_TEMPLATE_VOID: 'KTEVENT_VOID',
  },
  kt: { KT_API_TOKEN: 'sandbox-kt-token' },
  clova: { NCP_CLOVA_VOICE_KEY_ID: 'sandbox-clova-id', NCP_CLOVA_VOICE_KEY: 'sandbox-clova-key' },
  nts: { DATA_GO_KR_SERVICE_KEY: 'sandbox+service/key==' },
  data_go_kr: { DATA_GO_KR_SERVICE_KEY: 'sandbox+service/key==' },
  drand: {},
  tsa: {},
  turnstile: {
    TURNSTILE_SITE_KEY: '0xSANDBOXSITEKEY',
    TURNSTILE_SECRET_KEY: '0xSANDBOX-turnstile-secret',
  },
} as const satisfies Record<ProviderName, Readonly<Record<string, string>>>;

const publicNames = /(_ID|_USER|_SITE_KEY|_SENDER|_SEND_NO|_PFID|_TEMPLATE_\w+)$/;

/** The values among them that must not be seen in a recorded request. */
export function listSecrets(): readonly string[] {
  return Object.values(credentials)
    .flatMap((set) => Object.entries<string>(set))
    .filter(([name]) => !publicNames.test(name))
    .map(([, value]) => value);
}

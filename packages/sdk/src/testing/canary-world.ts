import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSandbox, type ProviderName, type Sandbox } from '@kt-event/sandbox';
import { openClient } from '../client.js';
import { createGotHttp } from '../http/got-http.js';
import type { Http, HttpRequest } from '../http/http.js';
import type { KtEvent } from '../kt-event.js';
import type { Channel } from '../schema/primitives.js';
import { loadDriver } from '../store/sqlite/driver.js';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.js';
import type { Store } from '../store/store.js';
import { type Canaries, phoneCanaries } from './canaries.js';
import { secretsOf } from './canary-faults.js';
import { guests, inEveryForm, playThrough } from './canary-play.js';
import { listen } from './listen.js';
import { quickMakers } from './quick-makers.js';
import { openS3Server, type S3Server } from './s3-server.js';
import { aSmallBrief } from './small-brief.js';
import { answerMedia } from './square-jpeg.js';

export interface CanaryWorldOptions {
  /** Who hands the pictures out. @defaultValue our own server */
  readonly host?: 'local' | 's3';
  /** Who sends the brand messages. @defaultValue solapi */
  readonly dealer?: 'solapi' | 'nhn';
  /** @defaultValue six of them */
  readonly channels?: readonly Channel[];
  /** Makes the store wrong on purpose. */
  readonly spoil?: (store: Store) => Store;
  /** Makes the network wrong on purpose. */
  readonly network?: (folder: string) => Http;
}

/** A campaign among stand-ins, all of whose secrets are known. */
export interface CanaryWorld {
  readonly sandbox: Sandbox;
  readonly ktEvent: KtEvent;
  /** Everything that is ours on the disk: data, output, the journal of the stand-ins. */
  readonly folder: string;
  /** Every secret that there is by now, those that were made on the way included. */
  canaries(): Canaries;
  /** Everything that was said: events, errors in every form, answers. */
  said(): string;
  /** From the brief to the end, whatever fails on the way. @returns the state at the end */
  play(): Promise<string>;
  /** Copies the database as `VACUUM INTO` does. */
  backUp(): void;
  close(): Promise<void>;
}

const start = Date.parse('2026-11-23T10:00:00+09:00');
const friends = ['01055009001', '01055009002'];
const masterKey = Buffer.from('canary of 32 bytes, a master key');
const webhookSecrets = {
  SOLAPI_WEBHOOK_TOKEN: 'canary0solapi0webhook0token000001',
  NHN_WEBHOOK_SIGNATURE: 'canary-nhn-webhook-signature',
  KT_WEBHOOK_SECRET: 'whsec_Y2FuYXJ5IG9mIEtUIHdlYmhvb2tzLCAzMg==',
  BLOG_WEBHOOK_SECRET: 'whsec_Y2FuYXJ5IG9mIGJsb2cgd2ViaG9va3MsMzI=',
};
const s3 = {
  accessKeyId: 'AKIACANARY0000000001',
  secretAccessKey: 'canary/secret+access/key',
  region: 'kr-standard',
} as const;

/** Solapi without a channel of Kakao, and so without templates. */
export const noChannel = {
  SOLAPI_PFID: '',
  SOLAPI_TEMPLATE_WINNER: '',
  SOLAPI_TEMPLATE_REMINDER: '',
  SOLAPI_TEMPLATE_VOID: '',
};

/** A phone that a provider repeats in its answers. */
export const repeatedPhone = '010-5500-9001';

export async function openCanaryWorld(options: CanaryWorldOptions = {}): Promise<CanaryWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'kt-event-canaries-'));
  const data = join(folder, 'data');
  let nowMs = start;
  const now = () => new Date(nowMs);
  const sandbox = await openSandbox({ now, journalPath: join(folder, 'sandbox.jsonl') });
  const bucket = options.host === 's3' ? await openS3Server({ ...s3, bucket: 'events', now }) : undefined;
  const pictures = createServer(answerMedia);
  const publicUrl = await listen(pictures);
  const made = new Map<string, string>();
  const said: string[] = [];
  const hear = (what: unknown) => void said.push(inEveryForm(what));
  const ktEvent = await openClient(
    {
      folder: data,
      output: join(folder, 'out'),
      environment: environmentOf(sandbox, bucket, options),
      kakaoAudience: friends.map((phone) => `+82${phone.slice(1)}`),
      publicUrl: () => publicUrl,
      now,
      ...quickMakers(),
      async sleep(ms) {
        nowMs += ms;
      },
      http: listeningHttp(options.network?.(folder) ?? createGotHttp(), made),
    },
    async (settings) => (options.spoil ?? ((store) => store))(await openSqliteStore(settings)),
  );
  ktEvent.on(hear);

  return {
    sandbox,
    ktEvent,
    folder,
    canaries: () => ({ ...knownCanaries(sandbox), ...Object.fromEntries(made) }),
    said: () => said.join('\n'),
    play: () =>
      playThrough(ktEvent, aSmallBrief(options.channels && { channels: options.channels }), hear, (at) => {
        nowMs = Math.max(nowMs, at.getTime());
      }),
    backUp() {
      const database = new (loadDriver())(join(data, 'kt-event.db'), { readonly: true });
      database.prepare('VACUUM INTO ?').run(join(folder, 'backup.db'));
      database.close();
    },
    async close() {
      await ktEvent.close();
      await Promise.all([sandbox.close(), bucket?.close(), closeServer(pictures)]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function environmentOf(sandbox: Sandbox, bucket: S3Server | undefined, { dealer }: CanaryWorldOptions) {
  return {
    ...sandbox.environment(),
    ...webhookSecrets,
    KT_EVENT_MASTER_KEY: masterKey.toString('base64'),
    ...(dealer === 'nhn' && noChannel),
    ...(bucket && {
      S3_ENDPOINT: bucket.url,
      S3_REGION: s3.region,
      S3_BUCKET: 'events',
      S3_ACCESS_KEY_ID: s3.accessKeyId,
      S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
    }),
  };
}

/** Every secret that is there before anything happens. */
export function knownCanaries(sandbox: Sandbox): Canaries {
  const providers = Object.keys(sandbox.credentials) as ProviderName[];
  const phones = [...friends, ...guests.map(({ phone }) => phone)].map((phone, no) =>
    phoneCanaries(`phone ${no}`, phone),
  );
  return Object.assign(
    {
      ...webhookSecrets,
      'master key': masterKey,
      'S3 secret key': s3.secretAccessKey,
      'S3 key id': s3.accessKeyId,
    },
    ...providers.map((provider) => secretsOf(sandbox, provider)),
    ...phones,
    Object.fromEntries(guests.map(({ name }, no) => [`name ${no}`, name])),
  );
}

/** Signatures of addresses and of requests, and tokens that were renewed. */
const madeSecrets = /(?:[?&]sig|X-Amz-Signature|signature)=([\w-]{32,})|"access_token":\s*"([^"]{6,})"/gi;

/** Takes down the secrets that are made on the way. */
function listeningHttp(network: Http, made: Map<string, string>): Http {
  const note = (text: string) => {
    for (const [, signature, token] of text.matchAll(madeSecrets)) {
      const secret = signature ?? token ?? '';
      if (![...made.values()].includes(secret))
        made.set(`${signature ? 'signature' : 'token'} ${made.size}`, secret);
    }
  };
  return async (request, signal) => {
    note(wireOf(request));
    const answer = await network(request, signal);
    note(new TextDecoder().decode(answer.bytes.subarray(0, 10_000)));
    return answer;
  };
}

function wireOf({ url, headers, query, json, form }: HttpRequest): string {
  const text = JSON.stringify({ url, headers, query, json, form });
  return `${text}\n${new URLSearchParams(query)}`;
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

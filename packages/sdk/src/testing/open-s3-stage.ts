import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGotHttp } from '../http/got-http.js';
import { createLocalMedia } from '../providers/local-media/local-media.js';
import type { MediaHost } from '../providers/media-host.js';
import { createS3Host, type S3HostOptions } from '../providers/s3/s3-host.js';
import { createPolicy } from '../resilience/create-policy.js';
import { policyDefaults } from '../resilience/policy-defaults.js';
import type { Creative } from '../schema/creative.js';
import { openS3Server, type S3Server, type S3ServerOptions } from './s3-server.js';
import { squareJpeg } from './square-jpeg.js';

export const s3Credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'a/secret+key',
  region: 'kr-standard',
} as const;

/** When the clock of a stage starts. */
export const s3Start = new Date('2026-12-01T03:00:00.000Z');

const sha256 = createHash('sha256').update(squareJpeg).digest('hex');

/** Where {@link aPicture} goes in the bucket. */
export const pictureKey = `latte1/instagram-square-${sha256.slice(0, 16)}.jpg`;

export function aPicture(over: Partial<Creative> = {}): Creative {
  return {
    id: 'instagram-square',
    kind: 'image',
    channel: 'instagram',
    path: 'square.JPG',
    mediaType: 'image/jpeg',
    bytes: squareJpeg.length,
    sha256,
    text: '라떼',
    hashtags: [],
    mode: 'local',
    madeBy: 'template',
    dropped: [],
    ...over,
  };
}

/** A bucket on loopback, a campaign with one picture, and hosts that retry as in earnest but wait for nothing. */
export interface S3Stage {
  readonly server: S3Server;
  readonly campaign: { readonly slug: string; readonly mediaVersion: number; readonly folder: string };
  /** How long each retry would have waited. */
  readonly waitsMs: readonly number[];
  now(): Date;
  pass(ms: number): void;
  host(over?: Partial<S3HostOptions>): MediaHost;
  /** The picture, by {@link host}. */
  upload(over?: Partial<S3HostOptions>): Promise<void>;
  /** Of the server's log. */
  puts(): string[];
}

export async function openS3Stage(folder: string, over: Partial<S3ServerOptions> = {}): Promise<S3Stage> {
  let now = s3Start;
  const waitsMs: number[] = [];
  const server = await openS3Server({ ...s3Credentials, bucket: 'events', now: () => now, ...over });
  writeFileSync(join(folder, 'square.JPG'), squareJpeg);
  const campaign = { slug: 'latte1', mediaVersion: 1, folder };
  const sleep = async (ms: number) => void waitsMs.push(ms);
  const host: S3Stage['host'] = (over = {}) =>
    createS3Host({
      ...s3Credentials,
      baseUrl: server.url,
      bucket: 'events',
      mode: 'sandbox',
      http: createGotHttp(),
      policy: createPolicy({ name: 's3', ...policyDefaults.upload, random: () => 1, sleep }),
      readFile: (folder, path) => createLocalMedia({ folder, newId: () => 'x' }).read(path),
      now: () => now,
      ...over,
    });

  return {
    server,
    campaign,
    waitsMs,
    now: () => now,
    pass(ms) {
      now = new Date(now.getTime() + ms);
    },
    host,
    upload: async (over) => host(over).upload?.(campaign, aPicture()),
    puts: () => server.log.filter((line) => line.startsWith('PUT')),
  };
}

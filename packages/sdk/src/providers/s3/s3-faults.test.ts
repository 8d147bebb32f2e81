import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KtEventError } from '../../errors/index.js';
import { requireOk } from '../../http/require-ok.js';
import { createPolicy } from '../../resilience/create-policy.js';
import { policyDefaults } from '../../resilience/policy-defaults.js';
import { openS3Stage, type S3Stage, s3Credentials, s3Start } from '../../testing/open-s3-stage.js';
import { s3Error } from '../../testing/s3-server.js';
import { temporaryFolders } from '../../testing/temporary-folders.js';
import type { S3HostOptions } from './s3-host.js';

const newFolder = temporaryFolders();

let stage: S3Stage;
beforeEach(async () => {
  stage = await openS3Stage(newFolder());
});
afterEach(() => stage.server.close());

async function failure(attempt: Promise<unknown>): Promise<KtEventError> {
  const error = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!KtEventError.is(error)) throw new Error(`no error of ours: ${inspect(error)}`);
  return error;
}

describe('an upload under faults', () => {
  const slowDown = { kind: 'answer', status: 503, body: s3Error('SlowDown') } as const;

  it('goes on after two times 503, with growing waits', async () => {
    stage.server.fail('PUT', slowDown, 2);
    await stage.upload();

    expect(stage.puts().map((line) => line.slice(-3))).toEqual(['503', '503', '200']);
    expect(stage.waitsMs).toEqual([500, 1_000]);
  });

  it.each(['reset', 'acceptThenReset'] as const)(
    'goes on after a connection that was cut: %s',
    async (kind) => {
      stage.server.fail('GET', { kind });
      stage.server.fail('PUT', { kind });
      await stage.upload();

      expect(stage.server.objects.size).toBe(1);
    },
  );

  it('gives up after three retries, and can be made later', async () => {
    stage.server.fail('PUT', slowDown, 4);

    await expect(stage.upload()).rejects.toMatchObject({ code: 'PROVIDER_002' });
    expect(stage.puts()).toHaveLength(4);
    expect(stage.waitsMs).toEqual([500, 1_000, 2_000]);
    await stage.upload();
    expect(stage.server.objects.size).toBe(1);
  });

  it('waits as long as it is told to, and signs anew for then', async () => {
    stage.server.fail('PUT', { ...slowDown, retryAfter: '840' });
    const policy = createPolicy({
      name: 's3',
      ...policyDefaults.upload,
      random: () => 0,
      async sleep(ms) {
        stage.pass(ms + 120_000);
      },
    });
    await stage.upload({ policy });

    expect(stage.now().getTime() - s3Start.getTime()).toBe(960_000);
    expect(stage.server.objects.size).toBe(1);
  });

  it('says that nothing was sent when nobody listens', async () => {
    await stage.server.close();
    const error = await failure(stage.upload());

    expect([error.code, error.spec.outcome]).toEqual(['PROVIDER_005', 'not_sent']);
  });

  it.each<[string, number, string, string]>([
    ['SignatureDoesNotMatch', 403, 'AUTH_002', '403 SignatureDoesNotMatch'],
    ['AccessDenied', 403, 'AUTH_002', '403 AccessDenied'],
    ['ExpiredToken', 400, 'AUTH_002', '400 ExpiredToken'],
    ['RequestTimeTooSkewed', 403, 'AUTH_002', '403 RequestTimeTooSkewed'],
    ['NoSuchBucket', 404, 'PROVIDER_001', 'there is no such bucket (NoSuchBucket)'],
    ['AuthorizationHeaderMalformed', 400, 'PROVIDER_001', 'in another region'],
    ['EntityTooLarge', 400, 'PROVIDER_001', 'HTTP 400 EntityTooLarge'],
    ['SlowDown', 503, 'PROVIDER_002', '503 SlowDown'],
    ['OperationAborted', 409, 'PROVIDER_002', '409 OperationAborted'],
    ['RequestTimeout', 400, 'PROVIDER_006', '400 RequestTimeout'],
    ['InternalError', 500, 'PROVIDER_006', 'HTTP 500'],
  ])('classes %s (%i) as %s', async (code, status, expected, words) => {
    stage.server.fail('PUT', { kind: 'answer', status, body: s3Error(code) }, 9);
    const error = await failure(stage.upload());

    expect(error.code).toBe(expected);
    expect(error.message).toContain(words);
  });

  it.each([
    ['no XML', 'bad gateway'],
    ['XML that is cut off', '<Error><Code>Slow'],
    ['nothing', ''],
  ])('goes by the status with %s', async (_what, body) => {
    stage.server.fail('PUT', { kind: 'answer', status: 502, body }, 9);

    await expect(stage.upload()).rejects.toMatchObject({ code: 'PROVIDER_006' });
  });
});

describe('an upload with what the server does not take', () => {
  it.each<[string, Partial<S3HostOptions>, string]>([
    ['another secret', { secretAccessKey: 'wrong' }, 'AUTH_002'],
    ['another key', { accessKeyId: 'AKIDOTHER' }, 'AUTH_002'],
    ['a clock an hour off', { now: () => new Date(s3Start.getTime() + 3_600_000) }, 'AUTH_002'],
    ['another region', { region: 'us-east-1' }, 'PROVIDER_001'],
    ['another bucket', { bucket: 'other' }, 'PROVIDER_001'],
  ])('is refused: %s', async (_what, over, code) => {
    await expect(stage.upload(over)).rejects.toMatchObject({ code });
    expect(stage.waitsMs).toEqual([]);
  });

  it('keeps keys and signatures out of the error, its causes and its JSON', async () => {
    const answer = (code: string) =>
      s3Error(code, `${s3Credentials.secretAccessKey} AWS4 X-Amz-Signature=abc`);
    for (const code of ['AccessDenied', 'NoSuchBucket', 'SlowDown', 'Strange']) {
      stage.server.fail('PUT', { kind: 'answer', status: 400, body: answer(code) }, 9);
      const error = await failure(stage.upload({ sessionToken: 'a-token' }));
      const told = inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error);

      expect(told).not.toMatch(/a\/secret|Signature|AWS4|AKID|a-token/);
    }
  });
});

it('would notice an answer that was classed by its status alone', async () => {
  const answer = { status: 400, headers: {}, bytes: Buffer.from(s3Error('ExpiredToken')) };
  stage.server.fail('PUT', { kind: 'answer', status: 400, body: s3Error('ExpiredToken') });
  const byStatus = await failure(Promise.resolve(answer).then((given) => requireOk(given, 's3')));

  expect((await failure(stage.upload())).code).not.toBe(byStatus.code);
});

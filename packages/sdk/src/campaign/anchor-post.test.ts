import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyTranscript } from '../draw/verify-transcript.js';
import { type CampaignWorld, type Life, openCampaignWorld } from '../testing/campaign-world.js';
import { aSmallBrief } from '../testing/small-brief.js';

describe('a post that shows the commitment', () => {
  let world: CampaignWorld;
  let id: string;
  let life: Life;

  beforeAll(async () => {
    world = await openCampaignWorld();
    id = await world.make(aSmallBrief({ channels: ['instagram'] }));
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.rewind();
    life = await world.live();
  });
  afterEach(() => life.end());

  const commit = () => life.play(id, ({ draw }) => draw !== undefined);

  /** A person writes on the blog's stand-in; its editor takes a while. @returns the address that readers open */
  async function write(text: string): Promise<string> {
    const { baseUrls, credentials } = world.sandbox;
    const answer = await fetch(`${baseUrls.naver_blog}/posts`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${credentials.naver_blog.BLOG_ENDPOINT_TOKEN}`,
        'content-type': 'application/json',
        'idempotency-key': `"${createHash('sha256').update(text).digest('hex')}"`,
      },
      body: JSON.stringify({
        title: '추첨 약속',
        html: `<p>${text.replaceAll('\n', '<br>')}</p>`,
        plainText: text,
        tags: [],
        images: [],
        shareUrl: 'https://example.com/e/rain',
        reference: 'anchor-1',
      }),
    });
    const { postId } = (await answer.json()) as { postId: string };
    world.advanceTo(new Date(world.now().getTime() + 600_000));
    return `${baseUrls.naver_blog}/pages/${postId}`;
  }

  it('is read, kept with what was read, and stands in the transcript', async () => {
    await commit();
    const { text, hash, until } = await life.ktEvent.anchorText(id);
    const url = await write(text);
    const anchor = await life.ktEvent.anchorPost(id, url);
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());

    expect(until).toBe('2026-12-04T03:00:00.000Z');
    expect(anchor).toEqual({
      kind: 'post',
      where: `sandbox: ${url}`,
      fingerprint: hash.slice(0, 16),
      at: world.now().toISOString(),
      page_sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(await life.ktEvent.anchors(id)).toContainEqual(anchor);
    const { draw } = await life.play(id);
    expect(draw?.transcript?.anchors).toContainEqual(anchor);
    expect(verifyTranscript(draw?.transcript)).toMatchObject({ valid: true });
  });

  it('counts once, as it was first seen', async () => {
    await commit();
    const url = await write((await life.ktEvent.anchorText(id)).text);
    const first = await life.ktEvent.anchorPost(id, url);
    world.advanceTo(new Date(world.now().getTime() + 60_000));

    expect(await life.ktEvent.anchorPost(id, url)).toEqual(first);
    expect((await life.ktEvent.anchors(id)).filter(({ kind }) => kind === 'post')).toHaveLength(1);
  });

  it('must show the whole hash: a part of it, or another, is nothing', async () => {
    await commit();
    const { hash } = await life.ktEvent.anchorText(id);
    for (const said of [hash.slice(0, 16), hash.replace(/.$/, (last) => (last === '0' ? '1' : '0'))]) {
      const url = await write(`약속 지문: ${said}`);
      await expect(life.ktEvent.anchorPost(id, url)).rejects.toMatchObject({ code: 'USER_095' });
    }
    expect((await life.ktEvent.anchors(id)).filter(({ kind }) => kind === 'post')).toEqual([]);
  });

  it('comes after the commitment and before the randomness', async () => {
    await expect(life.ktEvent.anchorText(id)).rejects.toMatchObject({ code: 'USER_002' });
    await commit();
    const url = await write((await life.ktEvent.anchorText(id)).text);
    world.advanceTo(new Date('2026-12-04T03:00:00Z'));

    await expect(life.ktEvent.anchorPost(id, url)).rejects.toMatchObject({ code: 'USER_096' });
    await expect(life.ktEvent.anchorText(id)).rejects.toMatchObject({ code: 'USER_096' });
  });

  it('is read nowhere but in public, and not for a draw that is void', async () => {
    await commit();
    for (const url of ['http://store.example/1', 'https://169.254.169.254/latest', 'https://127.0.0.1/1'])
      await expect(life.ktEvent.anchorPost(id, url)).rejects.toMatchObject({ code: 'USER_043' });
    await life.ktEvent.voidDraw(id, { reason: 'rules_broken', words: '알린 규칙과 다르게 진행했습니다' });

    await expect(life.ktEvent.anchorText(id)).rejects.toMatchObject({ code: 'USER_092' });
  });

  it('waits for randomness that does not come, and after seven days says what only a person can do', async () => {
    await commit();
    world.sandbox.addFault({ provider: 'drand', fault: { kind: 'status', code: 404 }, times: 100_000 });
    world.advanceTo(new Date('2026-12-04T03:00:01Z'));
    const reason = { reason: 'randomness_missing', words: '약속한 난수가 나오지 않았습니다' } as const;
    const { run: early } = await life.step(id);
    await expect(life.ktEvent.voidDraw(id, reason)).rejects.toMatchObject({ code: 'USER_093' });
    world.advanceTo(new Date('2026-12-11T03:00:00Z'));
    const { run: late } = await life.step(id);

    expect([early?.waitingFor, early?.error?.code]).not.toContain('USER_094');
    expect([late?.waitingFor, late?.error?.code]).toEqual(['draw:randomness', 'USER_094']);
    const nextDrawAt = '2026-12-24T12:00:00+09:00';
    const { record } = await life.ktEvent.voidDraw(id, { ...reason, nextDrawAt });
    expect(record).toMatchObject({ reason: 'randomness_missing', next_draw: { type: 'drand' } });
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifyTranscript } from '../draw/verify-transcript.js';
import { oneCampaign } from '../testing/one-campaign.js';
import { aSmallBrief } from '../testing/small-brief.js';

describe('a post that shows the commitment', () => {
  const stage = oneCampaign(aSmallBrief({ channels: ['instagram'] }));

  const commit = () => stage.life.play(stage.id, ({ draw }) => draw !== undefined);

  /** A person writes on the blog's stand-in; its editor takes a while. @returns the address that readers open */
  async function write(text: string): Promise<string> {
    const { baseUrls, credentials } = stage.world.sandbox;
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
    stage.world.advanceTo(new Date(stage.world.now().getTime() + 600_000));
    return `${baseUrls.naver_blog}/pages/${postId}`;
  }

  it('is read, kept with what was read, and stands in the transcript', async () => {
    await commit();
    const { text, hash, until } = await stage.life.ktEvent.anchorText(stage.id);
    const url = await write(text);
    const anchor = await stage.life.ktEvent.anchorPost(stage.id, url);
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());

    expect(until).toBe('2026-12-04T03:00:00.000Z');
    expect(anchor).toEqual({
      kind: 'post',
      where: `sandbox: ${url}`,
      fingerprint: hash.slice(0, 16),
      at: stage.world.now().toISOString(),
      page_sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(await stage.life.ktEvent.anchors(stage.id)).toContainEqual(anchor);
    const { draw } = await stage.life.play(stage.id);
    expect(draw?.transcript?.anchors).toContainEqual(anchor);
    expect(verifyTranscript(draw?.transcript)).toMatchObject({ valid: true });
  });

  it('counts once, as it was first seen', async () => {
    await commit();
    const url = await write((await stage.life.ktEvent.anchorText(stage.id)).text);
    const first = await stage.life.ktEvent.anchorPost(stage.id, url);
    stage.world.advanceTo(new Date(stage.world.now().getTime() + 60_000));

    expect(await stage.life.ktEvent.anchorPost(stage.id, url)).toEqual(first);
    expect((await stage.life.ktEvent.anchors(stage.id)).filter(({ kind }) => kind === 'post')).toHaveLength(
      1,
    );
  });

  it('must show the whole hash: a part of it, or another, is nothing', async () => {
    await commit();
    const { hash } = await stage.life.ktEvent.anchorText(stage.id);
    for (const said of [hash.slice(0, 16), hash.replace(/.$/, (last) => (last === '0' ? '1' : '0'))]) {
      const url = await write(`약속 지문: ${said}`);
      await expect(stage.life.ktEvent.anchorPost(stage.id, url)).rejects.toMatchObject({ code: 'USER_095' });
    }
    expect((await stage.life.ktEvent.anchors(stage.id)).filter(({ kind }) => kind === 'post')).toEqual([]);
  });

  it('comes after the commitment and before the randomness', async () => {
    await expect(stage.life.ktEvent.anchorText(stage.id)).rejects.toMatchObject({ code: 'USER_002' });
    await commit();
    const url = await write((await stage.life.ktEvent.anchorText(stage.id)).text);
    stage.world.advanceTo(new Date('2026-12-04T03:00:00Z'));

    await expect(stage.life.ktEvent.anchorPost(stage.id, url)).rejects.toMatchObject({ code: 'USER_096' });
    await expect(stage.life.ktEvent.anchorText(stage.id)).rejects.toMatchObject({ code: 'USER_096' });
  });

  it('is read nowhere but in public, and not for a draw that is void', async () => {
    await commit();
    for (const url of ['http://store.example/1', 'https://169.254.169.254/latest', 'https://127.0.0.1/1'])
      await expect(stage.life.ktEvent.anchorPost(stage.id, url)).rejects.toMatchObject({ code: 'USER_043' });
    await stage.life.ktEvent.voidDraw(stage.id, {
      reason: 'rules_broken',
      words: '알린 규칙과 다르게 진행했습니다',
    });

    await expect(stage.life.ktEvent.anchorText(stage.id)).rejects.toMatchObject({ code: 'USER_092' });
  });

  it('waits for randomness that does not come, and after seven days says what only a person can do', async () => {
    await commit();
    stage.world.sandbox.addFault({ provider: 'drand', fault: { kind: 'status', code: 404 }, times: 100_000 });
    stage.world.advanceTo(new Date('2026-12-04T03:00:01Z'));
    const reason = { reason: 'randomness_missing', words: '약속한 난수가 나오지 않았습니다' } as const;
    const { run: early } = await stage.life.step(stage.id);
    await expect(stage.life.ktEvent.voidDraw(stage.id, reason)).rejects.toMatchObject({ code: 'USER_093' });
    stage.world.advanceTo(new Date('2026-12-11T03:00:00Z'));
    const { run: late } = await stage.life.step(stage.id);

    expect([early?.waitingFor, early?.error?.code]).not.toContain('USER_094');
    expect([late?.waitingFor, late?.error?.code]).toEqual(['draw:randomness', 'USER_094']);
    const nextDrawAt = '2026-12-24T12:00:00+09:00';
    const { record } = await stage.life.ktEvent.voidDraw(stage.id, { ...reason, nextDrawAt });
    expect(record).toMatchObject({ reason: 'randomness_missing', next_draw: { type: 'drand' } });
  });
});

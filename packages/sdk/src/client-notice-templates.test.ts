import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSandbox, type Sandbox } from '@kt-event/sandbox';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createKtEvent } from './client.js';
import type { NoticeTemplate } from './winning.js';

let sandbox: Sandbox;
let folder: string;
beforeEach(async () => {
  sandbox = await openSandbox({ now: () => new Date() });
  folder = await mkdtemp(join(tmpdir(), 'kt-event-templates-'));
});
afterEach(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

async function templates(environment: Record<string, string>, check = false): Promise<NoticeTemplate[]> {
  const ktEvent = await createKtEvent({ folder, output: join(folder, 'out'), environment });
  try {
    return await ktEvent.noticeTemplates({ check });
  } finally {
    await ktEvent.close();
  }
}

it('are kept by the dealer to the character', async () => {
  expect(await templates(sandbox.environment(), true)).toMatchObject([
    { kind: 'winner', sentAs: 'alimtalk', kept: 'same' },
    { kind: 'reminder', sentAs: 'alimtalk', kept: 'same' },
    { kind: 'void', sentAs: 'alimtalk', kept: 'same' },
  ]);
});

it('are those of NHN Cloud where it was chosen, or where Solapi has no keys', async () => {
  const environment = sandbox.environment();
  const kept = Object.entries(environment).filter(([name]) => !name.startsWith('SOLAPI_'));
  const ours = [
    { kind: 'winner', variable: 'NHN_TEMPLATE_WINNER', sentAs: 'alimtalk', kept: 'same' },
    { kind: 'reminder', variable: 'NHN_TEMPLATE_REMINDER', sentAs: 'alimtalk', kept: 'same' },
    { kind: 'void', variable: 'NHN_TEMPLATE_VOID', sentAs: 'alimtalk', kept: 'same' },
  ];

  expect(await templates({ ...environment, KT_EVENT_MESSENGER: 'nhn' }, true)).toMatchObject(ours);
  expect(await templates(Object.fromEntries(kept), true)).toMatchObject(ours);
});

it('are seen to differ, and to be unknown, before a winner would get something else', async () => {
  const { SOLAPI_TEMPLATE_ENTRY = '' } = sandbox.credentials.solapi as Record<string, string>;
  const wrong = { SOLAPI_TEMPLATE_WINNER: SOLAPI_TEMPLATE_ENTRY, SOLAPI_TEMPLATE_REMINDER: 'KA01TP_NOBODY' };

  expect(await templates({ ...sandbox.environment(), ...wrong }, true)).toMatchObject([
    { kept: 'differs', differsAt: 1 },
    { kept: 'unknown' },
    { kept: 'same' },
  ]);
});

it('say how each notice goes out: as a text message without a template, to nobody without a messenger', async () => {
  const none = { SOLAPI_TEMPLATE_WINNER: '', SOLAPI_TEMPLATE_REMINDER: '', SOLAPI_TEMPLATE_VOID: '' };
  const plain = { ...sandbox.environment(), ...none };

  expect((await templates(plain)).map(({ sentAs }) => sentAs)).toEqual(['text', 'text', 'text']);
  expect((await templates({})).map(({ sentAs }) => sentAs)).toEqual(['none', 'none', 'none']);
});

it('hold the sentence why they may be sent, and no word that promotes', async () => {
  for (const { text } of await templates({})) {
    expect(text.split('\n').at(-1)).toMatch(/^※ 고객님이 참여하신 이벤트.* 안내입니다\.$/);
    expect(text).not.toMatch(/할인|특가|무료|쿠폰|광고/);
  }
});

it.each(['winners.md', 'winners.ko.md'])('stand in docs/%s as they are', async (name) => {
  const docs = await readFile(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');

  for (const { text } of await templates({})) expect(docs).toContain(`\`\`\`\n${text}\n\`\`\``);
});

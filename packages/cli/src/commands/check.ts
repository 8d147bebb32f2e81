import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Brief, type Channel, channelSchema, dayOf, UserError } from '@kt-event/sdk';
import { placeFindings } from '../campaign-file/place-findings.js';
import { withCampaignFile } from '../campaign-file/with-campaign-file.js';
import type { CommandContext } from '../context.js';
import { type Checked, checkView } from '../views/check-view.js';
import { toSarif } from '../views/sarif.js';

export interface CheckFlags {
  readonly asOf?: string;
  readonly format?: 'text' | 'json' | 'sarif';
  readonly failOn?: 'error' | 'warn' | 'info' | 'never';
  /** `channel=file`, any number of them. */
  readonly text?: readonly string[];
}

/** Findings are data; what must be met makes the exit code 2. */
export async function check(context: CommandContext, file: string, flags: CheckFlags): Promise<void> {
  const { output, messages, cwd } = context;
  const checked = await withCampaignFile(resolve(cwd, file), (brief, text) =>
    output.task(messages.tasks.check, () => judge(context, { file, brief, text }, flags)),
  );
  if (flags.format === 'sarif') output.result(toSarif(checked.findings, messages), toJson);
  else output.result(checked, flags.format === 'json' ? toJson : checkView);
  if (isRefused(checked, flags.failOn)) context.exitWith(2);
}

const toJson = (value: unknown): string => JSON.stringify(value, null, 2);

interface Judged {
  readonly file: string;
  readonly brief: Brief;
  /** Of the file. */
  readonly text: string;
}

async function judge(
  { ktEvent: open, cwd, signal, now }: CommandContext,
  { file, brief, text }: Judged,
  { asOf, text: given = [] }: CheckFlags,
): Promise<Checked> {
  const ktEvent = await open();
  const textFiles = textFilesOf(given, brief);
  const texts = await readTexts(cwd, textFiles);
  const findings = await ktEvent.check(brief, { ...(asOf && { asOf }), ...(given.length > 0 && { texts }) });
  return {
    file,
    asOf: asOf ?? dayOf(now()),
    findings: placeFindings(findings, { text, file, brief, textFiles }),
    business: await ktEvent.checkBusiness(brief, { signal }),
  };
}

type TextFiles = Readonly<Partial<Record<Channel, string>>>;

function textFilesOf(given: readonly string[], { channels }: Brief): TextFiles {
  return Object.fromEntries(
    given.map((pair) => {
      const [channel = '', ...rest] = pair.split('=');
      const path = rest.join('=');
      const known = channelSchema.safeParse(channel).data;
      if (known && channels.includes(known) && path) return [known, path];
      throw new UserError('USER_001', { what: '--text' }, { issues: [wrongText(pair, channels)] });
    }),
  );
}

function wrongText(pair: string, channels: readonly Channel[]) {
  const example = `${channels[0]}=post.txt`;
  return {
    path: [],
    message: { ko: `"${pair}"은(는) 채널=파일이 아닙니다`, en: `"${pair}" is not channel=file` },
    fix: {
      ko: `예: --text ${example}. 이 이벤트의 채널: ${channels.join(', ')}`,
      en: `For example --text ${example}. Channels of this campaign: ${channels.join(', ')}`,
    },
  };
}

async function readTexts(cwd: string, files: TextFiles): Promise<Partial<Record<Channel, string>>> {
  const read = Object.entries(files).map(async ([channel, path]) => [channel, await readText(cwd, path)]);
  return Object.fromEntries(await Promise.all(read));
}

async function readText(cwd: string, path: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, path), 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unreadable';
    throw new UserError('USER_016', { path, reason }, { cause });
  }
}

const gravity = ['error', 'warn', 'info'] as const;

/** A store that has closed down can run no event, whatever the rules of events say. */
function isRefused({ findings, business }: Checked, failOn: CheckFlags['failOn'] = 'error'): boolean {
  if (failOn === 'never') return false;
  const refused = gravity.slice(0, gravity.indexOf(failOn) + 1);
  return business.status === 'closed' || findings.some(({ severity }) => refused.includes(severity));
}

import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  type Brief,
  type Campaign,
  type Creative,
  type Finding,
  type KtEvent,
  StoreError,
  UserError,
} from '@kt-event/sdk';
import { withCampaignFile } from '../campaign-file/with-campaign-file.js';
import { findCampaign, isFile } from '../campaigns.js';
import type { CommandContext } from '../context.js';
import { type ContactSheet, toContactSheet } from '../preview/contact-sheet.js';
import { serveContactSheet } from '../preview/serve-contact-sheet.js';
import { writeContactSheet } from '../preview/write-contact-sheet.js';
import { bullet } from '../views/layout.js';

export interface PreviewFlags {
  /** `--no-open` */
  readonly open: boolean;
  readonly port?: number;
  /** A file that holds everything instead of a server. */
  readonly out?: string;
}

/** Shows what was made for a campaign, or what would be made from a file. */
export async function preview(
  context: CommandContext,
  fileOrCampaign: string | undefined,
  flags: PreviewFlags,
): Promise<void> {
  const ktEvent = await context.ktEvent();
  const path = resolve(context.cwd, fileOrCampaign ?? '');
  const sheet =
    fileOrCampaign !== undefined && (await isFile(path))
      ? await sketchSheet(context, ktEvent, path)
      : await campaignSheet(ktEvent, fileOrCampaign);
  if (flags.out === undefined) await show(context, sheet, flags);
  else await save(context, sheet, flags.out);
}

async function campaignSheet(ktEvent: KtEvent, name: string | undefined): Promise<ContactSheet> {
  const campaign = name === undefined ? await newest(ktEvent) : await findCampaign(ktEvent, name);
  const { brief, creatives, rehearsal, folder, state } = campaign;
  if (creatives.length === 0) throw new UserError('USER_008', { state, action: 'preview' });
  const findings = await findingsOf(ktEvent, { brief, creatives });
  const read = readFrom(folder);
  return toContactSheet({ title: brief.name, store: brief.store.name, rehearsal, creatives, findings, read });
}

async function newest(ktEvent: KtEvent): Promise<Campaign> {
  const made = (await ktEvent.list()).filter(({ creatives }) => creatives.length > 0);
  const [last] = made.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  if (last) return last;
  throw new UserError('USER_002', { what: 'campaign', id: '-' });
}

/** Drawn into a folder that is gone when the page is made. */
async function sketchSheet(
  { output, messages, signal }: CommandContext,
  ktEvent: KtEvent,
  path: string,
): Promise<ContactSheet> {
  const folder = await mkdtemp(join(tmpdir(), 'kt-event-preview-'));
  try {
    return await withCampaignFile(path, async (brief) => {
      const { creatives } = await output.task(messages.preview.drawing, () =>
        ktEvent.sketch(brief, { folder, signal }),
      );
      const findings = await findingsOf(ktEvent, { brief, creatives });
      const source = { title: brief.name, store: brief.store.name, rehearsal: false, creatives, findings };
      return toContactSheet({ ...source, read: readFrom(folder) });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The rules are asked about the very texts that are shown. */
function findingsOf(
  ktEvent: KtEvent,
  { brief, creatives }: { readonly brief: Brief; readonly creatives: readonly Creative[] },
): Promise<Finding[]> {
  const texts = creatives.filter(({ kind }) => kind === 'text');
  return ktEvent.check(brief, {
    texts: Object.fromEntries(texts.map(({ channel, text }) => [channel, text])),
  });
}

const readFrom = (folder: string) => (path: string) => readFile(join(folder, path)).catch(() => undefined); // shown as missing

async function show(context: CommandContext, sheet: ContactSheet, flags: PreviewFlags): Promise<void> {
  const { messages, output, signal, openAddress } = context;
  const token = randomBytes(16).toString('base64url');
  const { url, stopped } = await serveContactSheet(sheet, { messages, token, port: flags.port, signal });
  output.result({ url }, () => messages.serve.listening(url));
  output.note(messages.serve.stop);
  if (flags.open) openAddress(url);
  await stopped;
}

async function save(
  { messages, output, cwd }: CommandContext,
  sheet: ContactSheet,
  out: string,
): Promise<void> {
  const path = resolve(cwd, out);
  await writeFile(path, writeContactSheet(sheet, messages)).catch((cause: unknown) => {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unwritable';
    throw new StoreError('STORE_005', { reason }, { cause });
  });
  output.result({ path }, () => bullet('✔', messages.preview.saved(path)));
}

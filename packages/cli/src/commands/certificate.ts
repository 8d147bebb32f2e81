import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { StoreError } from '@kt-event/sdk';
import { findCampaign } from '../campaigns.js';
import type { CommandContext } from '../context.js';
import { bullet } from '../views/layout.js';

export interface CertificateFlags {
  readonly out: string;
}

/** The same draw is the same file, so one that is there already is written again. */
export async function saveCertificate(
  { cwd, ktEvent, output }: CommandContext,
  name: string,
  { out }: CertificateFlags,
): Promise<void> {
  const opened = await ktEvent();
  const { id } = await findCampaign(opened, name);
  const bytes = await opened.drawCertificate(id);
  const path = resolve(cwd, out);
  await writeFile(path, bytes).catch((cause: unknown) => {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unwritable';
    throw new StoreError('STORE_005', { reason }, { cause });
  });
  output.result({ campaignId: id, path }, (_value, { certificate }) => bullet('✔', certificate(path)));
}

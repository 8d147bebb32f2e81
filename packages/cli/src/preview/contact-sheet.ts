import { createHash } from 'node:crypto';
import { type Creative, channelLimits, type Finding } from '@kt-event/sdk';

/** Something that is wrong with one asset, or may be. */
export type AssetFault =
  | { readonly kind: 'missing' | 'changed' }
  | { readonly kind: 'too-large'; readonly most: number }
  | { readonly kind: 'too-long'; readonly most: number }
  | { readonly kind: 'dropped'; readonly letters: string };

/** One asset as it is shown. */
export interface Asset {
  readonly creative: Creative;
  /** Of its file; absent when that is not there any more. */
  readonly content: Uint8Array | undefined;
  readonly faults: readonly AssetFault[];
}

/** Everything of a campaign that was made, to be looked at on one page. */
export interface ContactSheet {
  readonly title: string;
  readonly store: string;
  readonly rehearsal: boolean;
  readonly assets: readonly Asset[];
  readonly findings: readonly Finding[];
}

export interface SheetSource extends Omit<ContactSheet, 'assets'> {
  readonly creatives: readonly Creative[];
  /** The bytes of a creative's file, or nothing. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
}

export async function toContactSheet({ creatives, read, ...sheet }: SheetSource): Promise<ContactSheet> {
  const assets = creatives.map(async (creative) => {
    const content = await read(creative.path);
    return { creative, content, faults: faultsOf(creative, content) };
  });
  return { ...sheet, assets: await Promise.all(assets) };
}

function faultsOf(creative: Creative, content: Uint8Array | undefined): AssetFault[] {
  const { sha256, bytes, mostBytes, dropped } = creative;
  if (!content) return [{ kind: 'missing' }];
  const faults: AssetFault[] = [];
  if (createHash('sha256').update(content).digest('hex') !== sha256) faults.push({ kind: 'changed' });
  if (mostBytes !== undefined && bytes > mostBytes) faults.push({ kind: 'too-large', most: mostBytes });
  const most = textLimit(creative);
  if (most !== undefined && lengthOf(creative.text) > most) faults.push({ kind: 'too-long', most });
  if (dropped.length > 0) faults.push({ kind: 'dropped', letters: dropped.join(' ') });
  return faults;
}

/** The most characters that the channel of a text takes. */
export function textLimit({ kind, channel }: Creative): number | undefined {
  return kind === 'text' && channel !== 'print' ? channelLimits[channel].text : undefined;
}

export const lengthOf = (text: string): number => Array.from(text).length;

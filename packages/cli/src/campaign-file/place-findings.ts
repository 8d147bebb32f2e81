import type { Brief, Finding } from '@kt-event/sdk';
import { parseDocument } from 'yaml';
import { yamlOptions } from './parse-campaign.js';
import { findPlace } from './place.js';
import { positionOf } from './position.js';

/** A finding with the place in a file that it is about. */
export type PlacedFinding = Finding & {
  readonly file: string;
  readonly line: number;
  readonly column: number;
};

export interface FindingSource {
  /** Text of the campaign file. */
  readonly text: string;
  readonly file: string;
  readonly brief: Brief;
  /** Files with words of somebody's own, by channel. */
  readonly textFiles: Readonly<Partial<Record<string, string>>>;
}

/**
 * Says of each finding where in the campaign file the node is that it is about: of words and pictures the channel they
 * are for, of what follows from others the one that decides. Words of a file of their own are found there.
 */
export function placeFindings(findings: readonly Finding[], source: FindingSource): PlacedFinding[] {
  const { text, file, brief, textFiles } = source;
  const document = parseDocument(text, yamlOptions);
  return findings.map((finding) => {
    const [group, channel = ''] = (finding.path ?? '').split('.');
    const own = group === 'copies' ? textFiles[channel] : undefined;
    if (own !== undefined) return { ...finding, file: own, line: 1, column: 1 };
    const { offset } = findPlace(document, yamlPath(finding.path ?? '', brief));
    return { ...finding, file, ...positionOf(text, offset) };
  });
}

function yamlPath(path: string, brief: Brief): readonly (string | number)[] {
  const [group = '', ...rest] = path.split('.');
  switch (group) {
    case 'copies':
    case 'creatives':
      return channelPath(rest[0] ?? '', brief);
    case 'messages':
    case 'texts':
      return channelPath('kakao_channel', brief);
    case 'schedule':
      return brief.entry.mechanic === 'lottery' ? ['draw', 'at'] : ['period', 'end'];
    case 'form':
    case 'entries':
      return ['entry'];
    case 'method':
      return ['objective'];
    case 'prizes':
      return brief.prizes ? [group, ...rest.map(toKey)] : ['concept'];
    default:
      return [group, ...rest].filter((key) => key !== '').map(toKey);
  }
}

function channelPath(channel: string, { channels }: Brief): (string | number)[] {
  const index = channels.map(String).indexOf(channel);
  return index < 0 ? ['channels'] : ['channels', index];
}

const toKey = (key: string): string | number => (/^\d+$/.test(key) ? Number(key) : key);

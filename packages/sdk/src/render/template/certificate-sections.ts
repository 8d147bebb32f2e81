import type { Palette } from '../palette.js';
import { type Block, card, emptyBlock, place, row, stack } from '../scene/block.js';
import { qrBlock, quietZone } from '../scene/qr-block.js';
import { type TextBlockOptions, textBlock } from '../scene/text-block.js';
import type { CertificateFact, CertificateInput } from './certificate-input.js';
import { mmPerPoint } from './points.js';

/** How one certificate is being set: its colours, its text scale and the width of its column in millimetres. */
export interface CertificateStyle {
  readonly palette: Palette;
  readonly scale: number;
  readonly width: number;
}

/** The least that prints well. */
const smallestPoints = 7;
const nameWidth = 32;
const qrSide = 36;

/** Text by its point size, as wide as the column. */
export function certificateText(
  value: string,
  { palette, scale, width }: CertificateStyle,
  points: number,
  options: Partial<TextBlockOptions> = {},
): Block {
  const size = Math.max(points * scale, smallestPoints) * mmPerPoint;
  return textBlock(value, {
    face: 'regular',
    fill: palette.ink,
    maxWidth: width,
    maxLines: 12,
    ...options,
    size,
    minSize: smallestPoints * mmPerPoint,
  });
}

export function certificateHead({ storeName, eventName }: CertificateInput, style: CertificateStyle): Block {
  const { palette } = style;
  return stack(
    [
      certificateText(storeName, style, 12, { fill: palette.muted, maxLines: 1 }),
      certificateText('추첨 증명서', style, 30, { face: 'bold', fill: palette.deep, lineHeight: 1.2 }),
      certificateText(eventName, style, 15, { face: 'bold', maxLines: 2 }),
    ],
    1,
  );
}

/** The fingerprint, large: it is what people compare. */
export function certificateFingerprint(fingerprint: string, style: CertificateStyle): Block {
  const inner = { ...style, width: style.width - 12 };
  const content = stack(
    [
      certificateText('약속 지문 — 추첨 전에 공개한 명단·경품·난수의 지문', inner, 9, {
        fill: style.palette.muted,
      }),
      certificateText(fingerprint, inner, 22, { face: 'bold', maxLines: 1, lineHeight: 1.25 }),
    ],
    0.5,
  );
  return card(content, {
    paddingX: 6,
    paddingY: 3,
    radius: 3,
    fill: style.palette.paper,
    width: style.width,
  });
}

export function certificateFacts(facts: readonly CertificateFact[], style: CertificateStyle): Block {
  return stack(
    facts.map((fact) => factRow(fact, style)),
    0.8,
  );
}

function factRow({ name, value }: CertificateFact, style: CertificateStyle): Block {
  const { palette, width } = style;
  const label = certificateText(name, { ...style, width: nameWidth - 2 }, 9.5, { fill: palette.muted });
  const words = certificateText(value, { ...style, width: width - nameWidth }, 9.5);
  if (words.height === 0) return emptyBlock;
  return {
    width,
    height: Math.max(label.height, words.height),
    items: [...place(label, 0, 0), ...place(words, nameWidth, 0)],
  };
}

/** What it proves, and as large what it does not. */
export function certificateMeaning(input: CertificateInput, style: CertificateStyle): Block {
  const part = (title: string, words: string) =>
    stack([certificateText(title, style, 10, { face: 'bold' }), certificateText(words, style, 9)], 0.3);
  return stack([part('증명하는 것', input.proves), part('증명하지 못하는 것', input.doesNotProve)], 2);
}

/** Where to check all of it: the paper is only a summary. */
export function certificateFoot({ url }: CertificateInput, style: CertificateStyle): Block {
  const width = style.width - qrSide - 5;
  const inner = { ...style, width };
  const words = stack(
    [
      certificateText('누구나 직접 확인할 수 있습니다', inner, 11, { face: 'bold' }),
      certificateText(
        '이 종이는 요약이고 증거가 아닙니다. 아래 주소에서 추첨 기록을 받아 다시 계산해 보세요.',
        inner,
        9,
      ),
      certificateText(url, inner, 9, { face: 'bold', fill: style.palette.deep }),
    ],
    1.2,
  );
  const code = qrBlock(url, qrSide, 0);
  // its dark edge stands where the lines above begin
  const aligned = { ...code, items: place(code, -quietZone(url, qrSide), 0) };
  return row([aligned, words], 5);
}

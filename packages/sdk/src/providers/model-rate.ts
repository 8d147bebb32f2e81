import type { ModelCatalogue, ModelRow } from './model-catalogue.js';

/** What a model's tokens cost, won a million. */
export interface ModelRate {
  readonly inputKrw: number;
  readonly outputKrw: number;
  /** Where both come from. */
  readonly source: string;
  readonly date: string;
}

export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

const million = 1_000_000;

export function rateOf(
  { usdPerMillionInput: input, usdPerMillionOutput: output, source, date }: ModelRow,
  { krwPerUsd }: Pick<ModelCatalogue, 'krwPerUsd'>,
): ModelRate {
  return {
    inputKrw: input * krwPerUsd.value,
    outputKrw: output * krwPerUsd.value,
    source: `토큰 100만 개에 입력 $${input}, 출력 $${output} (${source}) × ${krwPerUsd.value}원 (${krwPerUsd.date})`,
    date,
  };
}

/** Whole won, rounded up: the ledger keeps no fractions, and never too little. */
export function tokensKrw({ inputTokens, outputTokens }: TokenUsage, rate: ModelRate): number {
  return Math.ceil((inputTokens * rate.inputKrw + outputTokens * rate.outputKrw) / million);
}

/** No tokenizer makes more tokens of a text than it has bytes. */
export function mostTokensIn(text: string): number {
  return Buffer.byteLength(text);
}

import type { PlacedFinding } from '../campaign-file/place-findings.js';
import type { Messages } from '../messages/ko.js';

/** The parts of SARIF 2.1.0 that we write. Source: OASIS, Static Analysis Results Interchange Format 2.1.0. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly SarifRun[];
}

interface SarifRun {
  readonly tool: { readonly driver: SarifDriver };
  readonly columnKind: 'utf16CodeUnits';
  readonly results: readonly SarifResult[];
}

interface SarifDriver {
  readonly name: string;
  readonly informationUri?: string;
  readonly rules: readonly SarifRule[];
}

interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly properties: Readonly<Record<string, string>>;
}

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: 'error' | 'warning' | 'note';
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: { readonly startLine: number; readonly startColumn: number };
    };
  }[];
  readonly suppressions?: readonly {
    readonly kind: 'external';
    readonly status: 'accepted' | 'rejected';
    readonly justification: string;
  }[];
}

const levels = { error: 'error', warn: 'warning', info: 'note' } as const;

/** What code hosts and editors show beside the lines of a file. A waiver is a suppression with its reason. */
export function toSarif(findings: readonly PlacedFinding[], { language }: Messages): SarifLog {
  const rules = [...new Map(findings.map((finding) => [finding.ruleId, finding])).values()];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'kt-event',
            rules: rules.map(({ ruleId: id, message, source, status, since }) => ({
              id,
              shortDescription: { text: message[language] },
              properties: { source, status, ...(since && { since }) },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => ({
          ruleId: finding.ruleId,
          ruleIndex: rules.findIndex(({ ruleId }) => ruleId === finding.ruleId),
          level: levels[finding.severity],
          message: { text: finding.message[language] },
          locations: [{ physicalLocation: locationOf(finding) }],
          ...(finding.waiver && { suppressions: [suppressionOf(finding.waiver)] }),
        })),
      },
    ],
  };
}

function locationOf({ file, line, column }: PlacedFinding) {
  return {
    artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
    region: { startLine: line, startColumn: column },
  };
}

function suppressionOf({ accepted, reason, by, on }: NonNullable<PlacedFinding['waiver']>) {
  return {
    kind: 'external',
    status: accepted ? 'accepted' : 'rejected',
    justification: `${reason} (${by}, ${on})`,
  } as const;
}

import type { Finding } from '@kt-event/sdk';
import type { PlacedFinding } from '../campaign-file/place-findings.js';
import type { Messages } from '../messages/ko.js';
import { bullet, lines, parts } from './layout.js';

const marks = { error: '✖', warn: '!', info: '·' } as const;
const severities = ['error', 'warn', 'info'] as const;

/** The gravest first. */
export function findingsView(findings: readonly (Finding | PlacedFinding)[], messages: Messages): string {
  if (findings.length === 0) return bullet('✔', messages.findings.none);
  const sorted = severities.flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
  const [errors = 0, warnings = 0, notes = 0] = severities.map(
    (severity) => findings.filter((finding) => finding.severity === severity).length,
  );
  return parts(
    messages.findings.count(errors, warnings, notes),
    ...sorted.map((finding) => findingText(finding, messages)),
  );
}

function findingText(finding: Finding | PlacedFinding, messages: Messages): string {
  const { severity, ruleId, message, source, since, waiver } = finding;
  const place = placeOf(finding);
  return lines(
    bullet(
      marks[severity],
      `[${messages.severity[severity]}] ${message[messages.language]} (${ruleId}${place})`,
    ),
    bullet(' ', messages.findings.source(source, since)),
    waiver && bullet(' ', messages.findings.waived(waiver)),
  );
}

function placeOf(finding: Finding | PlacedFinding): string {
  if ('file' in finding) return ` — ${finding.file}:${finding.line}:${finding.column}`;
  return finding.path ? ` — ${finding.path}` : '';
}

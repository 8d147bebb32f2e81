import type { Finding } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { bullet, lines, parts } from './layout.js';

const marks = { error: '✖', warn: '!', info: '·' } as const;
const severities = ['error', 'warn', 'info'] as const;

/** The gravest first. */
export function findingsView(findings: readonly Finding[], messages: Messages): string {
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

function findingText(finding: Finding, messages: Messages): string {
  const { severity, ruleId, message, path, source, since } = finding;
  const place = path ? ` — ${path}` : '';
  return lines(
    bullet(
      marks[severity],
      `[${messages.severity[severity]}] ${message[messages.language]} (${ruleId}${place})`,
    ),
    bullet(' ', messages.findings.source(source, since)),
  );
}

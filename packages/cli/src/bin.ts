#!/usr/bin/env node
import { readFileSync } from 'node:fs';

// The version is asked for by scripts, often: it loads nothing else.
if (['--version', '-V'].includes(process.argv[2] ?? '')) {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  process.stdout.write(`${version}\n`);
} else {
  const { start } = await import('./start.js');
  process.exitCode = await start(process);
}

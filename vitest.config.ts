import { availableParallelism } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';

const sources = `${sep}src${sep}`;

/** A test stays where it was written; what it imports is what `tsc -b` made of it, which Node loads as customers' Nodes do. */
const compiled: Plugin = {
  name: 'compiled',
  enforce: 'pre',
  resolveId(wanted, importer) {
    if (!wanted.startsWith('.') || !importer?.includes(sources)) return undefined;
    return join(dirname(importer), wanted).replace(sources, `${sep}dist${sep}`);
  },
};

export default defineConfig({
  plugins: [compiled],
  test: {
    globalSetup: fileURLToPath(new URL('scripts/compile.mjs', import.meta.url)),
    // Vitest leaves one core to itself; of two that is half, while most of a test waits for a disk, a socket or a browser.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: ['verifier', 'sdk', 'sandbox', 'server', 'cli'].map((name) => ({
      extends: true,
      test: {
        name,
        root: `packages/${name}`,
        include: ['src/**/*.test.ts'],
        server: { deps: { external: [/\/packages\/\w+\/dist\//] } },
        isolate: false,
        testTimeout: 120_000, // a hang, not a busy machine
        hookTimeout: 120_000,
        expect: { poll: { timeout: 60_000 } },
      },
    })),
  },
});

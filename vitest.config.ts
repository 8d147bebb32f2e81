import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const source = { conditions: ['@kt-event/source', 'node'] };

export default defineConfig({
  resolve: source,
  ssr: { resolve: source },
  test: {
    // Vitest leaves one core to itself; of two that is half, while most of a test waits for a disk, a socket or a browser.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: ['verifier', 'sdk', 'sandbox', 'server', 'cli'].map((name) => ({
      extends: true,
      test: {
        name,
        root: `packages/${name}`,
        include: ['src/**/*.test.ts'],
        testTimeout: 30_000,
        hookTimeout: 60_000,
      },
    })),
  },
});

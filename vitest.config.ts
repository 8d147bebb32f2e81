import { defineConfig } from 'vitest/config';

const source = { conditions: ['@kt-event/source', 'node'] };

export default defineConfig({
  resolve: source,
  ssr: { resolve: source },
  test: {
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

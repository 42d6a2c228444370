import { defineConfig } from 'vitest/config'

const conditions = ['source', 'module', 'node', 'development|production']

/** What takes more than seconds or needs another program is named *.slow.test.ts and runs with `npm run test:slow`. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{scripts,packages,schemas,test}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.slow.test.ts'],
          testTimeout: 60_000, // ends a hang; no test is a measurement of time
        },
      },
      {
        extends: true,
        test: {
          name: 'slow',
          include: ['{scripts,packages,schemas,test}/**/*.slow.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 900_000,
          hookTimeout: 900_000,
          fileParallelism: false,
        },
      },
    ],
  },
})

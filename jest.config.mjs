export default {
  rootDir: '.',
  testMatch: ['<rootDir>/{cli,dashboard,gateway,platform,sample,schema,subgraphs,test,bench}/**/*.test.{ts,tsx}'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'hono/jsx' } },
          target: 'es2022',
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  setupFiles: ['<rootDir>/test/support/own-server.mjs'],
  reporters: ['default', '<rootDir>/test/support/plain-reporter.mjs'],
  testEnvironment: 'node',
  // Both cores: the default leaves one to a watcher that is not there.
  maxWorkers: 2,
  // Modules of a suite stay in their worker's memory: after some hundred suites one ran out of it.
  workerIdleMemoryLimit: '1GB',
  // A worker that has ended well still gives back a gigabyte of modules: half a second, as is the default, is too short for
  // it on a busy machine, and who ran the suites was told of a leak that is none.
  workerGracefulExitTimeout: 10_000,
  // No result depends on how fast the machine is: this only ends what would never end.
  testTimeout: 300_000,
};

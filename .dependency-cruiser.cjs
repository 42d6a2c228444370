/** The layering of the toolchain: cli → commands → stages → model; a stage never imports another stage. */
const stages = 'load|generate|render|validate|report|import|diff|rollout|history|secret|verify'

module.exports = {
  forbidden: [
    {
      name: 'no-stage-imports-another-stage',
      severity: 'error',
      comment: 'Stages meet only in commands/; what two stages share is a type in model/ or a library.',
      from: { path: `^scripts/(${stages})/` },
      to: { path: `^scripts/(${stages}|commands)/|^scripts/cli`, pathNot: '^scripts/$1/' },
    },
    {
      name: 'model-imports-nothing-of-the-toolchain',
      severity: 'error',
      from: { path: '^scripts/model/' },
      to: { path: '^scripts/(?!model/)' },
    },
    {
      name: 'commands-are-not-imported-by-each-other',
      severity: 'error',
      from: { path: '^scripts/commands/([^/.]+)' },
      to: { path: '^scripts/(commands/(?!$1)|cli)' },
    },
    {
      name: 'kustomize-ts-knows-nothing-of-fogflow',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(scripts|test|schemas|base|overlays|clusters)/' },
    },
    {
      name: 'product-code-imports-no-test',
      severity: 'error',
      from: { path: '^(scripts|packages)/', pathNot: '[.]test[.]ts$|/testing/|^packages/kustomize-ts/conformance/' },
      to: { path: '[.]test[.]ts$|^test/|/testing/|^node_modules/(vitest|fast-check)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'testdata|/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
}

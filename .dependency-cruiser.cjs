/** Who may import whom: the map of docs/architecture.md, section "Tree", as rules. `test/tidy` plants a violation of each. */
const slice = '^lambdas/(?!shared/|rules/)([^/]+)/';
const pureKernel =
  '^lambdas/shared/((actor|business-days|calendar|clock|day-count|document-types|errors|holidays|ids|money|money-allocation|needs|provenance|rate|rational|rounding|stages|transition|value-schemas)|views/[^/]+|events/[^/]+)\\.ts$';

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'slices-do-not-import-each-other',
      severity: 'error',
      from: { path: slice },
      to: { path: '^lambdas/(?!shared/|rules/)', pathNot: '^lambdas/$1/' },
    },
    {
      name: 'the-kernel-imports-no-capability',
      severity: 'error',
      from: { path: '^lambdas/shared/' },
      to: { path: '^lambdas/(?!shared/)' },
    },
    {
      name: 'domains-are-pure',
      comment:
        'domain/ knows its own domain and contracts, rules and the pure kernel; no SDK, no middy, no environment',
      severity: 'error',
      from: { path: '^lambdas/[^/]+/domain/' },
      to: {
        pathNot: [
          '^lambdas/[^/]+/domain/',
          '^lambdas/[^/]+/contracts\\.ts$',
          '^lambdas/rules/',
          pureKernel,
          '^node_modules/(zod|canonicalize)/',
          '^(node:)?(zlib|crypto)$',
        ],
      },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '^lambdas/rules/' },
      to: {
        pathNot: [
          '^lambdas/rules/',
          pureKernel,
          '^node_modules/(zod|saxes|fast-xml-parser)/',
          '^(node:)?(crypto|util)$',
        ],
      },
    },
    {
      name: 'only-shells-use-middy',
      severity: 'error',
      from: { path: '^lambdas/', pathNot: '^lambdas/shared/(api|queue|task|stream)\\.ts$' },
      to: { path: 'node_modules/@middy/' },
    },
    {
      name: 'handlers-reach-aws-through-adapters',
      severity: 'error',
      from: { path: '^lambdas/[^/]+/(handlers/|api\\.ts)' },
      to: { path: 'node_modules/@aws-sdk/client-' },
    },
    {
      name: 'lib-takes-only-routes-and-types',
      severity: 'error',
      from: { path: '^(lib|bin)/' },
      to: {
        path: '^lambdas/',
        pathNot: ['^lambdas/[^/]+/routes\\.ts$', '^lambdas/shared/(route|policy|stages)\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-local-cloud-knows-only-templates',
      severity: 'error',
      from: { path: '^local/' },
      to: { path: '^(lib|lambdas|bin)/' },
    },
    {
      name: 'the-platform-does-not-know-the-local-cloud',
      severity: 'error',
      from: { path: '^(lambdas|lib|bin)/' },
      to: { path: '^(local|test|tools|bench)/' },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependencies-in-lambdas',
      severity: 'error',
      from: { path: '^lambdas/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|cdk\\.out|\\.keyturn)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};

/**
 * The rooms of the house and who may enter them (docs: README, "The map of the folders").
 * `test/house/rooms.test.ts` sees every rule here fail on a bad sample: a new rule needs its own.
 */
const tests = String.raw`\.test\.ts$|\.test-support\.ts$|^test/`;
const drivers = String.raw`(^|/)node_modules/(typeorm|pg|pg-copy-streams)/`;
const library = (...names) => String.raw`(^|/)node_modules/(${names.join('|')})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'everything-resolves',
      comment: 'An import that cannot be followed cannot be checked.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'platform-is-the-floor',
      comment: 'The platform knows words, no rows and no rules: nothing above it.',
      severity: 'error',
      from: { path: '^platform/' },
      to: { path: '^(gateway|subgraphs|schema|dashboard|sample|cli|bench)/' },
    },
    {
      name: 'only-a-process-starts-a-server',
      comment: 'Whose PostgreSQL it is, the hub’s own or the operator’s, nobody asks but who puts a process together.',
      severity: 'error',
      from: { path: '^(platform|subgraphs|gateway|schema|sample)/', pathNot: `^platform/embedded-server/|${tests}` },
      to: { path: '^platform/embedded-server/' },
    },
    {
      name: 'subgraph-is-its-own-house',
      comment: 'Domains meet in the graph and in events, never in code.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'subgraph-knows-no-one-above',
      severity: 'error',
      from: { path: '^subgraphs/' },
      to: { path: '^(gateway|schema|dashboard|sample|cli|bench)/' },
    },
    {
      name: 'gateway-holds-no-rows',
      comment: 'The gateway knows the supergraph and a transport; no domain, no database, no rules about children.',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: '^(subgraphs|schema|dashboard|sample|cli|bench)/|^platform/(db|access)/' },
    },
    {
      name: 'schema-stands-on-the-platform',
      severity: 'error',
      from: { path: '^schema/' },
      to: { path: '^(gateway|subgraphs|dashboard|sample|cli|bench)/' },
    },
    {
      name: 'sample-stands-on-the-platform',
      comment: 'It knows of a source what a partner does: the columns of its files. Its tests have them read.',
      severity: 'error',
      from: { path: '^sample/', pathNot: tests },
      to: {
        path: '^(gateway|subgraphs|schema|dashboard|cli|bench)/|^platform/(db|access|subgraph)/',
        pathNot: String.raw`^subgraphs/.*/columns\.ts$`,
      },
    },
    {
      name: 'dashboard-is-a-client',
      comment: 'Its pages know what anyone else’s client knows: the gateway’s address, and the operations.',
      severity: 'error',
      from: { path: '^dashboard/', pathNot: tests },
      to: {
        path: '^(subgraphs|gateway|schema|sample|cli|bench)/|^platform/(?!auth/|config/|errors/|http/|telemetry/)',
      },
    },
    {
      name: 'pages-only-show',
      comment: 'A page is drawn from what was asked: it asks nothing, and knows no request.',
      severity: 'error',
      from: {
        path: String.raw`^dashboard/.*\.(page|view)\.tsx?$|^dashboard/(component|picture|words)/`,
        pathNot: tests,
      },
      to: { path: String.raw`^dashboard/.*\.route\.ts$|^dashboard/gateway/ask\.ts$|^dashboard/sign-in/` },
    },
    {
      name: 'one-door-sign-in',
      comment: 'Who somebody is, is found out in one room.',
      severity: 'error',
      from: { pathNot: '^dashboard/sign-in/' },
      to: { path: library('openid-client', 'oidc-provider') },
    },
    {
      name: 'bench-reaches-domains-by-one-file',
      comment: 'What a benchmark takes from a domain stands together, so that the domain can be rearranged behind it.',
      severity: 'error',
      from: { path: '^bench/', pathNot: String.raw`^bench/subgraphs\.ts$` },
      to: { path: '^subgraphs/' },
    },
    {
      name: 'product-never-imports-tests',
      severity: 'error',
      from: { pathNot: `${tests}|^bench/` },
      to: { path: tests },
    },
    {
      name: 'resolvers-and-types-touch-no-rows',
      comment: 'They turn words into calls of a service; only a service holds a permit.',
      severity: 'error',
      from: { path: String.raw`\.(resolver|type)\.ts$` },
      to: { path: String.raw`\.(repository|row)\.ts$|${drivers}` },
    },
    {
      name: 'policies-never-wait',
      comment: 'Pure plain English, decided once per batch.',
      severity: 'error',
      from: { path: String.raw`\.policy\.ts$` },
      to: { pathNot: String.raw`^platform/(access/(rule|allow|cube)\.ts$|vocabulary/)|\.policy\.ts$` },
    },
    {
      name: 'drivers-stay-with-the-rows',
      comment: 'Who can open a connection can pass by the permit. Types are the next rule.',
      severity: 'error',
      from: {
        path: '^(platform|subgraphs|gateway|schema|dashboard|sample)/',
        pathNot: String.raw`${tests}|\.row\.ts$|^platform/(db|access)/|^platform/subgraph/subgraph\.ts$`,
      },
      to: { path: drivers, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'driver-types-stay-on-the-floor',
      comment:
        'A write is handed a Writing, a read describes itself: no domain names a connection, or what stands on one.',
      severity: 'error',
      from: {
        path: '^(platform|subgraphs|gateway|schema|dashboard|sample)/',
        pathNot: String.raw`${tests}|\.row\.ts$|^platform/(db|access|events|ingest|subgraph)/`,
      },
      to: { path: drivers, dependencyTypes: ['type-only'] },
    },
    {
      name: 'domains-ask-by-their-units',
      comment: 'A read, a write, a look-up: whoever knew of another way to the database could go round the permit.',
      severity: 'error',
      from: { path: '^subgraphs/', pathNot: tests },
      to: {
        path: '^platform/db/',
        pathNot: String.raw`^platform/db/((unit-of-work|write-unit|look-up|consequences|upsert|source-facts\.repository)\.ts$|table/)`,
      },
    },
    {
      name: 'ingest-never-resolves',
      comment: 'Files come in by their own path; a resolver answers questions.',
      severity: 'error',
      from: { path: '^platform/ingest/|/source/' },
      to: { path: String.raw`\.resolver\.ts$` },
    },
    {
      name: 'one-door-dataloader',
      comment: 'Keyed, never positional: a shifted row would be another child’s.',
      severity: 'error',
      from: { pathNot: String.raw`^platform/record/batch\.ts$` },
      to: { path: library('dataloader') },
    },
    {
      name: 'one-door-jose',
      comment: 'Signatures are made and checked in two places.',
      severity: 'error',
      from: { pathNot: String.raw`^platform/auth/|^gateway/authenticate\.ts$|${tests}` },
      to: { path: library('jose') },
    },
    {
      name: 'one-door-gateway-library',
      comment: 'A partnership that outgrows one machine changes the engine by changing one file.',
      severity: 'error',
      from: { pathNot: String.raw`^gateway/gateway\.ts$` },
      to: { path: library('@graphql-hive', '@graphql-mesh') },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Only our own `dist`: a library’s is what its name resolves to, and excluded it would pass every rule unseen.
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { productRoot } from '../../platform/config/product-root.js';
import { runTool, type SampleTree, sampleTree } from './sample-tree.js';

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: { readonly violations: readonly { from: string; to: string; rule: { name: string } }[] };
}

const config = path.join(productRoot, '.dependency-cruiser.cjs');
const folders = ['platform', 'subgraphs', 'gateway', 'schema', 'dashboard', 'sample', 'cli', 'test', 'bench'];

/** Files that samples reach for. */
const ground = [
  'platform/access/permit.ts',
  'platform/access/allow.ts',
  'platform/access/rule.ts',
  'platform/auth/door.ts',
  'platform/db/as-system.ts',
  'platform/db/open-statement.ts',
  'platform/db/unit-of-work.ts',
  'platform/db/write-unit.ts',
  'platform/embedded-server/free-port.ts',
  'platform/vocabulary/domain.ts',
  'subgraphs/health/child/child.repository.ts',
  'subgraphs/health/child/child.resolver.ts',
  'subgraphs/health/child/child.row.ts',
  'subgraphs/health/child/child.service.ts',
  'gateway/limits.ts',
  'dashboard/child/child.route.ts',
  'dashboard/gateway/ask.ts',
  'schema/print.ts',
  'sample/area.ts',
  'cli/start.ts',
  'test/support/hub.ts',
  'subgraphs/health/child/child.test.ts',
  'subgraphs/health/gp/source/columns.ts',
  'bench/limit.ts',
];

/** Who imports what, and the rule that says no. Our own files by their path, libraries by name. */
const refused: readonly [rule: string, file: string, imports: string, kind?: 'type'][] = [
  ['everything-resolves', 'cli/lost.ts', './nowhere.js'],
  ['no-cycles', 'cli/about.ts', 'cli/round.ts'],
  ['platform-is-the-floor', 'platform/db/upwards.ts', 'subgraphs/health/child/child.service.ts'],
  ['platform-is-the-floor', 'platform/graphql/upwards.ts', 'gateway/limits.ts', 'type'],
  ['platform-is-the-floor', 'platform/access/upwards.test.ts', 'cli/start.ts'],
  ['platform-is-the-floor', 'platform/ingest/upwards.ts', 'sample/area.ts'],
  ['only-a-process-starts-a-server', 'platform/db/starts.ts', 'platform/embedded-server/free-port.ts'],
  ['only-a-process-starts-a-server', 'gateway/starts.ts', 'platform/embedded-server/free-port.ts', 'type'],
  ['subgraph-is-its-own-house', 'subgraphs/education/child/neighbour.ts', 'subgraphs/health/child/child.service.ts'],
  ['subgraph-is-its-own-house', 'subgraphs/education/neighbour.ts', 'subgraphs/health/child/child.row.ts', 'type'],
  ['subgraph-knows-no-one-above', 'subgraphs/health/upwards.ts', 'gateway/limits.ts'],
  ['subgraph-knows-no-one-above', 'subgraphs/health/printed.ts', 'schema/print.ts'],
  ['subgraph-knows-no-one-above', 'subgraphs/health/tried.test.ts', 'sample/area.ts'],
  ['gateway-holds-no-rows', 'gateway/behind.ts', 'subgraphs/health/child/child.service.ts'],
  ['gateway-holds-no-rows', 'gateway/reads.ts', 'platform/db/unit-of-work.ts'],
  ['gateway-holds-no-rows', 'gateway/permits.ts', 'platform/access/permit.ts', 'type'],
  ['schema-stands-on-the-platform', 'schema/behind.ts', 'subgraphs/health/child/child.service.ts'],
  ['schema-stands-on-the-platform', 'schema/drawn.ts', 'sample/area.ts'],
  ['sample-stands-on-the-platform', 'sample/behind.ts', 'subgraphs/health/child/child.service.ts'],
  ['sample-stands-on-the-platform', 'sample/above.ts', 'cli/start.ts'],
  ['sample-stands-on-the-platform', 'sample/rows.ts', 'platform/db/unit-of-work.ts', 'type'],
  ['dashboard-is-a-client', 'dashboard/child/behind.ts', 'subgraphs/health/child/child.service.ts'],
  ['dashboard-is-a-client', 'dashboard/child/rows.ts', 'platform/db/unit-of-work.ts', 'type'],
  ['dashboard-is-a-client', 'dashboard/gateway/inside.ts', 'gateway/limits.ts'],
  ['pages-only-show', 'dashboard/child/asks.page.tsx', 'dashboard/gateway/ask.ts'],
  ['pages-only-show', 'dashboard/child/asks.view.ts', 'dashboard/child/child.route.ts', 'type'],
  ['pages-only-show', 'dashboard/component/asks.tsx', 'dashboard/gateway/ask.ts', 'type'],
  ['one-door-sign-in', 'dashboard/child/signs.ts', 'openid-client'],
  ['one-door-sign-in', 'cli/signs.ts', 'oidc-provider', 'type'],
  ['bench-reaches-domains-by-one-file', 'bench/past.ts', 'subgraphs/health/child/child.service.ts'],
  ['bench-reaches-domains-by-one-file', 'bench/past.test.ts', 'subgraphs/health/child/child.row.ts', 'type'],
  ['product-never-imports-tests', 'gateway/propped.ts', 'test/support/hub.ts'],
  ['product-never-imports-tests', 'subgraphs/health/propped.ts', 'subgraphs/health/child/child.test.ts'],
  [
    'resolvers-and-types-touch-no-rows',
    'subgraphs/health/a/a.resolver.ts',
    'subgraphs/health/child/child.repository.ts',
  ],
  [
    'resolvers-and-types-touch-no-rows',
    'subgraphs/health/a/b.resolver.ts',
    'subgraphs/health/child/child.row.ts',
    'type',
  ],
  ['resolvers-and-types-touch-no-rows', 'subgraphs/health/a/c.type.ts', 'subgraphs/health/child/child.row.ts'],
  ['resolvers-and-types-touch-no-rows', 'subgraphs/health/a/d.type.ts', 'typeorm', 'type'],
  ['resolvers-and-types-touch-no-rows', 'subgraphs/health/a/e.resolver.ts', 'pg', 'type'],
  ['policies-never-wait', 'subgraphs/health/a/a.policy.ts', 'subgraphs/health/child/child.service.ts'],
  ['policies-never-wait', 'subgraphs/health/a/b.policy.ts', 'platform/access/permit.ts'],
  ['policies-never-wait', 'subgraphs/health/a/c.policy.ts', 'node:fs'],
  ['policies-never-wait', 'subgraphs/health/a/d.policy.ts', 'dataloader', 'type'],
  ['drivers-stay-with-the-rows', 'subgraphs/health/a/a.service.ts', 'typeorm'],
  ['drivers-stay-with-the-rows', 'subgraphs/health/gp/source/write.ts', 'pg'],
  ['drivers-stay-with-the-rows', 'gateway/connects.ts', 'pg'],
  ['drivers-stay-with-the-rows', 'subgraphs/health/a/a.repository.ts', 'pg'],
  ['driver-types-stay-on-the-floor', 'subgraphs/health/a/b.mapper.ts', 'typeorm', 'type'],
  ['driver-types-stay-on-the-floor', 'subgraphs/health/gp/source/map.ts', 'typeorm', 'type'],
  ['driver-types-stay-on-the-floor', 'subgraphs/health/a/b.repository.ts', 'typeorm', 'type'],
  ['driver-types-stay-on-the-floor', 'subgraphs/health/a/b.service.ts', 'typeorm', 'type'],
  ['driver-types-stay-on-the-floor', 'subgraphs/health/ward/source/write.ts', 'typeorm', 'type'],
  ['domains-ask-by-their-units', 'subgraphs/health/a/c.repository.ts', 'platform/db/open-statement.ts'],
  ['domains-ask-by-their-units', 'subgraphs/health/a/c.service.ts', 'platform/db/as-system.ts', 'type'],
  ['ingest-never-resolves', 'subgraphs/health/gp/source/asks.ts', 'subgraphs/health/child/child.resolver.ts'],
  ['one-door-dataloader', 'subgraphs/health/a/a.loader.ts', 'dataloader'],
  ['one-door-dataloader', 'platform/graphql/other.ts', 'dataloader', 'type'],
  ['one-door-jose', 'gateway/server.ts', 'jose'],
  ['one-door-jose', 'cli/token.ts', 'jose'],
  ['one-door-gateway-library', 'gateway/other.ts', '@graphql-hive/gateway-runtime'],
  ['one-door-gateway-library', 'cli/engine.ts', '@graphql-hive/router-runtime', 'type'],
];

/** The nearest thing that each rule lets through. */
const allowed: readonly [file: string, imports: string, kind?: 'type'][] = [
  ['subgraphs/health/b/own.ts', 'subgraphs/health/child/child.service.ts'],
  ['subgraphs/health/b/floor.ts', 'platform/db/unit-of-work.ts'],
  ['gateway/floor.ts', 'platform/auth/door.ts'],
  ['cli/together.ts', 'subgraphs/health/child/child.service.ts'],
  ['cli/gateway.ts', 'gateway/limits.ts'],
  ['cli/server.ts', 'platform/embedded-server/free-port.ts'],
  ['cli/drawn.ts', 'sample/area.ts'],
  ['bench/drawn.ts', 'sample/area.ts'],
  ['bench/subgraphs.ts', 'subgraphs/health/child/child.service.ts'],
  ['sample/floor.ts', 'platform/vocabulary/domain.ts'],
  ['sample/written.ts', 'subgraphs/health/gp/source/columns.ts'],
  ['sample/read.test.ts', 'subgraphs/health/child/child.service.ts'],
  ['subgraphs/health/b/words.resolver.ts', 'subgraphs/health/child/child.service.ts', 'type'],
  ['subgraphs/health/b/sentence.policy.ts', 'platform/access/rule.ts', 'type'],
  ['subgraphs/health/b/spoken.policy.ts', 'platform/access/allow.ts'],
  ['subgraphs/health/b/domain.policy.ts', 'platform/vocabulary/domain.ts'],
  ['subgraphs/health/b/a.repository.ts', 'platform/db/write-unit.ts', 'type'],
  ['subgraphs/health/b/a.row.ts', 'typeorm'],
  ['platform/db/connects.ts', 'pg'],
  ['platform/record/batch.ts', 'dataloader'],
  ['gateway/authenticate.ts', 'jose'],
  ['platform/auth/keys.ts', 'jose'],
  ['gateway/gateway.ts', '@graphql-hive/gateway-runtime'],
  ['bench/against.ts', 'bench/limit.ts'],
];

function importing(file: string, imports: string, kind?: 'type'): [file: string, text: string] {
  const relative = path.posix.relative(path.posix.dirname(file), imports).replace(/\.ts$/, '.js');
  const ours = imports.endsWith('.ts') ? (relative.startsWith('.') ? relative : `./${relative}`) : imports;
  return kind === 'type' ? [file, `export type * from '${ours}';\n`] : [file, `import '${ours}';\n`];
}

async function cruise(root: string): Promise<Cruise> {
  const present = folders.filter((folder) => existsSync(path.join(root, folder)));
  const args = ['--config', config, '--output-type', 'json', ...present];
  return (await runTool('dependency-cruiser/bin/dependency-cruise.mjs', args, root)) as Cruise;
}

describe('the rooms of the house', () => {
  let tree: SampleTree;
  let found: Cruise['summary']['violations'];

  beforeAll(async () => {
    tree = sampleTree(
      new Map([
        ...ground.map((file): [string, string] => [file, 'export const here = 1;\n']),
        ...refused.map(([, file, imports, kind]) => importing(file, imports, kind)),
        ...allowed.map(([file, imports, kind]) => importing(file, imports, kind)),
        importing('cli/round.ts', 'cli/about.ts'),
      ]),
    );
    found = (await cruise(tree.root)).summary.violations;
  });
  afterAll(() => tree.remove());

  it.each(refused)('%s: refuses that %s imports %s', (rule, file) => {
    expect(found.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule);
  });

  it.each(allowed)('allows that %s imports %s', (file) => {
    expect(found.filter(({ from }) => from === file)).toEqual([]);
  });

  it('has a bad sample for every rule', () => {
    const { forbidden } = createRequire(import.meta.url)(config) as { forbidden: { name: string }[] };
    expect(new Set(refused.map(([rule]) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)));
  });

  it('are kept by the product', async () => {
    const { modules, summary } = await cruise(productRoot);
    expect(modules.length).toBeGreaterThan(300);
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });
});

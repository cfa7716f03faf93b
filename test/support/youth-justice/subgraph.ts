import path from 'node:path';
import { productRoot } from '../../../platform/config/product-root.js';
import type { SubgraphManifest } from '../../../platform/subgraph/manifest.js';
import { courtOrderPolicy } from './court-order.policy.js';
import { CourtOrderRow } from './court-order.row.js';
import { courtOrders } from './court-order.source.js';
import { type YouthJusticeServices, youthJusticeServices } from './context.js';
import { YouthJusticeChild, YouthJusticeResolver } from './youth-justice.resolver.js';

const { domain } = courtOrderPolicy;
const folder = path.join(productRoot, 'test/support/youth-justice');

/** Everything a sixth domain brings: its own folder, and nothing in anybody else's. */
export const subgraph: SubgraphManifest<YouthJusticeServices> = {
  domain,
  schema: {
    domain,
    migrations: path.join(folder, 'migrations'),
    functions: path.join(folder, 'functions'),
    policies: [courtOrderPolicy],
    bases: [],
  },
  rows: [CourtOrderRow],
  resolvers: [YouthJusticeResolver],
  orphanedTypes: [YouthJusticeChild],
  references: { Child: ({ id }) => ({ id }) },
  services: youthJusticeServices,
  federationImports: ['@key', '@shareable', '@requiresScopes'],
  ingest: () => [courtOrders],
};

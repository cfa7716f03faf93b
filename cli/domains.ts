import type { MigrateOptions } from '../platform/db/migrate.js';
import { subgraphName } from '../platform/db/names.js';
import { areaSharing } from '../platform/vocabulary/agreement.js';
import { education } from '../subgraphs/education/subgraph.js';
import { health } from '../subgraphs/health/subgraph.js';
import { partnership } from '../subgraphs/partnership/subgraph.js';
import { socialCare } from '../subgraphs/social-care/subgraph.js';
import { virtualSchool } from '../subgraphs/virtual-school/subgraph.js';
import { anyManifest, type AnyManifest, Composition } from './composition.js';

/** Every subgraph, in the order of their ports. */
export const manifests: readonly AnyManifest[] = [
  anyManifest(partnership),
  anyManifest(education),
  anyManifest(health),
  anyManifest(socialCare),
  anyManifest(virtualSchool),
];

/** The hub as it is built. */
export const hub = new Composition(manifests);

/** Where a subgraph listens when it runs apart: the gateway's port and its place in the order. */
export const subgraphPort = (name: string, gatewayPort: number): number =>
  gatewayPort + 1 + manifests.findIndex(({ domain }) => subgraphName(domain) === name);

/** The sharing agreements in force, and who is cleared for what hides a whole child. */
export const agreements = [
  { agreement: areaSharing, title: 'Area SEND partnership information-sharing agreement', from: '2026-01-01' },
] as const;

export const clearances: MigrateOptions['clearances'] = [
  { role: 'designated-safeguarding-lead', kind: 'STAFF_FAMILY' },
  { role: 'social-worker', kind: 'STAFF_FAMILY' },
];

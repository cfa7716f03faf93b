import type { MigrateOptions } from '../platform/db/migrate.js';
import { subgraphName } from '../platform/db/names.js';
import { areaSharing } from '../platform/vocabulary/agreement.js';
import { Domain } from '../platform/vocabulary/domain.js';
import { type AnyManifest, Composition } from './composition.js';

async function manifestsOf(domains: readonly Domain[]): Promise<readonly AnyManifest[]> {
  const found: AnyManifest[] = [];
  for (const domain of domains) {
    const file = `../subgraphs/${subgraphName(domain)}/subgraph.js`;
    found.push(((await import(file)) as { readonly subgraph: AnyManifest }).subgraph);
  }
  return found;
}

/** Every subgraph, in the order of their ports: a word in the vocabulary of domains is a folder of that name. */
export const manifests = await manifestsOf(Object.values(Domain));

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

import type { SystemBinding } from '../platform/auth/keys.js';
import type { Composition } from './composition.js';

/** Every minter of this hub: the gateway for people, and one for each system process, bound to what it is for. */
export function minters({ manifests, sources }: Composition): Readonly<Record<string, SystemBinding | null>> {
  const ingesting = new Set([...sources.values()].map(({ domain }) => `${domain}:ingest:WRITE`));
  const consumers = manifests.flatMap((manifest) => manifest.consumers ?? []);
  return {
    gateway: null,
    ingest: {
      subject: 'system:ingest',
      purpose: 'INGEST',
      operations: ['PARTNERSHIP:resolve', 'PARTNERSHIP:resolve:WRITE', ...ingesting],
    },
    ...Object.fromEntries(
      consumers.map(({ name, operations }) => [
        name,
        { subject: `system:${name}`, purpose: 'INGEST', operations: [...operations] },
      ]),
    ),
  };
}

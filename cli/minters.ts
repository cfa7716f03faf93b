import type { SystemBinding } from '../platform/auth/keys.js';
import { councilCode } from '../platform/vocabulary/council-code.js';
import { manifests } from './domains.js';

/** Every minter of this hub: the gateway for people, and one for each system process, bound to what it is for. */
export function minters(): Readonly<Record<string, SystemBinding | null>> {
  const ingesting = manifests
    .filter(({ ingest }) => (ingest?.(councilCode) ?? []).length > 0)
    .map(({ domain }) => `${domain}:ingest:WRITE`);
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

import { connect } from '../platform/db/connect.js';
import { schemaOf, subgraphName } from '../platform/db/names.js';
import type { Domain } from '../platform/vocabulary/domain.js';

/** One digest a domain, as the operator's login may ask for: definer functions that return digests, and are audited. */
export async function digests(operatorUrl: string, domains: readonly Domain[]): Promise<Record<string, string>> {
  const client = await connect(operatorUrl);
  try {
    const found: Record<string, string> = {};
    for (const domain of domains) {
      const { rows } = await client.query<{ digest: string }>(`select "${schemaOf(domain)}".digest() digest`);
      found[subgraphName(domain)] = rows[0]?.digest ?? '';
    }
    return found;
  } finally {
    await client.end();
  }
}

import type { Client } from 'pg';
import type { Facet } from '../../platform/vocabulary/facet.js';
import type { Tier } from '../../platform/access/rule.js';
import { roleNames } from '../../platform/db/names.js';
import type { Domain } from '../../platform/vocabulary/domain.js';
import { rolePrefix } from './templates.js';

/** The ids of which a domain's row policies let any of these facets through now. Sorted. */
export async function facetIds(
  client: Client,
  holder: Domain,
  about: Domain,
  tier: Tier,
  facets: readonly Facet[],
): Promise<string[]> {
  await client.query(`set local role "${roleNames(rolePrefix).app(holder)}"`);
  const { rows } = await client.query<{ id: string }>(
    'select distinct child_id id from ctx.permitted_facets($1, $2, $3, $4) order by 1',
    [holder, about, tier, facets],
  );
  await client.query('reset role');
  return rows.map(({ id }) => id);
}

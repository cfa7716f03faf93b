import { connect } from '../platform/db/connect.js';
import { subgraphName } from '../platform/db/names.js';
import { OperatorRepository } from '../platform/db/operator.repository.js';
import type { Domain } from '../platform/vocabulary/domain.js';

/** Asks each domain one question under the operator's login; the answers by the subgraph's name. */
export async function askEachDomain<Answer>(
  operatorUrl: string,
  domains: readonly Domain[],
  ask: (of: OperatorRepository) => Promise<Answer>,
): Promise<Record<string, Answer>> {
  const client = await connect(operatorUrl);
  try {
    const found: Record<string, Answer> = {};
    for (const domain of domains) found[subgraphName(domain)] = await ask(new OperatorRepository(client, domain));
    return found;
  } finally {
    await client.end();
  }
}

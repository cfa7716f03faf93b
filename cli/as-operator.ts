import { readEnvironment } from '../platform/config/environment.js';
import { databaseOf, loginUrl } from '../platform/db/logins.js';
import { roleNames, subgraphName } from '../platform/db/names.js';
import type { OperatorRepository } from '../platform/db/operator.repository.js';
import type { Domain } from '../platform/vocabulary/domain.js';
import { askEachDomain } from './ask-each-domain.js';
import { loginsFor, openServer } from './database.js';
import { manifests } from './domains.js';
import { requireStarted } from './require-started.js';
import { WrongUsage } from './wrong-usage.js';

function domainsNamed(name: string | undefined): Domain[] {
  const known = manifests.map(({ domain }) => domain);
  if (name === undefined) return known;
  const found = known.find((domain) => subgraphName(domain) === name);
  if (!found) throw new WrongUsage(`There is no domain ${name}: use one of ${known.map(subgraphName).join(', ')}.`);
  return [found];
}

/** Asks under the operator's login: of one domain, or of all. */
export async function asOperator<Answer>(
  name: string | undefined,
  ask: (of: OperatorRepository) => Promise<Answer>,
): Promise<Record<string, Answer>> {
  const environment = readEnvironment();
  const domains = domainsNamed(name);
  requireStarted(environment);
  const server = await openServer(environment);
  try {
    const prefix = databaseOf(server.adminUrl);
    const operator = loginUrl(server.adminUrl, roleNames(prefix).operator, loginsFor(environment, prefix));
    return await askEachDomain(operator, domains, ask);
  } finally {
    await server.stop();
  }
}

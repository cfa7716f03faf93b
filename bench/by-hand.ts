import type { Assembly } from '../cli/assemble.js';
import type { Lines } from '../platform/db/lines.js';
import { roleNames, schemaOf, subgraphName } from '../platform/db/names.js';
import { SourceFactsRepository } from '../platform/db/source-facts.repository.js';
import { Defect } from '../platform/errors/hub-error.js';
import type { Domain } from '../platform/vocabulary/domain.js';
import { Limit } from './limit.js';

/** The limit over the same login and the same kept facts of sources as a hub that stands in one process. */
export async function limitOver(assembly: Assembly, lines: Lines, prefix: string, today: () => string): Promise<Limit> {
  const facts = new Map(
    [...assembly.subgraphs.values()].map(({ domain, source }) => [
      domain,
      new SourceFactsRepository(source, schemaOf(domain)),
    ]),
  );
  const factsOf = (domain: Domain) => {
    const found = facts.get(domain);
    if (!found) throw new Defect(`The limit needs ${subgraphName(domain)} in its own process.`);
    return found.read();
  };
  const minter = await assembly.minter('gateway');
  return new Limit({ lines, roleOf: roleNames(prefix).app, minter, facts: factsOf, today });
}

import type { Assembly } from '../cli/assemble.js';
import type { Lines } from '../platform/db/lines.js';
import { schemaOf, subgraphName } from '../platform/db/names.js';
import { SourceFactsRepository } from '../platform/db/source-facts.repository.js';
import { Defect } from '../platform/errors/hub-error.js';
import type { Domain } from '../platform/vocabulary/domain.js';
import { HandWritten, type Manner } from './hand-written.js';

/** The handler written by hand over a login's lines and the same kept facts of sources as a hub in one process. */
export function byHand(assembly: Assembly, lines: Lines, manner: Manner, today: () => string): HandWritten {
  const kept = new Map(
    [...assembly.subgraphs.values()].map(({ domain, source }) => [
      domain,
      new SourceFactsRepository(source, schemaOf(domain)),
    ]),
  );
  const facts = (domain: Domain) => {
    const found = kept.get(domain);
    if (!found) throw new Defect(`The handler needs ${subgraphName(domain)} in its own process.`);
    return found.read();
  };
  return new HandWritten({ lines, manner, facts, today });
}

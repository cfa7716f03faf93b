import type { EntityManager } from 'typeorm';
import type { ResolvedRecord, Written } from '../../../platform/ingest/ingest-source.js';
import type { PlanFact } from './cin-census/fact.js';
import type { DeathFact } from './death.js';
import type { StatusIntervalFact } from './status-interval.js';
import { writeDeaths } from './write-deaths.js';
import { writeInvolvement } from './write-involvement.js';

type Fact = StatusIntervalFact | PlanFact | DeathFact;

const isDeath = (fact: Fact): fact is DeathFact => fact.kind === 'death';

/** Writes one return: the involvement it shows, and the deaths, which change no row of it. */
export async function writeReturn(
  manager: EntityManager,
  source: string,
  records: readonly ResolvedRecord<Fact>[],
): Promise<Written> {
  const involvement = await writeInvolvement(
    manager,
    source,
    records.map((record) => ({ ...record, facts: record.facts.filter((fact) => !isDeath(fact)) })),
  );
  const deaths = await writeDeaths(
    manager,
    source,
    records.map((record) => ({ ...record, facts: record.facts.filter(isDeath) })),
  );
  return { written: involvement.written + deaths.written, unchanged: involvement.unchanged + deaths.unchanged };
}

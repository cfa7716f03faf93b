import type { EntityManager } from 'typeorm';
import { emit } from '../../../platform/db/consequences.js';
import type { ResolvedRecord, Written } from '../../../platform/ingest/ingest-source.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { replaceDeaths } from '../death/death.repository.js';
import type { DeathFact } from './death.js';

/** Writes when children died, as one return says of those it names, in place of what it said before. */
export async function writeDeaths(
  manager: EntityManager,
  source: string,
  records: readonly ResolvedRecord<DeathFact>[],
): Promise<Written> {
  const named = records.flatMap(({ childId, facts }) => (childId === null ? [] : [{ childId, facts }]));
  const deaths = named.flatMap(({ childId, facts }) => facts.map(({ diedOn }) => ({ childId, diedOn })));
  const children = [...new Set(named.map(({ childId }) => childId))];
  const changed = await replaceDeaths(manager, source, children, deaths);
  await emit(
    manager,
    Domain.SOCIAL_CARE,
    'death-changed',
    changed.map(({ childId }) => childId),
  );
  return { written: changed.length, unchanged: deaths.length - changed.filter(({ removed }) => !removed).length };
}

import type { EntityManager } from 'typeorm';
import { emit } from '../../../platform/db/consequences.js';
import type { ResolvedRecord, Written } from '../../../platform/ingest/ingest-source.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { refreshPresence } from '../involvement/refresh-presence.repository.js';
import { replaceIntervals, type SourcedSpan } from '../involvement/status-interval.repository.js';
import { replacePlans, type SourcedPlan } from '../plan/care-plan.repository.js';
import type { PlanFact } from './cin-census/fact.js';
import type { StatusIntervalFact } from './status-interval.js';

type InvolvementFact = StatusIntervalFact | PlanFact;

/**
 * Writes what one return says of the children it names, in place of what it said before: a return holds a child's whole
 * set, so that what it no longer shows is gone. What other sources say stays. A removed fact counts as written.
 */
export async function writeInvolvement(
  manager: EntityManager,
  source: string,
  records: readonly ResolvedRecord<InvolvementFact>[],
): Promise<Written> {
  const known = records.flatMap(({ childId, facts }) => (childId === null ? [] : [{ childId, facts }]));
  const facts = known.flatMap(({ childId, facts: own }) => own.map((fact) => ({ childId, fact })));
  const children = [...new Set(known.map(({ childId }) => childId))];
  const spans = facts.flatMap(({ childId, fact }) => (fact.kind === 'status-interval' ? [spanOf(childId, fact)] : []));
  const plans = facts.flatMap(({ childId, fact }) => (fact.kind === 'plan' ? [planOf(childId, fact)] : []));
  const changed = [
    ...(await replaceIntervals(manager, source, children, spans)),
    ...(await replacePlans(manager, source, children, plans)),
  ];
  const touched = [...new Set(changed.map(({ childId }) => childId))];
  await refreshPresence(manager, touched);
  await emit(manager, Domain.SOCIAL_CARE, 'involvement-changed', touched);
  return { written: changed.length, unchanged: facts.length - changed.filter(({ removed }) => !removed).length };
}

function spanOf(childId: string, { sourceRef, status, from, until }: StatusIntervalFact): SourcedSpan {
  return { childId, sourceRef, status, from, until };
}

function planOf(childId: string, fact: PlanFact): SourcedPlan {
  const { sourceRef, status, startedOn, endedOn, reviewedOn, nextReviewOn } = fact;
  return { childId, sourceRef, kind: status, startedOn, endedOn, reviewedOn, nextReviewOn };
}

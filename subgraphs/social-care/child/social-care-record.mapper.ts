import type { SourceFacts } from '../../../platform/db/source-facts.repository.js';
import { ageOf } from '../../../platform/record/record-age.js';
import { toWorker } from '../allocation/worker.mapper.js';
import type { Involvement } from '../involvement/involvement.js';
import { socialWorkerOn } from '../involvement/social-worker.js';
import { statusOn } from '../involvement/precedence.js';
import { toInterval } from '../involvement/status-interval.mapper.js';
import { toPlan } from '../plan/care-plan.mapper.js';
import type { SocialCareRecord } from './social-care-record.type.js';

/** What may be told of the detail of one child's record. */
export interface ToldDetail {
  /** Null where nothing is held, and where it may not be seen. */
  readonly involvement: Involvement | null;
  /** Whether the history of statuses may be told. */
  readonly history: boolean;
}

/** What may be told of one child. */
export interface Told extends ToldDetail {
  /** Whether it may be told that a social worker works with the child, and one does. */
  readonly socialWorker: boolean;
}

/** The record as clients see it on a given day. Every field is named: a new column is never shown by accident. */
export function toRecord(told: Told, facts: SourceFacts, today: string): SocialCareRecord {
  const { involvement, socialWorker, history } = told;
  const spans = involvement?.spans ?? [];
  const [lead] = involvement?.workers ?? [];
  return {
    ...ageOf(facts),
    status: statusOn(spans, today),
    hasSocialWorker: socialWorker || noneOf(involvement, today),
    intervals: history ? spans.map(toInterval) : null,
    worker: lead ? toWorker(lead, facts.asAt) : null,
    plan: involvement?.plan ? toPlan(involvement.plan) : null,
  };
}

/**
 * That none does is told with the workers who do, and never of a child of whom nothing is held or told: the two have to
 * look the same.
 */
function noneOf(involvement: Involvement | null, today: string): false | null {
  return involvement && socialWorkerOn(involvement.spans, involvement.workers, today) === false ? false : null;
}

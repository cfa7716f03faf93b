import type { SourceFacts } from '../../../platform/db/source-facts.repository.js';
import { ageOf } from '../../../platform/record/record-age.js';
import { toWorker } from '../allocation/worker.mapper.js';
import type { Involvement } from '../involvement/involvement.js';
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
  return {
    ...ageOf(facts),
    status: statusOn(spans, today),
    hasSocialWorker: socialWorker || null,
    intervals: history ? spans.map(toInterval) : null,
    worker: involvement?.allocation ? toWorker(involvement.allocation, facts.asAt) : null,
    plan: involvement?.plan ? toPlan(involvement.plan) : null,
  };
}

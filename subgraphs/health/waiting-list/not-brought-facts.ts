import { dayInWords } from '../../../platform/vocabulary/day-in-words.js';
import type { NoticeFact } from '../../../platform/vocabulary/notice-fact.js';
import { effectiveHistory, upTo } from './history.js';
import { type BroughtStep, firstSaid } from './not-brought.js';
import { serviceInWords } from './service-in-words.js';
import type { HealthService } from './status.js';

/** An entry, as far as it tells of appointments that a child was not brought to. */
export interface ToldEntry {
  readonly id: string;
  /** The record of the child that it stands under: one of perhaps several ids of the child. */
  readonly recordId: string;
  /** Null where its service is not named outside health. */
  readonly service: HealthService | null;
  /** Every step as it was written. */
  readonly history: readonly BroughtStep[];
}

/**
 * The appointments up to a day that a child was not brought to, of which somebody must be told: a sign that the child may be
 * neglected, which nobody learns of from one service alone (NHS England, was not brought; Working together to safeguard
 * children, 2023). It stays a fact when the child is seen later. One is an appointment of an entry, by the day that was first
 * said of it: a day that is put right stays the same fact.
 */
export function notBroughtFacts(entries: readonly ToldEntry[], today: string): NoticeFact[] {
  const facts = entries.flatMap((entry) =>
    upTo(effectiveHistory(entry.history), today)
      .filter(({ wasNotBrought }) => wasNotBrought)
      .map((step) => factOf(entry, step)),
  );
  return [...new Map(facts.map((fact) => [fact.key, fact])).values()];
}

function factOf({ id, recordId, service, history }: ToldEntry, step: BroughtStep): NoticeFact {
  const where = service === null ? 'a health service' : serviceInWords[service];
  return {
    ...{ key: `was-not-brought/${id}/${firstSaid(step, history).effectiveOn}`, recordId, kind: 'WAS_NOT_BROUGHT' },
    ...{ happenedOn: step.effectiveOn, organisation: null },
    fact: `Was not brought to an appointment of ${where} on ${dayInWords(step.effectiveOn)}: ask after the child.`,
  };
}

import { z } from 'zod';
import { lastDayCounted } from '../../../platform/access/lifetime.js';
import { codeSet } from '../../../platform/code-sets/code-set.js';
import { earliest } from './earliest.js';
import { type EffectiveHistory, type Step, upTo } from './history.js';
import { StandardKind } from './standard.js';
import { isOpen, WaitingStatus } from './status.js';

/** A step, as far as a clock is concerned with it. */
export interface ClockStep extends Step {
  readonly firstAppointment: boolean;
  readonly properlyOffered: boolean;
  /** The published referral-to-treatment status code. */
  readonly rttStatus: string | null;
}

/** What a clock runs by. */
interface Measured {
  readonly kind: StandardKind;
  readonly history: EffectiveHistory<ClockStep>;
  readonly baselineOutcomeOn: string | null;
  readonly carePlanOn: string | null;
  readonly diedOn: string | null;
}

/** From when to when a clock ran, up to a day. */
export interface Run {
  /** Null where it was nullified, and not started anew. */
  readonly startedOn: string | null;
  readonly nullifiedOn: readonly string[];
  readonly stoppedOn: string | null;
}

const { rttPeriodStatus } = codeSet(
  'waiting_codes',
  z.object({ rttPeriodStatus: z.array(z.object({ code: z.string(), clock: z.string() })) }),
);
const stoppingCodes = new Set(rttPeriodStatus.flatMap(({ code, clock }) => (clock === 'STOP' ? [code] : [])));

/** Whether the child was seen by it. */
export const isContact = ({ to }: Step): boolean =>
  to === WaitingStatus.SEEN_FIRST || to === WaitingStatus.IN_TREATMENT;
const dayOf = (step: Step | undefined): string | null => step?.effectiveOn ?? null;

/** The clock of a wait by the rules of its kind, as it stood at the end of the day `asAt`. */
export function runOf(measured: Measured, startedOn: string, asAt: string): Run {
  const lastDay = lastDayCounted(asAt, measured.diedOn);
  const steps = upTo(measured.history, lastDay);
  const { kind, diedOn } = measured;
  const run =
    kind === StandardKind.RTT_18 ? treatmentRun(steps, startedOn) : contactRun(measured, steps, startedOn, lastDay);
  const died = diedOn !== null && diedOn <= asAt ? diedOn : null;
  return { ...run, stoppedOn: run.stoppedOn ?? died };
}

/** Referral to treatment: the steps one after the other, until one stops the clock. */
function treatmentRun(steps: EffectiveHistory<ClockStep>, startedOn: string): Run {
  return steps.reduce<Run>(
    (run, step, at) => {
      const { effectiveOn } = step;
      if (run.stoppedOn !== null) return run;
      if (isTreated(step) || !isOpen(step.to)) return { ...run, stoppedOn: effectiveOn };
      if (run.nullifiedOn.length === 0 && nullifies(step, steps[at - 1]))
        return { ...run, startedOn: null, nullifiedOn: [effectiveOn] };
      if (run.startedOn === null && step.to === WaitingStatus.BOOKED) return { ...run, startedOn: effectiveOn };
      return run;
    },
    { startedOn, nullifiedOn: [], stoppedOn: null },
  );
}

/** Every other standard: what happened met it, or the entry was closed first. */
function contactRun(measured: Measured, steps: EffectiveHistory<ClockStep>, startedOn: string, lastDay: string): Run {
  const contactOn = dayOf(steps.find(isContact));
  const { baselineOutcomeOn, carePlanOn } = measured;
  const threeDates = [contactOn, baselineOutcomeOn, carePlanOn];
  const metOn = measured.kind === StandardKind.FOUR_WEEKS ? latestOfAll(threeDates, lastDay) : contactOn;
  const closedOn = dayOf(steps.find(({ to }) => !isOpen(to)));
  return { startedOn, nullifiedOn: [], stoppedOn: earliest([metOn, closedOn]) };
}

/** First definitive treatment, a decision not to treat, active monitoring, treatment declined: the codes that stop. */
const isTreated = ({ to, rttStatus }: ClockStep): boolean =>
  to === WaitingStatus.IN_TREATMENT || (rttStatus !== null && stoppingCodes.has(rttStatus));

/**
 * Only a first appointment that was properly offered, and missed. Whether it was stands with its booking, or with what says
 * that it was missed: a provider's file may hold no more than that.
 */
function nullifies(step: ClockStep, before: ClockStep | undefined): boolean {
  if (step.to !== WaitingStatus.DID_NOT_ATTEND) return false;
  return [step, before].some((one) => one?.firstAppointment === true && one.properlyOffered);
}

/** The latest of days that have all come; null where one has not. */
function latestOfAll(days: readonly (string | null)[], lastDay: string): string | null {
  const come = days.filter((day) => day !== null && day <= lastDay);
  return come.length === days.length ? (come.toSorted().at(-1) ?? null) : null;
}

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
const codesThat = (does: string): ReadonlySet<string> =>
  new Set(rttPeriodStatus.flatMap(({ code, clock }) => (clock === does ? [code] : [])));
const stoppingCodes = codesThat('STOP');
const startingCodes = codesThat('START');
/** Active monitoring, begun by the patient or by a care professional; and what says that it is over. */
const monitoringCodes: ReadonlySet<string> = new Set(['31', '32']);
const afterMonitoring = '11';

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

/** A referral-to-treatment period: the clock's run, and the step that stopped it. */
interface Period extends Run {
  readonly stoppedBy: ClockStep | null;
}

/** Referral to treatment: the steps one after the other. Where a period follows another, the clock is that of the last. */
function treatmentRun(steps: EffectiveHistory<ClockStep>, startedOn: string): Run {
  const none: Period = { startedOn, nullifiedOn: [], stoppedOn: null, stoppedBy: null };
  const { stoppedBy, ...run } = steps.reduce<Period>((period, step, at) => after(period, step, steps[at - 1]), none);
  return run;
}

function after(period: Period, step: ClockStep, before: ClockStep | undefined): Period {
  const { effectiveOn } = step;
  const anew = { ...period, startedOn: effectiveOn, stoppedOn: null, stoppedBy: null };
  if (period.stoppedBy !== null) return startsAfter(period.stoppedBy, step) ? anew : period;
  if (isTreated(step) || !isOpen(step.to)) return { ...period, stoppedOn: effectiveOn, stoppedBy: step };
  if (period.nullifiedOn.length === 0 && nullifies(step, before))
    return { ...period, startedOn: null, nullifiedOn: [effectiveOn] };
  const agreed = step.to === WaitingStatus.BOOKED || startsAfter(null, step);
  return period.startedOn === null && agreed ? anew : period;
}

/**
 * Whether a step is the first activity of a new period where none runs: after one that a step stopped, or after one that was
 * nullified (null). 11 is that of a period after active monitoring, 12 of one for a separate condition, 10 of any (NHS Data
 * Dictionary, referral to treatment period status; RTT rules suite, rule 5). While one runs, none of them starts it anew.
 */
function startsAfter(stoppedBy: ClockStep | null, { to, rttStatus }: ClockStep): boolean {
  if (rttStatus === null || !startingCodes.has(rttStatus) || !isOpen(to)) return false;
  return rttStatus !== afterMonitoring || monitoringCodes.has(stoppedBy?.rttStatus ?? '');
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

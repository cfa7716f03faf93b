import { effectiveHistory, type Step } from './history.js';
import { type Asked, invalid, judgeWords, type Judgement, type Standing } from './judge-change.js';
import { allowedFrom, isOpen, WaitingStatus } from './status.js';

/** What an entry's history is once a correction is made. */
export interface Corrected {
  /** The status before the correction; null where it is the first. */
  readonly from: WaitingStatus | null;
  /** Where the entry then stands. */
  readonly status: WaitingStatus;
  readonly statusOn: string;
  /** The step before the correction, by its id; null where there is none. */
  readonly before: number | null;
  /** The step where the entry then stands, by its id; null where that is the correction. */
  readonly last: number | null;
}

interface Made extends Step {
  readonly made: boolean;
}

/** The steps that count once the correction is there, in their order. */
function withCorrection(history: readonly Step[], asked: Asked, corrects: number): readonly Made[] {
  const last = Math.max(...history.map(({ id }) => id));
  const correction = { id: last + 1, to: asked.to, effectiveOn: asked.effectiveOn, corrects, made: true };
  return effectiveHistory<Made>([...history.map((step) => ({ ...step, made: false })), correction]);
}

/** Whether two steps that did not follow one another before may do so now. */
function mayFollow(before: Step, after: Step): boolean {
  return before.to === after.to || allowedFrom(before.to).includes(after.to);
}

/** The change that a correction names, where it can be corrected still. */
function correctable(history: readonly Step[], corrects: string): Step | null {
  const named = history.find(({ id }) => String(id) === corrects);
  return named && !history.some((step) => step.corrects === named.id) ? named : null;
}

/**
 * Whether one earlier step of an entry may be superseded by what is asked. What was written stays; what then counts must be
 * steps that may follow one another wherever the correction brings two together, and it is dated after the ones before it.
 */
export function judgeCorrection(standing: Standing, history: readonly Step[], asked: Asked, today: string): Judgement {
  if (asked.expectedVersion !== standing.version) return { outcome: 'CONFLICT' };
  const named = correctable(history, asked.corrects ?? '');
  if (!named) return invalid('corrects', 'It is not a change of this entry, or it has been corrected already.');
  if (asked.effectiveOn > today) return invalid('effectiveOn', 'It cannot take effect after today.');
  if (asked.effectiveOn < standing.receivedOn)
    return invalid('effectiveOn', 'It cannot take effect before the referral was received.');
  const then = withCorrection(history, asked, named.id);
  const together = new Set(pairs(effectiveHistory(history)).map(([a, b]) => `${String(a.id)} ${String(b.id)}`));
  const added = pairs(then).filter(([a, b]) => !together.has(`${String(a.id)} ${String(b.id)}`));
  if (added.some(([a, b]) => !mayFollow(a, b)))
    return invalid(
      'corrects',
      'What remains would be steps that cannot follow one another: correct the later ones first.',
    );
  const last = then.at(-1);
  if (asked.to === WaitingStatus.REDIRECTED && last?.made !== true)
    return invalid('corrects', 'A redirect is the last step: correct the later ones first.');
  const untaken = asked.to === WaitingStatus.BOOKED || last?.made !== false ? null : untakenAppointment(last, asked);
  if (untaken !== null) return invalid('nextAppointmentOn', untaken);
  return judgeWords({ ...standing, status: before(then)?.to ?? standing.status }, asked, today);
}

/** What follows from a correction that may be made. */
export function correctedBy(history: readonly Step[], asked: Asked): Corrected {
  const then = withCorrection(history, asked, Number(asked.corrects));
  const last = then.at(-1);
  return {
    from: before(then)?.to ?? null,
    status: last?.to ?? asked.to,
    statusOn: last?.effectiveOn ?? asked.effectiveOn,
    before: before(then)?.id ?? null,
    last: last && !last.made ? last.id : null,
  };
}

/** Why what is said of the next appointment is not true of an entry that stands by a later step. */
function untakenAppointment(last: Made, { nextAppointmentOn }: Asked): string | null {
  if (nextAppointmentOn !== undefined && last.to === WaitingStatus.BOOKED)
    return 'A later step booked the next appointment: correct that one.';
  return nextAppointmentOn && !isOpen(last.to) ? 'There is none to come when an entry is closed.' : null;
}

/** The step before the correction. */
const before = (then: readonly Made[]): Made | undefined => then[then.findIndex(({ made }) => made) - 1];

const pairs = (steps: readonly Step[]): (readonly [Step, Step])[] =>
  steps.slice(1).flatMap((step, at) => {
    const previous = steps[at];
    return previous ? [[previous, step] as const] : [];
  });

import { countsInLife, lastDayCounted } from '../../../platform/access/lifetime.js';
import { academicYear } from '../../../platform/code-sets/academic-year.js';
import type { StoredEnrolment } from '../enrolment/stored-enrolment.js';
import { senOn } from '../sen/sen-on.js';
import { toNeeds, toSenRecord } from '../sen/sen-record.mapper.js';
import { schoolAgeBy, spellsToldBy } from './compulsory-schooling.js';
import { reasonLabel } from './exclusion-codes.js';
import { toGovernorsReview } from './governors-review.mapper.js';
import { sessionsByYear, yearOf } from './limit-of-45.js';
import { oneOfEach, type TellableSuspension } from './one-of-each.js';
import type { IsSchoolDay } from './served-sessions.js';
import { type SixthDayDuty, sixthDayDuties } from './sixth-day.js';
import type { StoredSuspension } from './suspension.repository.js';
import type { SixthDayProvision, Suspension, SuspensionSummary } from './suspension.type.js';
import { toldLength } from './told-length.js';

/** What is held of a child that a summary of suspensions is made of. */
export interface SuspendedChild {
  readonly suspensions: readonly StoredSuspension[];
  readonly rolls: readonly StoredEnrolment[];
  readonly diedOn: string | null;
}

/** What a summary is made on. */
export interface ToldOn {
  readonly today: string;
  readonly isSchoolDay: IsSchoolDay;
}

type Duty = SixthDayDuty<TellableSuspension>;

/** A child’s suspensions of an academic year, as clients see them. None of a day that is to come. */
export function toSummary(child: SuspendedChild, year: string, on: ToldOn): SuspensionSummary {
  const begun = begunBy(child, on.today);
  const duties = dutiesOf(child, begun, on);
  const { sessions, schoolDays, left, over, warning } = yearOf(begun, year, on.isSchoolDay);
  const ofYear = begun.filter(
    (one) => academicYear(one.startedOn) === year || sessionsByYear(one, on.isSchoolDay).has(year),
  );
  return {
    items: ofYear.map((one) => ({
      ...toSuspension(one, on.today),
      ...senThenAndNow(child, one.startedOn, on.today),
      sixthDayProvision: provisionOf(one, duties),
      // Reckoned where it is asked for: a list of many children asks for none.
      get governorsReview() {
        return toGovernorsReview(one, begun, on.isSchoolDay);
      },
    })),
    ...{ sessionsThisYear: sessions, schoolDaysThisYear: schoolDays, schoolDaysLeftOf45: left },
    ...{ overLimit: over, limitWarning: warning },
  };
}

/** Those that had begun by a day, each once; none after the child died. */
export const begunBy = ({ suspensions, diedOn }: Omit<SuspendedChild, 'rolls'>, today: string): TellableSuspension[] =>
  oneOfEach(suspensions).filter(({ startedOn }) => startedOn <= today && countsInLife(startedOn, diedOn));

function dutiesOf(
  { rolls, diedOn }: SuspendedChild,
  begun: readonly TellableSuspension[],
  { today, isSchoolDay }: ToldOn,
): Duty[] {
  const isOfSchoolAge = schoolAgeBy(spellsToldBy(rolls, today));
  return sixthDayDuties(
    begun,
    isSchoolDay,
    lastDayCounted(today, diedOn),
    (urn, dueOn) => countsInLife(dueOn, diedOn) && isOfSchoolAge(urn, dueOn),
  );
}

type AboutSen = 'senProvisionThen' | 'senNeedsThen' | 'senProvisionNow' | 'senNeedsNow';

/** Whoever looks from an earlier day is told no day that is to come. */
function toSuspension(
  stored: TellableSuspension,
  today: string,
): Omit<Suspension, AboutSen | 'sixthDayProvision' | 'governorsReview'> {
  const { urn, startedOn, category, reasons, cancelledOn, councilToldOn, firstToldOn } = stored;
  const [toldOn = today] = [councilToldOn ?? firstToldOn, firstToldOn, today].sort();
  return {
    ...{ urn, startedOn, category, cancelledOn, reasons: reasons.map(reasonLabel) },
    ...{ ...toldLength(stored), councilToldOn: toldOn },
  };
}

function senThenAndNow({ rolls }: SuspendedChild, startedOn: string, today: string): Pick<Suspension, AboutSen> {
  const then = senOn(rolls, startedOn);
  const now = toSenRecord(rolls, today);
  return {
    ...{ senProvisionThen: then?.provision ?? null, senNeedsThen: then ? toNeeds(then.needs) : null },
    ...{ senProvisionNow: now?.provision ?? null, senNeedsNow: now?.needs ?? null },
  };
}

function provisionOf(stored: TellableSuspension, duties: readonly Duty[]): SixthDayProvision | null {
  const duty = duties.find(({ of }) => of === stored);
  if (!duty) return null;
  const { dueOn, dutyOf, inPlaceOn, breached } = duty;
  return { dueOn, dutyOf, inPlaceOn, breached };
}

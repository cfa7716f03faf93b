import type { Worker } from '../area.js';
import type { AttendancePattern, SampleChild } from '../child.js';
import { addDays, dayOfWeek } from '../dates.js';

/** Whether a plan of the child is open: on any day, for a sample writes no plan that is to begin. */
const onPlan = ({ socialCare }: SampleChild): boolean =>
  (socialCare?.needs ?? []).some(({ plans = [], protection }) =>
    [...plans, ...(protection ? [protection] : [])].some(({ until }) => until === null),
  );

/** The Wednesday of the week before the one that holds the day. */
const wednesdayBefore = (asAt: string): string => addDays(asAt, -dayOfWeek(asAt) - 4);

function atSchool(child: SampleChild, more: Partial<AttendancePattern>): SampleChild {
  const { schooling } = child;
  const last = schooling?.enrolments.at(-1);
  if (!schooling || !last) return child;
  const enrolments = [...schooling.enrolments.slice(0, -1), { ...last, pattern: { ...last.pattern, ...more } }];
  return { ...child, schooling: { ...schooling, enrolments } };
}

/** The last worker hands the case over on the day. */
function handedOver(child: SampleChild, workers: readonly Worker[], on: string): SampleChild {
  const { socialCare } = child;
  const last = socialCare?.allocations.at(-1);
  const next = workers.find(({ team }) => team !== last?.worker.team);
  if (!socialCare || !last || !next || last.from >= on) return child;
  const allocations = [
    ...socialCare.allocations.slice(0, -1),
    { ...last, until: on },
    { ...last, worker: next, from: on, until: null },
  ];
  return { ...child, socialCare: { ...socialCare, allocations } };
}

/**
 * Makes what a week's list of children on plans is read for happen in the week before the day, to one child after another:
 * reasons for absence not given on two days, a part-time timetable, another worker, and nothing. It draws nothing, so
 * that whoever is not on a plan is as without it.
 */
export class PlanWeek {
  private turn = 0;

  constructor(
    private readonly asAt: string,
    private readonly workers: readonly Worker[],
  ) {}

  of(child: SampleChild): SampleChild {
    if (!onPlan(child) || child.schooling === null) return child;
    const on = wednesdayBefore(this.asAt);
    switch (this.turn++ % 4) {
      case 0:
        return atSchool(child, { unexplained: { from: on, schoolDays: 2 } });
      case 1:
        return atSchool(child, { partTime: { from: addDays(on, -14), until: null } });
      case 2:
        return handedOver(child, this.workers, on);
      default:
        return child;
    }
  }
}

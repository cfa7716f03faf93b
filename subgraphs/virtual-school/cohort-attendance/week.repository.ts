import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { ChildWeekRow } from './child-week.row.js';
import type { OwnWeek } from './own-weeks.js';
import { PlanWeekRow } from './plan-week.row.js';
import type { PlanWeek } from './plan-weeks.js';

const own = Columns.of(ChildWeekRow);
const plan = Columns.of(PlanWeekRow).without('alertCount');

/** Makes the own weeks of these children what is given, and of those not given none. */
export async function replaceOwnWeeks(
  writing: Writing,
  children: readonly string[],
  given: ReadonlyMap<string, readonly OwnWeek[]>,
): Promise<void> {
  const rows = [...given].flatMap(([childId, weeks]) => weeks.map((one) => ({ ...one, childId })));
  await writing.replace(own, children, rows);
}

/** The same of the weeks of their plans. */
export async function replacePlanWeeks(
  writing: Writing,
  children: readonly string[],
  given: ReadonlyMap<string, readonly PlanWeek[]>,
): Promise<void> {
  const rows = [...given].flatMap(([childId, weeks]) => weeks.map((one) => ({ ...one, childId })));
  await writing.replace(plan, children, rows);
}

import { daysOfTerm, termOfWeek } from '../../../platform/code-sets/academic-term.js';
import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { type Believed, forgetBelieved, replaceBelieved } from '../believed/believed.repository.js';
import { CohortSessionTermRow } from './cohort-session-term.row.js';
import { CohortSessionWeekPastRow } from './cohort-session-week-past.row.js';
import { CohortSessionWeekRow } from './cohort-session-week.row.js';
import type { Slice } from './week-slices.js';

const slice = Columns.of(CohortSessionWeekRow);
const said = slice.without('believedFrom', 'alone');
const placed = slice.without('believedFrom');
const past = Columns.of(CohortSessionWeekPastRow).table;
const term = Columns.of(CohortSessionTermRow);
const termKey = term.without('firstWeek', 'lastWeek', 'possible', 'attended', 'believedFrom');
const termSums = term.only('firstWeek', 'lastWeek', 'possible', 'attended', 'believedFrom');

const believed: Believed = {
  ...{ said, past },
  workedOut: {
    columns: placed,
    given: `count(*) over (partition by x."childId", x."weekBeginning", x.cohort) = 1 as alone`,
  },
};

// From what is stored: since when it is believed is known there alone.
const addingUp = `with mine as materialized (select k.held from ctx.keys($1) k),
  now as materialized (
    select w.child_id, w.cohort, t."termBegins" term_begins, w.school_urn, w.team, w.phase, w.sen_provision, w.free_school_meals,
      min(w.week_beginning) first_week, max(w.week_beginning) last_week, sum(w.possible) possible, sum(w.attended) attended,
      max(w.believed_from) believed_from
    from virtual_school.cohort_session_week w
    join jsonb_to_recordset($2) t("weekBeginning" date, "termBegins" date) on t."weekBeginning" = w.week_beginning
    where w.child_id in (select held from mine)
    group by 1, 2, 3, 4, 5, 6, 7, 8),
  gone as (
    delete from virtual_school.cohort_session_term held where held.child_id in (select m.held from mine m) and not exists (
      select from now n where (${termKey.names('n')}) = (${termKey.names('held')})))
  insert into virtual_school.cohort_session_term as held (${term.names()}) select ${term.names('n')} from now n
  on conflict (${termKey.names()}) do update set ${termSums.renewal}`;

/**
 * Makes the slices of these children what is given, and of those not given none. What was said otherwise until now is kept
 * with the moments between which it was said; what is said as before stays as it is. What they add up to follows.
 */
export async function replaceSlices(
  writing: Writing,
  children: readonly string[],
  given: ReadonlyMap<string, readonly Slice[]>,
): Promise<void> {
  const rows = [...given].flatMap(([childId, slices]) => slices.map((one) => ({ ...one, childId })));
  await replaceBelieved(writing, believed, children, said.json(rows));
  await writing.query(addingUp, [children, JSON.stringify(termsOf(rows))]);
}

/** The weeks of these slices, and the first day of each one's term. */
function termsOf(
  slices: readonly Slice[],
): { readonly weekBeginning: string; readonly termBegins: string | undefined }[] {
  const weeks = new Set(slices.map(({ weekBeginning }) => weekBeginning));
  return [...weeks].map((weekBeginning) => ({
    weekBeginning,
    termBegins: daysOfTerm(termOfWeek(weekBeginning))?.from,
  }));
}

/** Of whom nothing is to be kept any more, not what was said of them once either. */
export async function forgetSlices(writing: Writing, children: readonly string[]): Promise<void> {
  await forgetBelieved(writing, past, children);
}

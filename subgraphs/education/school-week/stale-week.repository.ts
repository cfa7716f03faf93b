import type { Writing } from '../../../platform/db/write-unit.js';
import { countedLetters } from './counted-letters.js';

/** A register week that changed, by the enrolment it stands under. */
interface ChangedWeek {
  readonly enrolmentId: string;
  /** The Monday. */
  readonly weekBeginning: string;
}

/**
 * Notes, in the transaction of what changed, from which weeks on a school's totals are to be counted anew. They are counted
 * when they are next asked for: see education.count_school_weeks.
 */
export class StaleWeekRepository {
  constructor(private readonly writing: Writing) {}

  /** Marks of these weeks changed. */
  async ofRegisters(changed: readonly ChangedWeek[]): Promise<void> {
    if (changed.length === 0) return;
    await this.writing.query(
      `insert into education.school_week_stale (urn, week_beginning)
        select e.urn, min(x.week)
        from unnest($1::uuid[], $2::date[]) x(enrolment, week) join education.enrolment e on e.id = x.enrolment
        group by e.urn, education.year_of_week(x.week)`,
      [changed.map(({ enrolmentId }) => enrolmentId), changed.map(({ weekBeginning }) => weekBeginning)],
    );
  }

  /**
   * Rolls of these schools changed, for some of the children that this unit was opened for: where any of their marks at
   * these schools count may have changed, under whichever of a child's records they stand.
   */
  async ofRolls(urns: readonly string[]): Promise<void> {
    if (urns.length === 0) return;
    await this.writing.query(
      `insert into education.school_week_stale (urn, week_beginning)
        select e.urn, min(w.week_beginning)
        from education.enrolment e join education.attendance_week w on w.enrolment_id = e.id
        where e.urn = any ($1) group by e.urn, education.year_of_week(w.week_beginning)`,
      [urns],
    );
  }

  /** Counts what was noted, for as long as a question may take; whether more is left. For the feed's own system alone. */
  async count(): Promise<boolean> {
    const [counted] = await this.writing.query<{ readonly more: boolean }>(
      'select education.count_school_weeks($1) as more',
      [countedLetters],
    );
    return counted?.more ?? false;
  }
}

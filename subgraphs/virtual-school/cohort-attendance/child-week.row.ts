import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A child's own week of sessions, whatever the status, as stored: of every week with a mark that counts. */
@Entity({ schema: 'virtual_school', name: 'child_week' })
export class ChildWeekRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  /** The Monday. */
  @PrimaryColumn('date', { name: 'week_beginning' }) weekBeginning: string;
  @Column('smallint') possible: number;
  @Column('smallint') attended: number;
  @Column('smallint') authorised: number;
  @Column('smallint') unauthorised: number;
  @Column('smallint') late: number;
  /** Sessions marked C2. */
  @Column('smallint', { name: 'part_time' }) partTime: number;
  /** The last day attended, up to the end of this week. */
  @Column('date', { name: 'last_attended_on', nullable: true }) lastAttendedOn: string | null;
  /** A bit a weekday, Monday = 1, with a session marked N. */
  @Column('smallint', { name: 'n_days' }) nDays: number;
  /** A bit a weekday with a session that could have been attended. */
  @Column('smallint', { name: 'possible_days' }) possibleDays: number;
  /** The main school on the first day of the week with one, and on the last. */
  @Column('text', { name: 'first_main_urn', nullable: true }) firstMainUrn: string | null;
  @Column('text', { name: 'last_main_urn', nullable: true }) lastMainUrn: string | null;
}

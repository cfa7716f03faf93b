import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a school's calendar says of a week, as the copy of education's has it: of no child. */
@Entity({ schema: 'partnership', name: 'kept_calendar_week' })
export class KeptCalendarWeekRow {
  @PrimaryColumn('text') urn: string;
  /** The Monday. */
  @PrimaryColumn('date', { name: 'week_beginning' }) weekBeginning: string;
  /** A bit a weekday, Monday = 1, of which the calendar speaks. */
  @Column('smallint', { name: 'calendar_days' }) calendarDays: number;
  /** Of these, those on which the school is open. */
  @Column('smallint', { name: 'open_days' }) openDays: number;
  /** The owner's, of its last change. */
  @Column('bigint') version: number;
}

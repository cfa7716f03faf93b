import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the calendar that holds for a school says of a week, as stored: follows from the calendars. About no child. */
@Entity({ schema: 'education', name: 'calendar_week' })
export class CalendarWeekRow {
  @PrimaryColumn('text') urn: string;
  /** The Monday. */
  @PrimaryColumn('date', { name: 'week_beginning' }) weekBeginning: string;
  /** A bit a weekday, Monday = 1, of which the calendar speaks. */
  @Column('smallint', { name: 'calendar_days' }) calendarDays: number;
  /** Of these, those on which the school is open. */
  @Column('smallint', { name: 'open_days' }) openDays: number;
  /** What changed last has the greatest. */
  @Column('bigint') version: number;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { CALENDAR_KINDS, CALENDAR_SCOPES, type CalendarKind, type CalendarScope } from './calendar-span.js';

/** Days of one kind, as the calendar of a school or of an area has them, as stored: about no child. */
@Entity({ schema: 'education', name: 'school_calendar' })
export class SchoolCalendarRow {
  @Word(CALENDAR_SCOPES, { primary: true })
  scope: CalendarScope;
  /** The school's URN, or the area's local authority code. */
  @PrimaryColumn('text') code: string;
  @Word(CALENDAR_KINDS, { primary: true })
  kind: CalendarKind;
  @PrimaryColumn('date', { name: 'from_on' }) from: string;
  /** The last day, itself included. */
  @Column('date', { name: 'until_on' }) until: string;
}

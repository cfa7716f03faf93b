import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { SessionOfDay } from '../../../platform/vocabulary/session-of-day.js';

/** A mark that a school put right, as stored. */
@Entity({ schema: 'education', name: 'attendance_correction' })
export class AttendanceCorrectionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'child_id' }) childId: string;
  @Column('uuid', { name: 'enrolment_id' }) enrolmentId: string;
  @Column('text') urn: string;
  /** The day of the session. */
  @Column('date', { name: 'session_on' }) on: string;
  @Word(SessionOfDay) session: SessionOfDay;
  /** Published codes. */
  @Column('text') was: string;
  @Column('text') became: string;
  /** The name of the file that says so. */
  @Column('text') file: string;
  /** ISO instant. */
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: string;
}

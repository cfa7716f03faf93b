import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One enrolment's school week, as stored. */
@Entity({ schema: 'education', name: 'attendance_week' })
export class AttendanceWeekRow {
  @PrimaryColumn('uuid', { name: 'enrolment_id' }) enrolmentId: string;
  @Column('uuid', { name: 'child_id' }) childId: string;
  /** The Monday. */
  @PrimaryColumn('date', { name: 'week_beginning' }) weekBeginning: string;
  /** Ten bytes: see packWeek. */
  @Column('bytea') marks: Uint8Array;
}

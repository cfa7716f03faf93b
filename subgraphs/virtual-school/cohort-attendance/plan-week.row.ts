import { Column, Entity, PrimaryColumn } from 'typeorm';
import { z } from 'zod';
import { Document, Word } from '../../../platform/db/table/stored-value.js';
import { type Alert, ALERT_KINDS } from './alert.js';
import { PLAN_STATUSES, type PlanStatus } from './plan-status.js';

const alerts = z.array(z.object({ kind: z.enum(ALERT_KINDS), since: z.iso.date() }));

/**
 * A week of a child on a plan as stored, as the weekly list shows it. Weeks running that say the same, such as those of a
 * holiday, or those to come, are one row.
 */
@Entity({ schema: 'virtual_school', name: 'plan_week' })
export class PlanWeekRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  /** The Monday of the first week of which it holds. */
  @PrimaryColumn('date', { name: 'week_beginning' }) weekBeginning: string;
  /** The Monday of the last one; null where it holds of every later week until something is told. */
  @Column('date', { name: 'last_week', nullable: true }) lastWeek: string | null;
  /** Friday's, else the last held in the week; so are school and team. */
  @Word(PLAN_STATUSES) status: PlanStatus;
  /** The main school's. */
  @Column('text', { name: 'school_urn', nullable: true }) schoolUrn: string | null;
  /** Empty where none held the case. */
  @Column('text') team: string;
  @Column('smallint') possible: number;
  @Column('smallint') attended: number;
  @Column('smallint') authorised: number;
  @Column('smallint') unauthorised: number;
  @Column('smallint') late: number;
  /** The last day attended, up to the end of the week. */
  @Column('date', { name: 'last_attended_on', nullable: true }) lastAttendedOn: string | null;
  /** Each kind at most once, and the day since which it holds. */
  @Document(alerts) alerts: readonly Alert[];
  @Column({ type: 'int', name: 'alert_count', insert: false, update: false }) alertCount: number;
}

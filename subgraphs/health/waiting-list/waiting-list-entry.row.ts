import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import type { FileSaid } from './file-said.js';
import { HealthService, WaitingStatus } from './status.js';

const priorities = ['ROUTINE', 'URGENT'] as const;

/** One entry of a provider's waiting list, as stored. */
@Entity({ schema: 'health', name: 'waiting_list_entry' })
export class WaitingListEntryRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'child_id' }) childId: string;
  @Column('text', { name: 'provider_ods' }) providerOds: string;
  @Column('text', { name: 'entry_ref' }) entryRef: string;
  @Word(HealthService) service: HealthService;
  @Word(WaitingStatus) status: WaitingStatus;
  @Column('date', { name: 'status_on' }) statusOn: string;
  @Word(priorities, { nullable: true }) priority: (typeof priorities)[number] | null;
  @Column('date', { name: 'received_on' }) receivedOn: string;
  /** The day it came to this provider, where it was received elsewhere first; null for every other. */
  @Column('date', { name: 'came_on', nullable: true }) cameOn: string | null;
  @Column('text', { name: 'next_step', nullable: true }) nextStep: string | null;
  @Column('date', { name: 'next_appointment_on', nullable: true }) nextAppointmentOn: string | null;
  @Column('text', { name: 'support_while_waiting', array: true }) supportWhileWaiting: readonly string[];
  @Column('text', { name: 'referred_by', nullable: true }) referredBy: string | null;
  @Column('text', { name: 'clinician_name', nullable: true }) clinicianName: string | null;
  @Column('date', { name: 'baseline_outcome_on', nullable: true }) baselineOutcomeOn: string | null;
  @Column('date', { name: 'care_plan_on', nullable: true }) carePlanOn: string | null;
  /** The entry whose wait goes on in this one. */
  @Column('uuid', { name: 'continues_from', nullable: true }) continuesFrom: string | null;
  /** Kept to its provider, as a competent young person wishes. */
  @Column('boolean') confidential: boolean;
  /** The organisation that referred through the hub. */
  @Column('text', { name: 'referred_by_org', nullable: true }) referredByOrg: string | null;
  /** The person who referred through the hub, as their token names them; null for an entry that was made otherwise. */
  @Column('text', { name: 'referred_by_person', nullable: true }) referredByPerson: string | null;
  /** The published code of the source of referral. */
  @Column('text', { name: 'referral_source', nullable: true }) referralSource: string | null;
  @Column('text', { name: 'child_voice', nullable: true }) childVoice: string | null;
  @Column('text', { name: 'parent_voice', nullable: true }) parentVoice: string | null;
  /** In whole years, on the day the referral was received. */
  @Column('smallint', { name: 'age_at_referral', nullable: true }) ageAtReferral: number | null;
  @Column('text', { nullable: true }) sex: string | null;
  @Column('text', { nullable: true }) ethnicity: string | null;
  @Column('int') version: number;
  /** Who changed it last: a person, or `file`; null where that was not kept. */
  @Column('text', { name: 'changed_by', nullable: true }) changedBy: string | null;
  /** ISO instant. */
  @Column('timestamptz', { name: 'changed_at', nullable: true }) changedAt: string | null;
  /** What the provider's last file said; null where no file ever has. */
  @Column('jsonb', { name: 'from_file', nullable: true }) fromFile: FileSaid | null;
}

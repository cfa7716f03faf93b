import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { HealthService, WaitingStatus } from './status.js';

/** Who cancelled an appointment. */
export const cancellers = ['FAMILY', 'PROVIDER'] as const;

/** One change of an entry's status, as stored. */
@Entity({ schema: 'health', name: 'waiting_list_change' })
export class WaitingListChangeRow {
  @PrimaryColumn('bigint', { insert: false, update: false }) id: number;
  @Column('uuid', { name: 'entry_id' }) entryId: string;
  @Column('uuid', { name: 'child_id' }) childId: string;
  /** Null for the first. */
  @Word(WaitingStatus, { name: 'from_status', nullable: true }) from: WaitingStatus | null;
  @Word(WaitingStatus, { name: 'to_status' }) to: WaitingStatus;
  @Column('date', { name: 'effective_on' }) effectiveOn: string;
  /** ISO instant. */
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: string;
  @Column('text', { name: 'recorded_by' }) by: string;
  @Column('text', { nullable: true }) reason: string | null;
  /** The appointment that this change booked, or that was missed or cancelled by it. */
  @Column('date', { name: 'appointment_on', nullable: true }) appointmentOn: string | null;
  @Column('boolean', { name: 'first_appointment' }) firstAppointment: boolean;
  /** Offered with reasonable notice and choice, as the waiting-time rules have it. */
  @Column('boolean', { name: 'properly_offered' }) properlyOffered: boolean;
  @Column('boolean', { name: 'was_not_brought' }) wasNotBrought: boolean;
  @Word(cancellers, { name: 'cancelled_by', nullable: true }) cancelledBy: (typeof cancellers)[number] | null;
  /** The published referral-to-treatment status code. */
  @Column('text', { name: 'rtt_status', nullable: true }) rttStatus: string | null;
  @Word(HealthService, { name: 'redirect_to', nullable: true }) redirectTo: HealthService | null;
  @Column('text', { name: 'redirect_provider', nullable: true }) redirectProvider: string | null;
  /** The change that this one corrects, which counts for nothing any more. */
  @Column('bigint', { nullable: true }) corrects: number | null;
  /** The transaction that wrote it, which the database says; null for those from before it did. */
  @Column('bigint', { nullable: true }) xid: number | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One entry of a provider's waiting list, as stored. */
@Entity({ schema: 'health', name: 'waiting_list_entry' })
export class WaitingListEntryRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'child_id' }) childId: string;
  @Column('text', { name: 'provider_ods' }) providerOds: string;
  @Column('text', { name: 'entry_ref' }) entryRef: string;
  @Column('text') service: string;
  @Column('text') status: string;
  @Column('date', { name: 'status_on' }) statusOn: string;
  @Column('text', { nullable: true }) priority: string | null;
  @Column('date', { name: 'received_on' }) receivedOn: string;
  @Column('text', { name: 'next_step', nullable: true }) nextStep: string | null;
  @Column('date', { name: 'next_appointment_on', nullable: true }) nextAppointmentOn: string | null;
  @Column('text', { name: 'support_while_waiting', array: true }) supportWhileWaiting: string[];
  @Column('text', { name: 'referred_by', nullable: true }) referredBy: string | null;
  @Column('date', { name: 'referrer_told_on', nullable: true }) referrerToldOn: string | null;
  @Column('text', { name: 'clinician_name', nullable: true }) clinicianName: string | null;
  @Column('int') version: number;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A court order about a child, as stored. */
@Entity({ schema: 'youth_justice', name: 'court_order' })
export class CourtOrderRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  @PrimaryColumn('text', { name: 'order_ref' }) orderRef: string;
  @Column('date', { name: 'opened_on' }) openedOn: string;
  @Column('date', { name: 'closed_on', nullable: true }) closedOn: string | null;
}

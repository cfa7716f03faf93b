import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That the risk to a child who was not brought was considered, as stored. */
@Entity({ schema: 'health', name: 'risk_considered' })
export class RiskConsideredRow {
  @PrimaryColumn('bigint', { insert: false, update: false }) id: number;
  @Column('uuid', { name: 'entry_id' }) entryId: string;
  @Column('uuid', { name: 'child_id' }) childId: string;
  @Column('date', { name: 'considered_on' }) consideredOn: string;
  /** The last step of the entry that was known then. */
  @Column('bigint') through: number;
  @Column('text', { name: 'recorded_by' }) by: string;
  /** ISO instant. */
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: string;
}

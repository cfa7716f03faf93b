import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a record is found by, as a hash, as stored. */
@Entity({ schema: 'partnership', name: 'match_key' })
export class MatchKeyRow {
  /** Below 2^53. */
  @PrimaryColumn('bigint') key: number;
  @Column('uuid', { name: 'child_id' }) childId: string;
  @PrimaryColumn('text') source: string;
  @PrimaryColumn('text', { name: 'source_key' }) sourceKey: string;
  /** A number of an agency's: never left out for being common. */
  @Column('boolean') sure: boolean;
}

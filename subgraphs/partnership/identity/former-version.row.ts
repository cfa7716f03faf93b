import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What a source said before it said something else, as stored. The table has no key: nobody addresses one; TypeORM, which
 * wants one, is told what tells them apart.
 */
@Entity({ schema: 'partnership', name: 'former_version' })
export class FormerVersionRow {
  @Column('uuid', { name: 'child_id' }) childId: string;
  @PrimaryColumn('text') source: string;
  @PrimaryColumn('text', { name: 'source_key' }) sourceKey: string;
  @Column('text', { nullable: true }) given: string | null;
  @Column('text', { nullable: true }) family: string | null;
  @Column('date', { name: 'date_of_birth', nullable: true }) dateOfBirth: string | null;
  @Column('text', { nullable: true }) postcode: string | null;
  /** ISO instant. */
  @PrimaryColumn('timestamptz') received: string;
}

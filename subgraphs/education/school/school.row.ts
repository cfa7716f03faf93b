import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A school of the national register, as stored. */
@Entity({ schema: 'education', name: 'school' })
export class SchoolRow {
  @PrimaryColumn('text') urn: string;
  @Column('text') name: string;
  @Column('text') type: string;
  @Column('text', { nullable: true }) phase: string | null;
  @Column('text') status: string;
  @Column('text', { name: 'local_authority_code' }) localAuthorityCode: string;
  @Column('text', { name: 'local_authority_name' }) localAuthorityName: string;
  @Column('text', { name: 'establishment_number', nullable: true }) establishmentNumber: string | null;
  @Column('date', { name: 'opened_on', nullable: true }) openedOn: string | null;
  @Column('date', { name: 'closed_on', nullable: true }) closedOn: string | null;
  /** Years of age. */
  @Column('int', { name: 'lowest_age', nullable: true }) lowestAge: number | null;
  @Column('int', { name: 'highest_age', nullable: true }) highestAge: number | null;
  @Column('text', { nullable: true }) postcode: string | null;
}

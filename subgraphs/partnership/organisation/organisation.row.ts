import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A body of the partnership, as stored. */
@Entity({ schema: 'partnership', name: 'organisation' })
export class OrganisationRow {
  @PrimaryColumn('text') id: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) kind: string | null;
}

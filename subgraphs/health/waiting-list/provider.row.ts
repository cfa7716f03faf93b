import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A provider of health services, as stored. */
@Entity({ schema: 'health', name: 'provider' })
export class ProviderRow {
  @PrimaryColumn('text', { name: 'ods_code' }) odsCode: string;
  /** Its code where nobody has given a name. */
  @Column('text') name: string;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a provider's own lists say what one of our columns says, as stored. */
@Entity({ schema: 'health', name: 'provider_layout' })
export class ProviderLayoutRow {
  @PrimaryColumn('text', { name: 'provider_ods' }) providerOds: string;
  /** What the provider calls this kind of list. */
  @PrimaryColumn('text') layout: string;
  /** Ours. */
  @PrimaryColumn('text', { name: 'column_name' }) column: string;
  /** Theirs; null where every row says the same. */
  @Column('text', { nullable: true }) header: string | null;
  /** What every row says; null where they have a header for it. */
  @Column('text', { nullable: true }) value: string | null;
}

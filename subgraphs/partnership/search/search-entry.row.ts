import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a child may be found by, under each of the child's ids, as stored. */
@Entity({ schema: 'partnership', name: 'search_entry' })
export class SearchEntryRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  /** Hashes below 2^53. */
  @Column('bigint', { array: true }) keys: readonly number[];
  /** Whose area the child lives in (org:<council code>); null where not known. */
  @Column('text', { nullable: true }) area: string | null;
}

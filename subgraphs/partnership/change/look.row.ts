import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When somebody, in one role at one organisation, last looked at what changed. */
@Entity({ schema: 'partnership', name: 'look' })
export class LookRow {
  @PrimaryColumn('text') subject: string;
  @PrimaryColumn('text') organisation: string;
  @PrimaryColumn('text') role: string;
  /** ISO instant; null where the last was the first. */
  @Column('timestamptz', { nullable: true }) before: string | null;
  /** ISO instant. */
  @Column('timestamptz') last: string;
}

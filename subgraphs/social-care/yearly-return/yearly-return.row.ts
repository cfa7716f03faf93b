import { Column, Entity, PrimaryColumn } from 'typeorm';
import { z } from 'zod';
import { Document } from '../../../platform/db/table/stored-value.js';
import type { Spell } from './spell.js';

const spells = z.array(
  z.object({
    kind: z.enum(['CARE', 'SHORT_BREAK', 'REFERRAL', 'CHILD_IN_NEED_PLAN', 'CHILD_PROTECTION_PLAN']),
    from: z.iso.date(),
    until: z.iso.date().nullable(),
    leftFor: z.enum(['PERMANENCE', 'KINSHIP']).nullable(),
    reviewedOn: z.iso.date().nullable(),
  }),
);

/** What the return of one year says of one record of a child, as stored. */
@Entity({ schema: 'social_care', name: 'yearly_return' })
export class YearlyReturnRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  @PrimaryColumn('text') source: string;
  /** The year on whose 31 March it ends. */
  @PrimaryColumn('smallint') year: number;
  /** Whether all it says of the child could be read. */
  @Column('boolean') whole: boolean;
  /** Read and written together, never searched. */
  @Document(spells) spells: readonly Spell[];
  @Column('date', { name: 'died_on', nullable: true }) diedOn: string | null;
}

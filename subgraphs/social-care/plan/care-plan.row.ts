import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';

const kinds = [SocialCareStatus.CHILD_IN_NEED, SocialCareStatus.CHILD_PROTECTION] as const;

/** A Child in Need or child protection plan as one source says, as stored. */
@Entity({ schema: 'social_care', name: 'care_plan' })
export class CarePlanRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  @PrimaryColumn('text') source: string;
  /** Unique within the child and source, and the same in the source's next file. */
  @PrimaryColumn('text', { name: 'source_ref' }) sourceRef: string;
  @Word(kinds) kind: (typeof kinds)[number];
  @Column('date', { name: 'started_on' }) startedOn: string;
  @Column('date', { name: 'ended_on', nullable: true }) endedOn: string | null;
  @Column('date', { name: 'reviewed_on', nullable: true }) reviewedOn: string | null;
  @Column('date', { name: 'next_review_on', nullable: true }) nextReviewOn: string | null;
}

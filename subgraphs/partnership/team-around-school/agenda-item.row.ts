import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An item of the agenda of the team around a school, as stored. */
@Entity({ schema: 'partnership', name: 'agenda_item' })
export class AgendaItemRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'school_urn' }) schoolUrn: string;
  @Column('uuid', { name: 'child_id' }) childId: string;
  @Column('text', { name: 'raised_by' }) raisedBy: string;
  @Column('text') reason: string;
  @Column('text', { name: 'child_voice', nullable: true }) childVoice: string | null;
  @Column('text', { name: 'parent_voice', nullable: true }) parentVoice: string | null;
  @Column('date', { name: 'meeting_on' }) meetingOn: string;
  /** What was decided about it, in words; null while nothing was. */
  @Column('text', { nullable: true }) outcome: string | null;
  /** The first day it no longer stands. */
  @Column('date') until: string;
  /** ISO instant; null while it stands open. */
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: string | null;
  @Column('int') version: number;
}

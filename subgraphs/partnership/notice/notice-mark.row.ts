import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a notice was read, and the risk considered, as stored: one row each time an organisation's staff said it. */
@Entity({ schema: 'partnership', name: 'notice_mark' })
export class NoticeMarkRow {
  @PrimaryColumn('uuid', { name: 'notice_id' }) noticeId: string;
  /** Of the one who read it: what one school has read is unread for another. */
  @PrimaryColumn('text') organisation: string;
  /** The version of the notice that this made, from 2. */
  @PrimaryColumn('int') version: number;
  @Column('uuid', { name: 'child_id' }) childId: string;
  /** ISO instant. */
  @Column('timestamptz', { name: 'read_at' }) readAt: string;
  @Column('text', { name: 'risk_considered', nullable: true }) riskConsidered: string | null;
  @Column('text') actor: string;
  @Column('text', { name: 'actor_name' }) actorName: string;
  @Column('text', { name: 'actor_role' }) actorRole: string;
}

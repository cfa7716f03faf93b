import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { type ToldAs, toldAs } from '../../../platform/vocabulary/facet.js';
import { type NoticeKind, noticeKinds } from '../../../platform/vocabulary/notice-kind.js';

/** A fact of which somebody must be told, as stored: once for each duty that it is told to. */
@Entity({ schema: 'partnership', name: 'notice' })
export class NoticeRow {
  @PrimaryColumn('uuid') id: string;
  /** The record's id that the fact is of: one of perhaps several ids of the child. */
  @Column('uuid', { name: 'child_id' }) childId: string;
  /** Whose fact it is. */
  @Word(Domain) domain: Domain;
  /** That domain's own key of it. */
  @Column('text', { name: 'fact_key' }) factKey: string;
  /** As what somebody is told: the facet that opens it. */
  @Word(toldAs, { name: 'told_as' }) toldAs: ToldAs;
  @Word(noticeKinds) kind: NoticeKind;
  @Column('date', { name: 'happened_on' }) happenedOn: string;
  /** The one organisation it is for; null for all who have the duty. */
  @Column('text', { nullable: true }) organisation: string | null;
  @Column('text') fact: string;
  /** ISO instant. */
  @Column('timestamptz', { name: 'raised_at' }) raisedAt: string;
  /** ISO instant: when its domain took the fact back that somebody had read of. */
  @Column('timestamptz', { name: 'taken_back_at', nullable: true }) takenBackAt: string | null;
}

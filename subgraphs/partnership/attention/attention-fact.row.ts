import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { type AttentionKind, attentionKinds } from '../../../platform/vocabulary/attention-kind.js';
import { Domain } from '../../../platform/vocabulary/domain.js';

/** A fact of a child that needs attention, as the copy of its domain's word has it. */
@Entity({ schema: 'partnership', name: 'attention_fact' })
export class AttentionFactRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  /** Whose fact it is. */
  @Word(Domain, { primary: true }) domain: Domain;
  /** That domain's own key of it among the child's. */
  @PrimaryColumn('text', { name: 'fact_key' }) factKey: string;
  /** The tier it stands under, in its domain and here. */
  @Column('text') tier: string;
  /** What it takes to see it besides the tier; null where the tier is enough. */
  @Column('text', { nullable: true }) facet: string | null;
  /** The domain whose facts have to be shown too; null where its own domain’s rules are enough. */
  @Word(Domain, { nullable: true }) besides: Domain | null;
  @Word(attentionKinds) kind: AttentionKind;
  @Column('text') fact: string;
  @Column('date') since: string;
  /** The first day on which it needs attention; it may be to come. */
  @Column('date', { name: 'stands_from' }) from: string;
  /** The first day on which it needs none any more; null while none is known. */
  @Column('date', { name: 'stands_until', nullable: true }) until: string | null;
}

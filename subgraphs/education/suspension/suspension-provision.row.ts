import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { SuspensionCategory } from './suspension-category.js';

/** Provision for a child who is kept out of school, as somebody recorded it by hand, as stored. */
@Entity({ schema: 'education', name: 'suspension_provision' })
export class SuspensionProvisionRow {
  @PrimaryColumn('uuid') id: string;
  /** With the next three, the suspension it is for. */
  @Column('uuid', { name: 'child_id' }) childId: string;
  @Column('text') urn: string;
  @Column('date', { name: 'started_on' }) startedOn: string;
  @Word(SuspensionCategory) category: SuspensionCategory;
  @Column('date', { name: 'in_place_on' }) inPlaceOn: string;
  @Column('text') provider: string;
  /** ISO instant. */
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: string;
  @Column('text') actor: string;
  @Column('text', { name: 'actor_name' }) actorName: string;
  @Column('text', { name: 'actor_role' }) actorRole: string;
  @Column('text', { name: 'actor_org' }) actorOrg: string;
}

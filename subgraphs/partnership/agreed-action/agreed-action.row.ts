import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What professionals agreed to do for a child, as stored. Days are ISO. */
@Entity({ schema: 'partnership', name: 'agreed_action' })
export class AgreedActionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'child_id' }) childId: string;
  /** The school whose team agreed it; null where the virtual school or social care did. */
  @Column('text', { name: 'school_urn', nullable: true }) schoolUrn: string | null;
  /** The item of that team's agenda that it was agreed on. */
  @Column('uuid', { name: 'agenda_item_id', nullable: true }) agendaItemId: string | null;
  @Column('text') what: string;
  @Column('text') owner: string;
  /** The body they work for, by the id the hub knows it by; null where none was named. */
  @Column('text', { name: 'owner_organisation', nullable: true }) ownerOrganisation: string | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn: string | null;
  @Column('date', { name: 'recorded_on' }) recordedOn: string;
  /** Null while it is to be done. */
  @Column('date', { name: 'done_on', nullable: true }) doneOn: string | null;
  @Column('int') version: number;
}

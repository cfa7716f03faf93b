import { Entity, PrimaryColumn } from 'typeorm';

/** Two ids of which a person said that they are of two children, as stored; the lesser first. No file undoes it. */
@Entity({ schema: 'partnership', name: 'kept_apart' })
export class KeptApartRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  @PrimaryColumn('uuid', { name: 'other_id' }) otherId: string;
}

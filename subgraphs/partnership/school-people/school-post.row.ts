import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { DIRECTORY_SCOPES, type DirectoryScope } from './directory-scope.js';
import { SchoolPostRole } from './school-post-role.js';

/** Who holds one post at a school, or for a cluster, and from when until when, as stored: of no child. */
@Entity({ schema: 'partnership', name: 'school_post' })
export class SchoolPostRow {
  @PrimaryColumn('int', { insert: false, update: false }) id: number;
  @Word(DIRECTORY_SCOPES) scope: DirectoryScope;
  /** The school's URN, or what the cluster is called. */
  @Column('text') code: string;
  @Word(SchoolPostRole) role: SchoolPostRole;
  /** Null where the directory says that the post is vacant. */
  @Column('text', { nullable: true }) name: string | null;
  /** The subject of the holder's token, where they can sign in. */
  @Column('text', { name: 'user_id', nullable: true }) userId: string | null;
  @Column('date', { name: 'held_from' }) from: string;
  @Column('date', { name: 'held_until', nullable: true }) until: string | null;
}

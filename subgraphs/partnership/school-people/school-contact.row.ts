import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { DIRECTORY_SCOPES, type DirectoryScope } from './directory-scope.js';
import { SchoolPostRole } from './school-post-role.js';

/** How to reach who holds a post, as stored: apart, because fewer may know it than who that is. */
@Entity({ schema: 'partnership', name: 'school_contact' })
export class SchoolContactRow {
  @Word(DIRECTORY_SCOPES, { primary: true }) scope: DirectoryScope;
  @PrimaryColumn('text') code: string;
  @Word(SchoolPostRole, { primary: true }) role: SchoolPostRole;
  @PrimaryColumn('text') name: string;
  @Column('text') contact: string;
}

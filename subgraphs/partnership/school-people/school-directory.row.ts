import { Column, Entity, PrimaryColumn } from 'typeorm';
import { z } from 'zod';
import { Document, Word } from '../../../platform/db/table/stored-value.js';
import { DIRECTORY_SCOPES, type DirectoryScope } from './directory-scope.js';
import { SchoolPostRole } from './school-post-role.js';

/** That a directory of a school, or of a cluster of schools, came, as stored: of no child. */
@Entity({ schema: 'partnership', name: 'school_directory' })
export class SchoolDirectoryRow {
  @Word(DIRECTORY_SCOPES, { primary: true }) scope: DirectoryScope;
  /** The school's URN, or what the cluster is called. */
  @PrimaryColumn('text') code: string;
  /** The cluster that a school belongs to. */
  @Column('text', { nullable: true }) cluster: string | null;
  /** The day as it was on which it tells who holds the posts. */
  @Column('date', { name: 'told_on' }) toldOn: string;
  /** Posts of which it has a row that could not be taken. */
  @Document(z.array(z.enum(SchoolPostRole)), { name: 'not_taken' }) notTaken: SchoolPostRole[];
}

import { Columns } from '../../../../platform/db/table/columns.js';
import type { Writing } from '../../../../platform/db/write-unit.js';
import { SchoolContactRow } from '../school-contact.row.js';
import { SchoolDirectoryRow } from '../school-directory.row.js';
import { SchoolPostRow } from '../school-post.row.js';
import type { ToldDirectory } from './told-directories.js';

const directory = Columns.of(SchoolDirectoryRow);
const whose = directory.only('scope', 'code');
const post = Columns.of(SchoolPostRow).without('id');
const postKey = post.only('scope', 'code', 'role', 'name', 'from');
const changing = post.only('userId', 'until');
const contact = Columns.of(SchoolContactRow);
const contactKey = contact.only('scope', 'code', 'role', 'name');

/** Directories, inside an open unit of writing. */
export class DirectoryRepository {
  constructor(private readonly writing: Writing) {}

  /** One writes directories at a time, so that of two the later day stands. */
  async begin(): Promise<void> {
    await this.writing.query(`select pg_advisory_xact_lock(hashtextextended('partnership.school-people', 0))`);
  }

  /** Of these, those than which none of a later day is held. */
  async notOlder(told: readonly ToldDirectory[]): Promise<ToldDirectory[]> {
    const rows = await this.writing.query<{ readonly scope: string; readonly code: string }>(
      `select d.scope, d.code from partnership.school_directory d
        join jsonb_to_recordset($1) t(${directory.only('scope', 'code', 'toldOn').recordset})
          on (t.scope, t.code) = (d.scope, d.code) and t."toldOn" < d.told_on`,
      [JSON.stringify(told.map(({ scope, code, toldOn }) => ({ scope, code, toldOn })))],
    );
    return told.filter((one) => !rows.some(({ scope, code }) => scope === one.scope && code === one.code));
  }

  /** Puts these in the place of what is held of each, but for posts that are not taken; how many posts are others than before. */
  async replace(told: readonly ToldDirectory[]): Promise<number> {
    await this.writing.upsert(
      directory,
      told.map(({ notTaken, ...one }) => ({ ...one, notTaken: [...notTaken] })),
    );
    const posts = told.flatMap((one) => one.posts);
    const gone = await this.writing.query(
      `delete from partnership.school_post p
        using jsonb_to_recordset($1) d(${whose.recordset}, "notTaken" jsonb)
        where (d.scope, d.code) = (p.scope, p.code) and not d."notTaken" ? p.role
          and not exists (select from jsonb_to_recordset($2) t(${postKey.recordset})
            where (${postKey.values('t')}) is not distinct from (${postKey.names('p')}))
        returning p.role`,
      [JSON.stringify(told.map(({ scope, code, notTaken }) => ({ scope, code, notTaken }))), postKey.json(posts)],
    );
    const kept = await this.writing.query(
      `${post.insertion} on conflict (scope, code, role, name, held_from) do update set ${changing.renewal} returning role`,
      [post.json(posts)],
    );
    // Of one post who holds it and how they are reached are counted once.
    return Math.max(gone.length + kept.length, await this.replaceContacts(told));
  }

  private async replaceContacts(told: readonly ToldDirectory[]): Promise<number> {
    const contacts = new Map(
      told
        .flatMap((one) => one.posts)
        .flatMap(({ scope, code, role, name, contact: how }) =>
          name === null || how === null
            ? []
            : [[`${scope} ${code} ${role} ${name}`, { scope, code, role, name, contact: how }]],
        ),
    );
    const rows = [...contacts.values()];
    const gone = await this.writing.query(
      `delete from partnership.school_contact c
        using jsonb_to_recordset($1) d(${whose.recordset}, "notTaken" jsonb)
        where (d.scope, d.code) = (c.scope, c.code) and not d."notTaken" ? c.role
          and not exists (select from jsonb_to_recordset($2) t(${contactKey.recordset})
            where (${contactKey.values('t')}) = (${contactKey.names('c')}))
        returning c.role`,
      [JSON.stringify(told.map(({ scope, code, notTaken }) => ({ scope, code, notTaken }))), contact.json(rows)],
    );
    return gone.length + (await this.writing.upsert(contact, rows));
  }
}

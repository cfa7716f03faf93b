import type { DateBounds } from '../../../../platform/ingest/bounds.js';
import { RecordDraft } from '../../../../platform/ingest/record-draft.js';
import type { MapResult, Parsed } from '../../../../platform/ingest/record.js';
import { SchoolPostRole } from '../school-post-role.js';
import type { DirectoryFact } from './fact.js';
import type { HeldDirectories } from './held-directories.repository.js';
import type { SchoolPeopleFields } from './parse.js';

type ColumnName = Exclude<keyof SchoolPeopleFields, 'notTaken'>;
type Draft = RecordDraft<ColumnName>;
type Whose = Pick<DirectoryFact, 'scope' | 'code' | 'cluster'>;

const roles: Readonly<Record<string, SchoolPostRole>> = {
  ...SchoolPostRole,
  // What schools call it.
  DSL: SchoolPostRole.DESIGNATED_SAFEGUARDING_LEAD,
};

/** A post however it is written: `CAMHS link worker` is CAMHS_LINK_WORKER. */
export function roleWritten(written: string): SchoolPostRole | null {
  const code = written
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
  return Object.hasOwn(roles, code) ? (roles[code] ?? null) : null;
}

/** A row of a directory, which is about no child. `held` says which schools there are, and what they told already. */
export const mapGiven =
  (held: HeldDirectories) =>
  (parsed: Parsed<SchoolPeopleFields>, bounds: DateBounds): MapResult<DirectoryFact> => {
    const draft: Draft = new RecordDraft<ColumnName>(parsed, bounds);
    const whose = whoseIn(draft, held);
    const role = roleIn(draft);
    const name = draft.text('name');
    const from = draft.requiredDate('from', 'planned');
    const until = draft.date('until', 'ahead');
    if (from !== '' && until !== null && until <= from) draft.reject('until-before-from', 'until is not after from.');
    const toldOn = draft.date('as_at', 'event') ?? bounds.event.last;
    if (toldOn < (held.toldOn(whose) ?? ''))
      draft.reject('older-than-held', 'A directory as it was on a later day is held already, and stands.');
    const holder = { name, contact: draft.text('contact'), userId: draft.text('user_id') };
    if (name === null && (holder.contact !== null || holder.userId !== null))
      draft.reject(
        'holder-without-name',
        'A row without a name says that the post is vacant, and nobody is reached there.',
      );
    return draft.finish(null, [
      { kind: 'POST', ...whose, toldOn, role, ...holder, from, until, notTaken: notTakenIn(parsed) },
      { kind: 'TOLD', ...whose, cluster: null, toldOn },
      ...(whose.cluster === null ? [] : [{ kind: 'IN_CLUSTER' as const, ...whose, toldOn }]),
    ]);
  };

function roleIn(draft: Draft): SchoolPostRole {
  const written = draft.required('role');
  const role = roleWritten(written);
  if (written !== '' && role === null) draft.reject('role-unknown', 'role is none of the posts of a directory.');
  return role ?? SchoolPostRole.SENCO;
}

function whoseIn(draft: Draft, held: HeldDirectories): Whose {
  const [urn, cluster] = [draft.text('urn'), draft.text('cluster')];
  if (urn !== null) {
    const code = draft.shaped('urn', /^\d{6}$/, 'urn-shape', 'six digits');
    if (code !== '' && !held.knows(code))
      draft.reject('urn-unknown', 'urn is of no school on whose roll a child is, or was, held.');
    return { scope: 'SCHOOL', code, cluster };
  }
  if (cluster === null)
    draft.reject('required-missing', 'urn is required, or cluster where a cluster is served; both are blank.');
  return { scope: 'CLUSTER', code: cluster ?? '', cluster: null };
}

const notTakenIn = ({ fields }: Parsed<SchoolPeopleFields>): SchoolPostRole[] =>
  (fields.notTaken ?? '').split(' ').flatMap((word) => roleWritten(word) ?? []);

import { boundsOn } from '../../../../platform/ingest/bounds.js';
import type { SourceFormat } from '../../../../platform/ingest/record.js';
import { requiredPosts } from '../school-post-role.js';
import { columns } from './columns.js';
import type { DirectoryFact, PostFact } from './fact.js';
import type { HeldDirectories } from './held-directories.repository.js';
import { mapGiven, roleWritten } from './map.js';
import { parseGiven, type SchoolPeopleFields } from './parse.js';

/** Whether the post has one holder at a time. */
export const hasOneHolder = ({ role, scope }: Pick<PostFact, 'role' | 'scope'>): boolean =>
  scope === 'SCHOOL' && requiredPosts.includes(role);

function identityOf(fact: DirectoryFact): string {
  const directory = `${fact.scope} ${fact.code} ${fact.kind}`;
  if (fact.kind !== 'POST') return directory;
  const { role, name, from } = fact;
  return [directory, role, hasOneHolder(fact) ? '' : (name ?? ''), from].join('\0');
}

const forever = '9999-12-31';

/** Who holds which post at schools: `hub ingest school-people FILE…`. `held` says what is known before it. */
export const schoolPeopleOf = (held: HeldDirectories): SourceFormat<SchoolPeopleFields, DirectoryFact> => {
  const map = mapGiven(held);
  return {
    name: 'school-people',
    columns,
    parse: parseGiven({ map, postOf: roleWritten, boundsNow: () => boundsOn(held.today) }),
    map,
    identityOf,
    // Of a post that one person holds, two are not told of one day; any other may have several holders.
    spanOf: (fact) =>
      fact.kind === 'POST' && hasOneHolder(fact)
        ? { of: `${fact.code} ${fact.role}`, days: { from: fact.from, until: fact.until } }
        : { of: identityOf(fact), days: { from: forever, until: forever } },
  };
};

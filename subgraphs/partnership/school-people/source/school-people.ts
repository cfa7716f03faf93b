import { boundsOn } from '../../../../platform/ingest/bounds.js';
import type { SourceFormat } from '../../../../platform/ingest/record.js';
import { columns } from './columns.js';
import type { DirectoryFact, PostFact } from './fact.js';
import type { HeldDirectories } from './held-directories.repository.js';
import { mapGiven, roleWritten } from './map.js';
import { parseGiven, type SchoolPeopleFields } from './parse.js';

/** Whose days of which post a row tells: several people share a post, and of each is told once. */
export const holderOf = ({ scope, code, role, name }: PostFact): string => [scope, code, role, name ?? ''].join('\0');

function identityOf(fact: DirectoryFact): string {
  const directory = `${fact.scope} ${fact.code} ${fact.kind}`;
  if (fact.kind !== 'POST') return directory;
  return [directory, holderOf(fact), fact.from].join('\0');
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
    // Of one holder of a post two rows are not of one day; others hold it beside them.
    spanOf: (fact) =>
      fact.kind === 'POST'
        ? { of: holderOf(fact), days: { from: fact.from, until: fact.until } }
        : { of: identityOf(fact), days: { from: forever, until: forever } },
  };
};

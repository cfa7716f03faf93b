import { overlapping } from '../../../../platform/ingest/interval.js';
import { groupBy } from '../../../../platform/record/batch.js';
import type { SchoolPostRole } from '../school-post-role.js';
import type { DirectoryFact, PostFact } from './fact.js';
import { holderOf } from './school-people.js';

/** Everything that files say of one school, or of one cluster. */
export interface ToldDirectory {
  readonly scope: PostFact['scope'];
  readonly code: string;
  readonly cluster: string | null;
  readonly toldOn: string;
  readonly notTaken: readonly SchoolPostRole[];
  readonly posts: readonly PostFact[];
}

const nameOf = ({ role, name, from }: PostFact): string => [role, name ?? '', from].join('\0');

/**
 * The directories that facts come to. Of two files that are given together the one of the later day stands, and of the same day
 * both: of two rows of one holder of a post that share a day, then, the one that begins first.
 */
export function directoriesOf(facts: readonly DirectoryFact[]): ToldDirectory[] {
  return [...groupBy(facts, ({ scope, code }) => `${scope} ${code}`).values()].flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    const toldOn = of.reduce((latest, one) => (one.toldOn > latest ? one.toldOn : latest), first.toldOn);
    const own = of.filter((one) => one.toldOn === toldOn);
    const told = [
      ...new Map(own.flatMap((one) => (one.kind === 'POST' ? [[nameOf(one), one] as const] : []))).values(),
    ];
    const seconds = [...groupBy(told, holderOf).values()].flatMap(overlapping);
    return {
      ...{ scope: first.scope, code: first.code, toldOn },
      cluster: own.findLast(({ cluster }) => cluster !== null)?.cluster ?? null,
      notTaken: [...new Set(told.flatMap(({ notTaken }) => notTaken))].sort(),
      posts: told.filter((one) => !seconds.includes(one)),
    };
  });
}

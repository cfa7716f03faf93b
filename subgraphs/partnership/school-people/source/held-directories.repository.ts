import type { LookUp } from '../../../../platform/db/look-up.js';
import type { DirectoryScope } from '../directory-scope.js';

/** What is known before a file is read. */
export interface HeldDirectories {
  /** Whether a roll that the hub holds, or held, is of the school. */
  readonly knows: (urn: string) => boolean;
  /** The day as it was on which what is held of a directory was told. */
  readonly toldOn: (of: { readonly scope: DirectoryScope; readonly code: string }) => string | undefined;
  /** The hub's day. */
  readonly today: string;
}

const held = {
  name: 'partnership_held_directories',
  text: `select ctx.today()::text as today, array(select access.schools_with_a_roll()) as urns,
    coalesce((select jsonb_object_agg(d.scope || ' ' || d.code, d.told_on) from partnership.school_directory d), '{}') as told`,
};

interface Held {
  readonly today: string;
  readonly urns: readonly string[];
  readonly told: Readonly<Record<string, string>>;
}

/** What is held of directories, and of which schools there is a roll. */
export async function heldDirectories(lookUp: LookUp): Promise<HeldDirectories> {
  const [found] = await lookUp<Held>({ ...held, values: [] });
  const { today = '', urns = [], told = {} } = found ?? {};
  const known = new Set(urns);
  const days = new Map(Object.entries(told));
  return { today, knows: (urn) => known.has(urn), toldOn: ({ scope, code }) => days.get(`${scope} ${code}`) };
}

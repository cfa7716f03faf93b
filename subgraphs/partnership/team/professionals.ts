import { groupBy } from '../../../platform/record/batch.js';
import type { TeamMember } from '../../../platform/vocabulary/team-member.js';

type Told = Readonly<TeamMember>;

const whoOf = ({ domain, name, role, organisation }: Told): string =>
  [domain, role, name, organisation?.id ?? ''].join('\0');

const first = (days: readonly string[]): string | null => days.toSorted()[0] ?? null;

const last = (days: readonly string[]): string | null => days.toSorted().at(-1) ?? null;

/** Of one who works with several children: since the first of them, until the last, as the domain said it last. */
function joined(of: readonly Told[]): Told[] {
  const [one] = of;
  if (!one) return [];
  const ends = of.flatMap(({ until }) => until ?? []);
  return [
    {
      ...one,
      // Who leads for a child leads for no school.
      lead: false,
      since: first(of.flatMap(({ since }) => since ?? [])),
      until: ends.length === of.length ? last(ends) : null,
      contact: of.find(({ contact }) => contact !== null)?.contact ?? null,
      asAt: last(of.flatMap(({ asAt }) => asAt ?? [])),
    },
  ];
}

/** Who works with any of some children, each once, by domain, role and name. How many they work with is not told. */
export function professionalsAmong(members: readonly Told[]): Told[] {
  return [...groupBy(members, whoOf)].sort(([a], [b]) => (a < b ? -1 : Number(a > b))).flatMap(([, of]) => joined(of));
}

import { rulesFor } from '../platform/access/decide.js';
import type { Policy, Rule, Showing } from '../platform/access/rule.js';
import type { Domain } from '../platform/vocabulary/domain.js';
import type { Facet } from '../platform/vocabulary/facet.js';
import { type Purpose, purposes } from '../platform/vocabulary/purpose.js';
import { type Role, roles } from '../platform/vocabulary/role.js';
import { hub } from './domains.js';
import { markdownTable } from './markdown-table.js';
import { renderWhoIsToldFigures } from './who-is-told-figures.js';
import { renderWhoIsToldNotices } from './who-is-told-notices.js';

/** How much of a field somebody is told: all, the part that the facets of their rules open, what is left where a record is shared in part, nothing. */
export type Sight = 'SEEN' | 'PART' | 'REDACTED' | 'NOT';

const sights: readonly Sight[] = ['SEEN', 'PART', 'REDACTED', 'NOT'];

/** The most, or the least, of them. */
const pick = (of: readonly Sight[], which: 'most' | 'least'): Sight =>
  (which === 'most' ? sights : sights.toReversed()).find((sight) => of.includes(sight)) ?? 'NOT';

const policies = hub.schemas.flatMap((schema) => schema.policies);

/** Everything a domain shares, of whatever concept: as the database keeps it. */
const sharedBy = (domain: Domain): Policy => ({
  domain,
  version: '',
  rules: policies.filter((policy) => policy.domain === domain).flatMap(({ rules }) => rules),
});

interface Standing extends Showing {
  readonly about: Domain;
}

/** Under what each field stands, by `Type.field`. */
export const standings: ReadonlyMap<string, readonly Standing[]> = policies.reduce((found, { domain, shows = [] }) => {
  for (const showing of shows)
    for (const field of showing.fields)
      found.set(field, [...(found.get(field) ?? []), { ...showing, about: showing.about ?? domain }]);
  return found;
}, new Map<string, Standing[]>());

function sightBy({ outcome, facets: opened }: Rule, { facets: wanted, without, tier }: Standing): Sight {
  const facets: readonly Facet[] = wanted ?? [];
  if (outcome === 'EXISTENCE_ONLY') return tier === 'EXISTENCE' ? 'SEEN' : 'NOT';
  if (outcome === 'REDACTED') return 'REDACTED';
  const open = facets.filter((facet) => opened.includes(facet));
  if (open.length === facets.length) return 'SEEN';
  return open.length > 0 || without === 'PART' ? 'PART' : 'NOT';
}

/** What a role is told of a field for a purpose, at the most: through the best of the grounds that may connect it to a child. */
export function sightOf(role: Role, purpose: Purpose, field: string): Sight {
  const stands = standings.get(field) ?? [];
  const each = stands.map((standing) => {
    const rules = rulesFor(sharedBy(standing.about), { role, purpose }, standing.tier, 'READ');
    return pick(
      rules.map((rule) => sightBy(rule, standing)),
      'most',
    );
  });
  const [most, least] = [pick(each, 'most'), pick(each, 'least')];
  return stands.some(({ isPart }) => isPart) && most !== least ? 'PART' : least;
}

const words: Readonly<Record<Sight, string>> = { SEEN: 'seen', PART: 'part', REDACTED: 'redacted', NOT: '–' };

const atMost = (role: Role, field: string): Sight =>
  pick(
    purposes.map((purpose) => sightOf(role, purpose, field)),
    'most',
  );

/** `docs/who-sees-what.md`, from the rules by which it is decided. */
export function renderWhoSeesWhat(): string {
  const fields = [...standings.keys()];
  const seeing = roles.filter((role) => fields.some((field) => atMost(role, field) !== 'NOT'));
  const others = roles.filter((role) => !seeing.includes(role));
  const rows = fields.map((field) => [`\`${field}\``, ...seeing.map((role) => words[atMost(role, field)])]);
  return `# Who sees what in a record

What each role is told of each field of one child, at the most: for the best of its purposes, and where something that the
policy names connects it to the child (\`Child.access\` says what). Written by \`hub schema\` from the rules of
\`subgraphs/*/**/*.policy.ts\`; do not edit it here. \`test/disclosure/who-sees-what.test.ts\` asks the gateway for each of them.

_seen_: all of it. _part_: what the facets open that go with the role: of the numbers, those that its own domain issues; of
the cohorts, those of today; of waits, all but what would name a service that is not named outside health; of actions, what
the teams of schools agreed. Of the words (\`Child.voices\`), those alone that were said for a team that the reader belongs to. _redacted_: what a domain leaves of a record that it shares in part. –: nothing. The scopes of a
token narrow it further ([personas](personas.md)), and so does whatever is in the way of one child: a restriction, an objection,
an agreement that has ended.

${markdownTable([['field', ...seeing], ...rows])}

No one child is shown to: ${others.join(', ')}.

${renderWhoIsToldNotices()}
${renderWhoIsToldFigures()}`;
}

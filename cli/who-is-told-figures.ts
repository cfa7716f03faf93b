import { type Cube, rulingsOf } from '../platform/access/cube.js';
import type { Entitlement } from '../platform/access/entitlement.js';
import { hub } from './domains.js';
import { markdownTable } from './markdown-table.js';

const words: Readonly<Record<Entitlement, string>> = {
  WHOLE: 'exact',
  OWN_SCHOOL: 'own school’s children alone, a number',
  OWN_PROVIDER: 'own provider’s lists alone, exact',
  SUPPRESSED: 'small numbers hidden, others rounded',
};

const listed = (some: readonly string[]): string => some.join(', ');

function sectionOf(cube: Cube): string {
  const rows = rulingsOf(cube).map(({ role, purpose, entitled, because }) => [role, purpose, words[entitled], because]);
  const divided = cube.dimensions.length === 0 ? 'Not divided' : `By ${listed(cube.dimensions)}, at most three at once`;
  return `### \`${cube.field}\`

${divided}. Told of each group: ${listed(cube.measures)}.

${markdownTable([['role', 'purpose', 'is told', 'because'], ...rows])}
`;
}

const introduction = `## Figures of groups

Figures are of no child: role and purpose alone decide who is told them, and every asking is written down with its question,
a refused one too ([ADR 40](decisions/0040-figures-of-groups.md)). A role that a table does not name is refused.
`;

/** The part of `docs/who-sees-what.md` that is about figures of groups, from the cubes' own sentences. */
export function renderWhoIsToldFigures(): string {
  const cubes = hub.schemas.flatMap(({ cubes: own }) => own);
  return [introduction, ...cubes.map(sectionOf)].join('\n');
}

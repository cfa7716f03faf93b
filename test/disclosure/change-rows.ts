import type { Tier } from '../../platform/access/rule.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { changeSources } from '../../subgraphs/partnership/change/change-source.js';
import type { Scenario } from './scenario.js';

/** Something that changed, and what it takes to be told of it: the record of its domain in full, and what is named here. */
export interface ChangeRow {
  readonly domain: Domain;
  readonly facet: 'HISTORY' | null;
}

/** Whose changes stand under which tier: each domain's, and of the partnership who the child is. Of its meetings, and of reviews of a risk, see what-changed.test.ts. */
export const changesStand: readonly { readonly domain: Domain; readonly tier: Tier }[] = [
  ...changeSources.filter(({ domain, tier }) => domain !== Domain.EDUCATION || tier === 'T2'),
  { domain: Domain.PARTNERSHIP, tier: 'T1' },
];

/** What each domain tells that changed: of what is so today, and of social care what was and is no more. */
export const changeRows: readonly ChangeRow[] = [
  ...changesStand.map(({ domain }) => ({ domain, facet: null })),
  { domain: Domain.SOCIAL_CARE, facet: 'HISTORY' },
];

/** A row by a name of its own, which is what the tests have the change say. */
export const nameOfChange = ({ domain, facet }: ChangeRow): string => `${domain}${facet === null ? '' : ` ${facet}`}`;

/** What of all this a scenario shows. */
export const changesShown = ({ seen, facets }: Scenario): string[] =>
  changeRows
    .filter(({ domain, facet }) => seen[domain] === 'FULL' && (facet === null || facets.includes(facet)))
    .map(nameOfChange)
    .sort();

import type { ToldAs } from '../platform/vocabulary/facet.js';
import { noticeKinds } from '../platform/vocabulary/notice-kind.js';
import { noticeSources } from '../subgraphs/partnership/notice/notice-source.js';
import { toldOf } from '../subgraphs/partnership/notice/told-of.js';
import { hub } from './domains.js';
import { markdownTable } from './markdown-table.js';

const duties: Readonly<Record<ToldAs, string>> = {
  TOLD_AS_SOCIAL_WORKER: 'social worker',
  TOLD_AS_VIRTUAL_SCHOOL_HEAD: 'virtual school head',
  TOLD_AS_VIRTUAL_SCHOOL_ADVISER: 'virtual school adviser',
  TOLD_AS_SCHOOL: 'school',
};
const everyDuty = Object.keys(duties) as ToldAs[];

const listed = (some: readonly string[]): string => some.join(', ');
const policies = hub.schemas.flatMap((schema) => schema.policies);

/** Whom each domain's own policy says a fact is told to: a sentence of it by each role that it names. */
export const tellings = noticeSources.flatMap(({ domain, tier }) =>
  policies
    .filter((policy) => policy.domain === domain)
    .flatMap(({ rules }) => rules)
    .filter((rule) => rule.act === 'READ' && rule.tier === tier)
    .flatMap(({ roles, purposes, through, facets, because }) =>
      everyDuty
        .filter((duty) => facets.includes(duty))
        .flatMap((duty) => roles.map((role) => ({ domain, duty, role, purposes, through, because }))),
    ),
);

/** The part of `docs/who-sees-what.md` that is about notices, from the kinds of fact and the policies' own sentences. */
export function renderWhoIsToldNotices(): string {
  const kinds = noticeKinds.map((kind) => [
    `\`${kind}\``,
    ...everyDuty.map((duty) => (toldOf[kind].includes(duty) ? 'told' : '–')),
  ]);
  const rows = tellings.map(({ domain, duty, role, purposes, through, because }) => [
    ...[domain, duties[duty], role, listed(purposes), listed(through), because],
  ]);
  return `## Notices

What somebody must be told of a child (\`Query.notices\`): each kind of fact for these duties
([ADR 63](decisions/0063-who-must-be-told.md), [69](decisions/0069-whose-fact-a-notice-is.md)).

${markdownTable([['kind', ...everyDuty.map((duty) => duties[duty])], ...kinds])}

Who has a duty is said by the domain whose fact it is, for as long as the relationship lasts. Whoever a table does not name is
told nothing.

${markdownTable([['fact of', 'told as', 'role', 'purposes', 'through', 'because'], ...rows])}
`;
}

import { z } from 'zod';
import { Permit } from '../../../platform/access/permit.js';
import { childLinked, type Consumer } from '../../../platform/events/consumer.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { TeamCopyRepository } from './team-copy.repository.js';
import { type TeamSource, teamSources } from './team-source.js';

const organisationSchema = z.object({ id: z.string(), name: z.string().nullable(), kind: z.string().nullable() });

const memberSchema = z.object({
  name: z.string(),
  role: z.string(),
  organisation: organisationSchema.nullable(),
  lead: z.boolean(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  contact: z.string().nullable(),
  domain: z.enum(Domain),
  asAt: z.string().nullable(),
});

const teamsSchema = z.array(
  z.object({
    childId: z.string(),
    members: z.array(memberSchema),
    councils: z.array(organisationSchema).default([]),
  }),
);

const document = ({ feed, namesCouncils }: TeamSource): string => `query TeamFeed($childIds: [ID!]!) {
  teams: ${feed}(childIds: $childIds) {
    childId
    members { name role organisation { id name kind } lead since until contact domain asAt }
    ${namesCouncils ? 'councils { id name kind }' : ''}
  }
}`;

/** Keeps `Child.team`: hears that a domain's work with a child changed, and asks it who works with the child now. */
export const teamFeed: Consumer = {
  name: 'team-feed',
  holder: Domain.PARTNERSHIP,
  operations: [...teamSources.map(({ domain }) => `${domain}:team-feed`), 'PARTNERSHIP:keep-team:WRITE'],
  hears: [...teamSources.map(({ domain, topics }) => ({ from: domain, topics })), childLinked],
  shownIn: ['Child.team', 'TeamAroundSchool.members'],
  async refresh(on, from, children) {
    for (const source of teamSources.filter(({ domain }) => from.includes(domain))) {
      await refreshFrom(on, source, children);
    }
  },
};

async function refreshFrom(
  { caller, ask, keep }: Parameters<Consumer['refresh']>[0],
  source: TeamSource,
  children: readonly string[],
): Promise<void> {
  const { domain, tier } = source;
  // An answer of another shape throws here, before anything of ours is taken away.
  const teams = teamsSchema.parse((await ask(domain, document(source), { childIds: children }))['teams']);
  const holder = Domain.PARTNERSHIP;
  const permit = Permit.forSystem(caller, { holder, about: domain, tier, act: 'WRITE', operation: 'keep-team' });
  await keep([permit], children, async (writing) => {
    await OrganisationRepository.keep(
      writing,
      teams.flatMap(({ members, councils }) => [
        ...members.flatMap(({ organisation }) => organisation ?? []),
        ...councils,
      ]),
    );
    await new TeamCopyRepository().replace(writing, domain, children, teams);
  });
}

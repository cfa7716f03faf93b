import { Permit } from '../../../platform/access/permit.js';
import { InvalidInput, Refused } from '../../../platform/errors/hub-error.js';
import { type Batch, batch } from '../../../platform/record/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import type { TeamMember } from '../../../platform/vocabulary/team-member.js';
import type { StoredDirectory } from '../school-people/school-people.repository.js';
import type { TeamService } from '../team/team.service.js';
import { toSeat } from './seat.mapper.js';
import { seatsAndPosts } from './seats-and-posts.js';
import type { StoredTeam, TeamMemberRepository } from './team-member.repository.js';
import { maySeat, teamAroundSchoolPolicy } from './team-around-school.policy.js';
import type { TeamAroundSchool } from './team-around-school.type.js';
import { words } from '../words.js';

const refusal = (message: string): Refused => new Refused(message, { domain: Domain.PARTNERSHIP });

/** Who sits in the team around a school. */
export class TeamMemberService {
  private readonly bySchool: Batch<StoredTeam | null>;
  private readonly peopleBySchool: Batch<StoredDirectory | null>;

  constructor(
    private readonly scope: RequestScope,
    private readonly seats: TeamMemberRepository,
    private readonly children: Pick<TeamService, 'ofSchool'>,
  ) {
    this.bySchool = batch(
      (urns) => this.fetch(urns),
      () => null,
    );
    this.peopleBySchool = batch(
      async (urns) => new Map((await seats.peopleOf(this.permit(), urns)).map((one) => [one.urn, one])),
      () => null,
    );
  }

  /** The team, whose parts are asked for one by one. @throws Refused to anyone outside it. */
  async ofSchool(schoolUrn: string): Promise<TeamAroundSchool> {
    await this.teamOf(schoolUrn);
    return { schoolUrn };
  }

  /** Seats, posts and professionals, each person once who is known by the subject of their token. */
  async membersOf(schoolUrn: string): Promise<TeamMember[]> {
    const team = await this.teamOf(schoolUrn);
    const [people, professionals] = await Promise.all([
      this.peopleBySchool.load(schoolUrn),
      this.children.ofSchool(schoolUrn),
    ]);
    return [...seatsAndPosts(team.members, people, this.scope.today), ...professionals];
  }

  /** Refused to anyone outside the team: an empty one would say that there is none. */
  private async teamOf(schoolUrn: string): Promise<StoredTeam> {
    const team = await this.bySchool.load(schoolUrn);
    if (!team?.belongs) throw refusal('You are not in the team around this school.');
    return team;
  }

  /** Seats somebody until a day, or without end; a day that is today ends the seat. */
  async set(
    schoolUrn: string,
    userId: string,
    role: string,
    until: string | null,
    key: string,
  ): Promise<TeamMember | null> {
    const { caller, today, writes } = this.scope;
    const { sub: actor, name, org } = caller.claims;
    const subject = words('userId', userId);
    if (!/^\d{6}$/.test(schoolUrn)) throw new InvalidInput('schoolUrn must be six digits.');
    if (until !== null && until < today) throw new InvalidInput('until must not be before today.');
    const self = subject === actor ? { name, organisationId: org } : { name: null, organisationId: null };
    const seat = { schoolUrn, subject, ...self, role: words('role', role), since: today, until };
    const permit = Permit.for(caller, teamAroundSchoolPolicy, { tier: 'T2', act: 'WRITE', operation: 'setTeamMember' });
    const asked = [{ permit, subjects: { kind: 'team-seat', keys: [`${schoolUrn}|${subject}`] } }];
    const done = await writes.run(asked, async (writing) => {
      const held = await this.seats.belongs(writing, schoolUrn);
      if (!maySeat(caller.claims, schoolUrn, { held, subject })) return null;
      const body = { schoolUrn, userId, role, until };
      await writing.once(key, body, async () => {
        await this.seats.set(writing, seat);
        return {};
      });
      return { seat: await this.seats.seat(writing, schoolUrn, subject) };
    });
    if (!done) throw refusal('Only those who lead the school, or such teams, can say who is in its team.');
    if (!done.seat) return null;
    const people = await this.peopleBySchool.load(schoolUrn);
    return toSeat(done.seat, people, today);
  }

  private async fetch(urns: readonly string[]): Promise<Map<string, StoredTeam>> {
    const teams = await this.seats.ofSchools(this.permit(), urns, this.scope.today);
    return new Map(teams.map((team) => [team.urn, team]));
  }

  private permit(): Permit {
    return Permit.for(this.scope.caller, teamAroundSchoolPolicy, { tier: 'T2', operation: 'teamAroundSchool' });
  }
}

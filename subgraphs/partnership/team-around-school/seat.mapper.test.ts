import { describe, expect, it } from '@jest/globals';
import { SchoolPostRole } from '../school-people/school-post-role.js';
import type { StoredPost } from '../school-people/school-people.repository.js';
import { toSeat } from './seat.mapper.js';

const { SENCO, TEAM_AROUND_SCHOOL_LEAD } = SchoolPostRole;
const day = '2026-11-20';
const seat = {
  ...{ subject: 's-001', name: null, role: 'Early help', since: '2026-09-01', until: null },
  ...{ organisationId: null, organisationName: null, organisationKind: null },
};

const post = (
  role: SchoolPostRole,
  from: string,
  until: string | null,
  over: Partial<StoredPost> = {},
): StoredPost => ({
  ...{ scope: 'SCHOOL', code: '900001', role, name: 'Lee', userId: 's-001', contact: `${role}@work.example` },
  ...{ from, until, toldOn: day, ...over },
});

const told = (...posts: readonly StoredPost[]) => {
  const { name, lead, contact, cluster } = toSeat(seat, { posts }, day);
  return { name, lead, contact, cluster };
};

describe('a seat of somebody whom the directory knows', () => {
  const north = { scope: 'CLUSTER', code: 'North' } as const;
  const leading = `${TEAM_AROUND_SCHOOL_LEAD}@work.example`;

  it('leads where they lead the team that day, whatever they hold besides', () => {
    const lead = post(TEAM_AROUND_SCHOOL_LEAD, '2024-09-01', null, north);
    expect(told(lead)).toEqual({ name: 'Lee', lead: true, contact: leading, cluster: 'North' });
    expect(told(lead, post(SENCO, '2025-09-01', null))).toMatchObject({ lead: true, contact: `${SENCO}@work.example` });
  });

  it.each([
    ['has ended', '2024-09-01', day],
    ['is to come', '2026-12-01', null],
  ])('has their name alone from a post that %s', (_, from, until) => {
    const other = post(TEAM_AROUND_SCHOOL_LEAD, from, until, north);
    expect(told(other)).toEqual({ name: 'Lee', lead: false, contact: null, cluster: null });
    expect(told(post(SENCO, '2023-09-01', null), other)).toMatchObject({ lead: false, cluster: null });
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { teamOn } from './team-on.js';

const day = (n: number): string => `2026-11-${String(n).padStart(2, '0')}`;
const member = (
  name: string,
  since: number | null,
  until: number | null = null,
  lead = true,
  domain = Domain.SOCIAL_CARE,
) => ({
  ...{ name, lead, domain },
  since: since === null ? null : day(since),
  until: until === null ? null : day(until),
});
const shown = (members: Parameters<typeof teamOn>[0], on: number) =>
  teamOn(members as ReturnType<typeof member>[], day(on)).map(({ name, lead }) => (lead ? `${name} leads` : name));

describe('a child’s team on a day', () => {
  it('shows a planned handover: who takes over leads from the day, and who hands over is gone', () => {
    const told = [member('next', 23), member('now', 1, 23)];
    expect(shown(told, 22)).toEqual(['now leads', 'next']);
    expect(shown(told, 23)).toEqual(['next leads']);
  });

  it('shows both while two overlap, and the domain’s first leads', () => {
    expect(shown([member('taking', 9), member('old', 1)], 20)).toEqual(['taking leads', 'old']);
  });

  it('has each of those who share the lead of a school’s team lead', () => {
    const [one, other] = [1, 9].map((since) => member(`since ${since}`, since, null, true, Domain.PARTNERSHIP));
    expect(shown([one, other] as never, 20)).toEqual(['since 1 leads', 'since 9 leads']);
    expect(shown([one, other] as never, 5)).toEqual(['since 1 leads', 'since 9']);
  });

  it('has the leads of every domain first, and those to come last', () => {
    const told = [
      member('other school', 1, null, false, Domain.EDUCATION),
      member('school', 1, null, true, Domain.EDUCATION),
      member('next', 23),
      member('worker', null),
      member('clinic', 2, null, false, Domain.HEALTH),
    ];
    expect(shown(told, 20)).toEqual(['school leads', 'worker leads', 'other school', 'clinic', 'next']);
  });

  it('has at most one lead a domain, one where somebody marked has begun, and nobody who ended', () => {
    const anyDay = fc.option(fc.integer({ min: 1, max: 9 }));
    const anyMember = fc
      .tuple(anyDay, anyDay, fc.boolean(), fc.constantFrom(Domain.SOCIAL_CARE, Domain.EDUCATION))
      .map(([since, until, lead, domain]) => member('m', since, until, lead, domain));
    fc.assert(
      fc.property(fc.array(anyMember), fc.integer({ min: 1, max: 9 }), (told, on) => {
        const team = teamOn(told, day(on));
        expect(team).toHaveLength(told.filter(({ until }) => until === null || until > day(on)).length);
        for (const domain of [Domain.SOCIAL_CARE, Domain.EDUCATION]) {
          const may = told.some(
            (one) =>
              one.domain === domain &&
              one.lead &&
              (one.since === null || one.since <= day(on)) &&
              (one.until === null || one.until > day(on)),
          );
          expect(team.filter((one) => one.domain === domain && one.lead)).toHaveLength(Number(may));
        }
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../gateway/answer.js';
import { childView, type Head, headState } from './child.view.js';

const access = (['PARTNERSHIP', 'EDUCATION', 'HEALTH', 'VIRTUAL_SCHOOL'] as const).map((domain) => ({
  ...{ domain, outcome: 'FULL' as const, because: 'Because.' },
}));
const head: Head = {
  ...{ id: 'c1', dateOfBirth: '2014-05-19', age: 12, diedOn: null, team: [], attention: [] },
  name: { given: 'Tamsin', family: 'Adeyemi', preferred: 'Tam' },
  access: [...access, { domain: 'SOCIAL_CARE', outcome: 'REDACTED', because: 'A part.' }],
};
const fresh = { asAt: null, stale: false, sources: [] };
const fault = (path: (string | number)[], code = 'SUBGRAPH_UNAVAILABLE'): Fault => ({
  ...{ path, code, domain: undefined, message: 'No.' },
});
const view = (over: { head?: Head; school?: object; care?: object; faults?: Fault[] } = {}) =>
  childView({
    ...{ head: over.head ?? head, headFaults: over.faults ?? [] },
    school: {
      data: { child: { id: 'c1', education: null, virtualSchool: null, ...over.school } },
      faults: over.faults ?? [],
    },
    care: { data: { child: { id: 'c1', health: null, socialCare: null, ...over.care } }, faults: over.faults ?? [] },
  });

describe('a child’s page', () => {
  it('says none where the reader sees all, and otherwise none that they may see', () => {
    const { health, socialCare, absence } = view();
    expect([health, socialCare]).toEqual([
      { kind: 'none', seesAll: true },
      { kind: 'none', seesAll: false },
    ]);
    expect(absence).toEqual({ EDUCATION: 'none', VIRTUAL_SCHOOL: 'none', HEALTH: 'none', SOCIAL_CARE: 'none-seen' });
  });

  it('takes nothing for none where it was not told what the reader sees', () => {
    const { health, team, absence } = view({ head: { ...head, access: null } });
    expect([health, team]).toEqual([
      { kind: 'none', seesAll: false },
      { kind: 'none', seesAll: false },
    ]);
    expect(absence.EDUCATION).toBe('none-seen');
  });

  it('says of a part that could not be asked that it could not, and shows the rest of the record', () => {
    const education = { ...fresh, enrolments: [], attendance: null, sen: null, suspensions: null };
    const seen = view({ school: { education }, faults: [fault(['child', 'education', 'attendance'])] });
    expect(seen.education.kind).toBe('held');
    expect(seen.weeks).toEqual({ kind: 'unavailable', domain: 'EDUCATION' });
    expect(seen.absence.EDUCATION).toBe('not-known');
    expect(seen.absence.HEALTH).toBe('none');
  });

  it('says who leads, and how the child likes to be called', () => {
    const team = [{ name: 'Jo Marsden', role: 'Social worker', lead: true }] as unknown as Head['team'];
    expect(view({ head: { ...head, team } }).lead).toBe(
      'Likes to be called Tam. Aged 12. Born 19 May 2014. Jo Marsden, Social worker, leads.',
    );
  });
});

describe('the head of a child’s page', () => {
  it.each([
    ['NOT_FOUND', 'absent'],
    ['INVALID_INPUT', 'absent'],
    ['REFUSED', 'refused'],
    ['SUBGRAPH_UNAVAILABLE', 'unavailable'],
    ['DEFECT', 'unavailable'],
  ])('that answers %s is %s', (code, state) => {
    expect(headState({ data: { child: null }, faults: [fault(['child'], code)] })).toEqual({ state });
  });

  it('that answers nothing, and no fault, is absent', () => {
    expect(headState({ data: { child: null }, faults: [] })).toEqual({ state: 'absent' });
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../gateway/answer.js';
import { childView, headState } from './child.view.js';
import type { Head } from './parts.js';

const access = (['PARTNERSHIP', 'EDUCATION', 'HEALTH', 'VIRTUAL_SCHOOL'] as const).map((domain) => ({
  ...{ domain, outcome: 'FULL' as const, because: 'Because.' },
}));
const head: Head = {
  ...{ id: 'c1', dateOfBirth: '2014-05-19', age: 12, diedOn: null, team: [], attention: [] },
  ...{ voices: [], actions: [] },
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
    ...{ from: '2025-11-24', today: '2026-11-29' },
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
    const missing = { attendance: null, twelveMonths: null, sen: null, suspensions: null, suspensionsLastYear: null };
    const education = { ...fresh, enrolments: [], ...missing };
    const seen = view({ school: { education }, faults: [fault(['child', 'education', 'twelveMonths'])] });
    expect(seen.education.kind).toBe('held');
    expect(seen.weeks).toEqual({ kind: 'unavailable', domain: 'EDUCATION' });
    expect(seen.absence.EDUCATION).toBe('not-known');
    expect(seen.timeline.attendance).toEqual({ kind: 'unknown' });
    expect(seen.told.missing).toContain('We could not ask for all of education just now.');
    expect(seen.absence.HEALTH).toBe('none');
  });

  it('says who leads, and how the child likes to be called', () => {
    const led = (name: string, domain: string) => ({ name, role: 'Social worker', lead: true, domain });
    const team = [led('Jan Ash', 'HEALTH'), led('Jo Marsden', 'SOCIAL_CARE')] as unknown as Head['team'];
    const seen = view({ head: { ...head, team } });
    expect(seen.lead).toBe('Likes to be called Tam. 12 years old, born 19 May 2014.');
    expect(seen.leader).toBe('Jo Marsden, social worker, leads.');
    expect([seen.called, seen.caption]).toEqual(['Tam', null]);
    expect(view().leader).toBeNull();
  });

  it('says in its first line what support there is, and of what is not known nothing', () => {
    const school = { urn: '900001', name: 'Alder Bank' };
    const enrolled = { school, yearGroup: '8', from: '2025-09-01', until: null, status: 'CURRENT' };
    const nothing = { attendance: null, twelveMonths: null, suspensions: null, suspensionsLastYear: null };
    const sen = { provision: 'EHC_PLAN', needs: [], history: [] };
    const education = { ...fresh, ...nothing, sen, enrolments: [enrolled, { ...enrolled, until: '2026-01-01' }] };
    const care = { ...fresh, status: 'LOOKED_AFTER', hasSocialWorker: true, worker: null, plan: null, intervals: null };
    const seen = view({ school: { education }, care: { socialCare: care } });
    expect(seen.lead).toContain('Looked after, with an EHC plan.');
    expect(seen.caption).toBe('Alder Bank · Year 8');
    const without = view({ school: { education }, faults: [fault(['child', 'socialCare'])] });
    expect(without.lead).toContain('2014. With an EHC plan.');
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

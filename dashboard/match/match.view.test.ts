import { describe, expect, it } from '@jest/globals';
import { choicesOf, comparedOf, decidedText, decisionFaults, type Review, sureText } from './match.view.js';

const name = { given: 'Tamsin', family: 'Adeyemi', preferred: null, previousFamily: [] };
const record = {
  ...{ id: 'r1', source: 'case-list:990', name, dateOfBirth: '2014-05-19', postcode: 'ZZ99 9ZZ' },
  receivedAt: '2026-11-20T09:00:00.000Z',
};
const child = {
  ...{ id: 'c1', name: { ...name, given: 'Tamzin' }, dateOfBirth: '2014-05-19' },
  sourceRecords: [
    { id: 'r2', source: 'school-census:900001', postcode: 'zz99 9zz', receivedAt: record.receivedAt },
    { id: 'r3', source: 'waiting-list:XAC01', postcode: null, receivedAt: record.receivedAt },
  ],
};
const candidate = {
  ...{
    score: 0.83,
    child,
    evidence: ['They may be twins.', 'First name: spelt nearly the same.', 'Date of birth: the same.'],
  },
  differences: ['First name: spelt nearly the same.'],
};
const review: Review = {
  ...{ id: 'm1', kind: 'UNCERTAIN', source: 'case-list:990', state: 'OPEN', version: 3 },
  ...{ raisedAt: '2026-11-20T09:00:00.000Z', record, candidates: [candidate] },
};

const told = (title: string, of: Review = review) => comparedOf(of).find((row) => row.title === title);

describe('a record beside a child', () => {
  it('differs, or is the same however it is written', () => {
    expect(told('First name')).toEqual({
      title: 'First name',
      record: 'Tamsin',
      candidates: [{ text: 'Tamzin', likeness: 'differs' }],
    });
    expect(told('Family name')?.candidates[0]?.likeness).toBe('same');
    expect(told('Home')?.candidates[0]).toEqual({ text: 'zz99 9zz', likeness: 'same' });
  });

  it('that says nothing of a thing is not unlike: nothing was compared', () => {
    const silent = { ...review, record: { ...record, dateOfBirth: null } };
    expect(told('Born', silent)).toMatchObject({ record: 'None recorded', candidates: [{ likeness: 'none' }] });
    expect(told('Known before as')?.candidates[0]).toEqual({ text: 'None recorded', likeness: 'none' });
  });

  it('whose child could not be asked is not known, and never none', () => {
    const unasked = { ...review, candidates: [{ ...candidate, child: null }] };
    expect(told('First name', unasked)?.candidates[0]).toMatchObject({ likeness: 'not-known' });
    const path = ['matchReview', 'candidates', 0, 'child'];
    const fault = { path, code: 'SUBGRAPH_UNAVAILABLE', domain: undefined, message: 'No.' };
    expect(choicesOf(unasked, [fault])[0]).toMatchObject({
      childId: null,
      name: 'Whose it is could not be asked just now',
    });
  });

  it('is compared with four children at the most', () => {
    const many = { ...review, candidates: Array.from({ length: 6 }, () => candidate) };
    expect(comparedOf(many).every(({ candidates }) => candidates.length === 4)).toBe(true);
    expect(choicesOf(many, []).map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D']);
  });

  it('is told with what differs apart from what is alike', () => {
    expect(choicesOf(review, [])[0]).toMatchObject({
      differences: ['First name: spelt nearly the same.'],
      alike: ['Date of birth: the same.'],
      besides: ['They may be twins.'],
    });
  });
});

describe('a decision', () => {
  it('says whose, and why', () => {
    expect(decisionFaults({}).map(({ field }) => field)).toEqual(['whose', 'reason']);
    expect(decisionFaults({ whose: 'none', reason: 'too short' }).map(({ field }) => field)).toEqual(['reason']);
    expect(decisionFaults({ whose: 'c1', reason: 'The school says so.' })).toEqual([]);
  });

  it('is told once it is made', () => {
    expect(decidedText({ state: 'OPEN' })).toBeNull();
    expect(decidedText({ state: 'CONFIRMED' })).toContain('joined');
    expect(decidedText({ state: 'SEPARATE' })).toContain('apart');
  });

  it.each([
    [1, 'very likely'],
    [0.9, 'very likely'],
    [0.89, 'likely'],
    [0.5, 'likely'],
    [0.49, 'perhaps'],
  ])('at %p is %s one child', (score, words) => {
    expect(sureText('UNCERTAIN', score)).toBe(`${words} one child`);
    for (const kind of ['TWIN', 'CONFLICT'] as const)
      expect(sureText(kind, score)).toBe('perhaps one child, perhaps two');
  });
});

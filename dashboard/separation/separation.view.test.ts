import { describe, expect, it } from '@jest/globals';
import { newCaseFaults } from '../new-case/new-case.view.js';
import { proveAddress } from '../layout/prove-address.js';
import { isProven } from '../sign-in/step-up.js';
import { provenAtOf } from '../sign-in/provider.js';
import { sourceText } from '../words/sources.js';
import { boxOf, partText, separationFaults, type SourceRecord, tickedOf } from './separation.view.js';

const records = [{ id: 'r1' }, { id: 'r2' }] as unknown as readonly SourceRecord[];
const reason = 'They are cousins of one name.';
const fields = (form: Readonly<Record<string, string>>): string[] =>
  separationFaults(form, records).map(({ field }) => field);

describe('parting records', () => {
  it('names some of them and leaves some, with a reason', () => {
    expect(fields({})).toEqual(['records', 'reason']);
    expect(fields({ [boxOf('r2')]: 'yes', reason })).toEqual([]);
    expect(fields({ [boxOf('r1')]: 'yes', [boxOf('r2')]: 'yes', reason })).toEqual(['records']);
    expect(fields({ [boxOf('r2')]: 'yes', reason: 'short' })).toEqual(['reason']);
  });

  it('takes a box for ticked where it says so', () => {
    expect(tickedOf({ [boxOf('r1')]: 'yes', [boxOf('r2')]: '', token: 'yes' })).toEqual(['r1']);
  });

  it('tells what was shown in words', () => {
    expect(partText('SOCIAL_CARE T3 child.socialCare')).toBe('Social care');
    expect(partText('HEALTH T3 child.waiting')).toBe('Health: waiting');
    expect(partText('PARTNERSHIP T1 child')).toBe('Who the child is');
    expect(partText('VIRTUAL_SCHOOL T2 child.peps')).toBe('The virtual school: peps');
  });
});

describe('taking a child on', () => {
  const whole = { identifierType: 'SOCIAL_CARE_ID', identifier: '123', dateOfBirth: '2014-05-19', reason };

  it('needs a number of the role’s own, a date of birth and a reason', () => {
    const faults = (form: Readonly<Record<string, string>>, role = 'social-worker') =>
      newCaseFaults(form, role).map(({ field }) => field);
    expect(faults({})).toEqual(['identifierType', 'identifier', 'dateOfBirth', 'reason']);
    expect(faults(whole)).toEqual([]);
    expect(faults(whole, 'camhs-clinician')).toEqual(['identifierType']);
    expect(faults(whole, 'match-reviewer')).toEqual([]);
    expect(faults({ ...whole, dateOfBirth: '2014-02-30', reason: 'short' })).toEqual(['dateOfBirth', 'reason']);
  });
});

describe('proving anew who one is', () => {
  it('counts for ten minutes', () => {
    expect(isProven(undefined, 0)).toBe(false);
    expect(isProven(1_000, 600_999)).toBe(true);
    expect(isProven(1_000, 601_000)).toBe(false);
  });

  it('leads back to the form, and sends nothing', () => {
    expect(proveAddress('/matches/m1')).toBe('/sign-in?anew=yes&to=%2Fmatches%2Fm1');
  });

  it('is what the provider says of when and how', () => {
    expect(provenAtOf({ auth_time: 7, acr: 'strong' }, 'strong')).toBe(7_000);
    expect(provenAtOf({ auth_time: 7 }, undefined)).toBe(7_000);
    expect(() => provenAtOf({ auth_time: 7 }, 'strong')).toThrow('less than was asked');
    expect(() => provenAtOf({ acr: 'strong' }, 'strong')).toThrow('when they signed in');
    expect(() => provenAtOf(undefined, undefined)).toThrow('when they signed in');
  });
});

describe('a source', () => {
  it('is called by its name, with its organisation', () => {
    expect(sourceText('school-census:900001')).toBe('School census of 900001');
    expect(sourceText('peps')).toBe('Personal education plans');
  });
});

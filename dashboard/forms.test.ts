import { describe, expect, it } from '@jest/globals';
import { actionFaults } from './child/action.route.js';
import { movedText } from './change/change.table.js';
import type { FieldFault } from './component/form.js';
import { agendaFaults } from './school/agenda.route.js';
import { searchFaults } from './search/search.route.js';
import { standardText } from './waiting-list/waiting-list.table.js';

const fields = (faults: readonly FieldFault[]): string[] => faults.map(({ field }) => field);

describe('what a form lacks', () => {
  it('is, of an action, what and who, and a day that is past or none', () => {
    const whole = { what: 'Ring the family.', owner: 'SENCO' };
    expect(fields(actionFaults({}, '2026-11-20'))).toEqual(['what', 'owner']);
    expect(actionFaults(whole, '2026-11-20')).toEqual([]);
    expect(actionFaults({ ...whole, dueOn: '2026-11-20' }, '2026-11-20')).toEqual([]);
    expect(fields(actionFaults({ ...whole, dueOn: '2026-11-19' }, '2026-11-20'))).toEqual(['dueOn']);
    expect(fields(actionFaults({ ...whole, dueOn: '31/11/2026' }, '2026-11-20'))).toEqual(['dueOn']);
  });

  it('is, of an item for the agenda, why', () => {
    expect(fields(agendaFaults({ reason: '  ' }))).toEqual(['reason']);
    expect(agendaFaults({ reason: 'Attendance fell.' })).toEqual([]);
  });

  it('is, of a search, two letters of the family name', () => {
    expect(fields(searchFaults({ family: ' A ' }))).toEqual(['family']);
    expect(fields(searchFaults({ family: 'Adeyemi', dateOfBirth: '2014-02-30' }))).toEqual(['dateOfBirth']);
    expect(searchFaults({ family: 'Ng', dateOfBirth: '2014-05-19' })).toEqual([]);
  });
});

describe('how a wait stands', () => {
  it('is said by its standard, and of a service that is not named without one', () => {
    expect(standardText({ clock: null })).toBe('No standard named');
    const clock = { standard: '18 weeks', state: 'ON_TRACK', breachOn: '2027-01-05' };
    expect(standardText({ clock } as never)).toBe('18 weeks: on track; past the standard from 5 Jan 2027');
    const past = { ...clock, state: 'BREACHED' };
    expect(standardText({ clock: past } as never)).toBe('18 weeks: past the standard since 5 Jan 2027');
    expect(standardText({ clock: { ...past, breachOn: null } } as never)).toBe('18 weeks: past the standard');
  });
});

describe('what changed', () => {
  it.each([
    ['Triage', 'Booked', 'From Triage to Booked'],
    [null, 'Booked', 'Now Booked'],
    ['Triage', null, 'Was Triage; not any more'],
    [null, null, 'Changed'],
  ])('from %p to %p is said as %p', (from, to, said) => {
    expect(movedText({ from, to })).toBe(said);
  });
});

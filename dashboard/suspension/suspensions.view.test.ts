import { describe, expect, it } from '@jest/globals';
import { thresholdFilter } from '../threshold/list-filter.js';
import {
  daysText,
  type Item,
  itemsText,
  lengthText,
  mayRecord,
  overdueOf,
  provisionFaults,
  provisionText,
  type Summary,
  suspendedLines,
} from './suspended.view.js';
import { cardsOf, type Cell, figuresView, told, yearFilter } from './suspensions.view.js';

const cell = (over: object = {}): Cell => ({
  ...{ key: [], pupilsOn: '2027-01-21', pupils: 400, suspensions: 12, suspensionsPer100: 3, lostDays: 20 },
  ...{ childrenSuspended: 9, childrenSuspendedPer100: 2.25, permanentExclusions: null },
  ...{ permanentExclusionsPer100: null, suppressed: true, basis: 'Pupils.' },
  ...{ comparator: { percent: 11.31, of: 'suspensions', year: '2023/24', basis: 'b', source: 's' } },
  ...{ comparatorOfChildren: null, comparatorOfExclusions: null, ...over },
});

describe('figures of suspensions', () => {
  it('have what is published beside them, and say of a small number that it is not shown', () => {
    const cards = new Map(cardsOf(cell()).map((card) => [card.title, card]));
    expect(cards.get('suspensions, for every 100 pupils')).toMatchObject({
      ...{ value: { kind: 'held', value: 3 }, beside: '11.31 suspensions, 2023/24' },
    });
    expect(cards.get('permanent exclusions')?.value).toEqual({ kind: 'suppressed' });
    expect(cards.get('suspensions')?.value).toEqual({ kind: 'held', value: 12 });
  });

  it('are none of no pupils, and nought is told', () => {
    expect(told(null, 0)).toEqual({ kind: 'none', seesAll: true });
    expect(told(0, 400)).toEqual({ kind: 'held', value: 0 });
  });

  it('of a school are its own alone', () => {
    const answer = { data: { figures: [cell({ key: ['900002'] }), cell({ key: ['900001'] })] }, faults: [] } as never;
    expect(figuresView(answer, '900001').one).toMatchObject({ value: { key: ['900001'] } });
    expect(figuresView(answer, '900009').one).toEqual({ kind: 'none', seesAll: true });
    expect(figuresView(answer, null).one).toMatchObject({ value: { key: ['900002'] } });
  });

  it('that could not be asked, or are refused, are not none', () => {
    const fault = { path: ['figures'], code: 'REFUSED', domain: 'EDUCATION', message: 'Not yours.' };
    const view = figuresView(
      { data: { figures: null }, faults: [fault, { ...fault, path: ['cohorts'], code: 'X' }] } as never,
      null,
    );
    expect(view.one).toEqual({ kind: 'refused', because: 'Not yours.' });
    expect(view.cohorts).toEqual({ kind: 'unavailable', domain: 'VIRTUAL_SCHOOL' });
  });
});

describe('an address of the lists', () => {
  it('that asks for what there is not falls back, and says so', () => {
    expect(yearFilter(undefined, '2026-08-31')).toMatchObject({ year: '2025/26', note: null });
    expect(yearFilter('2025/26', '2026-11-20')).toMatchObject({ year: '2025/26', note: null });
    expect(yearFilter('2027/28', '2026-11-20')).toMatchObject({ year: '2026/27', note: expect.any(String) as unknown });
    expect(thresholdFilter({ kind: 'LATE', school: '9' })).toMatchObject({ kind: null, schoolUrn: null });
    expect(thresholdFilter({ kind: 'LATE' }).note).not.toBeNull();
    expect(thresholdFilter({ kind: 'FIFTEEN_DAYS_ILL', school: '900001' })).toEqual({
      ...{ kind: 'FIFTEEN_DAYS_ILL', schoolUrn: '900001', note: null },
    });
  });
});

const item = (over: object = {}): Item => ({
  ...{ startedOn: '2026-11-02', category: 'SUSPENSION', sessions: 12, lunchtimes: null, cancelledOn: null },
  ...{ reasons: [], sixthDayProvision: null, ...over },
});
const duty = (over: object = {}) => ({
  dueOn: '2026-11-10',
  dutyOf: '900001',
  inPlaceOn: null,
  breached: true,
  ...over,
});

describe('a suspension', () => {
  it('is as long as it is', () => {
    expect(lengthText(item())).toBe('12 sessions');
    expect(lengthText(item({ category: 'LUNCHTIME', lunchtimes: 1, sessions: null }))).toBe('1 lunchtime');
    expect(lengthText(item({ category: 'PERMANENT', cancelledOn: '2026-11-09' }))).toBe(
      'permanent exclusion, cancelled 9 Nov 2026',
    );
  });

  it('says whether provision came', () => {
    expect(provisionText(item())).toBeNull();
    expect(provisionText(item({ sixthDayProvision: duty() }))).toBe('Provision by the school due 10 Nov 2026; missing');
    const late = duty({ dutyOf: 'COUNCIL', inPlaceOn: '2026-11-12' });
    expect(provisionText(item({ sixthDayProvision: late }))).toBe(
      'Provision by the council due 10 Nov 2026; in place 12 Nov 2026, late',
    );
  });

  it('is answered for by whoever owes provision, and by nobody where it is in place', () => {
    const as = (role: string, id: string) => ({ role, organisation: { id } });
    const ofCouncil = item({ sixthDayProvision: duty({ dutyOf: 'COUNCIL' }) });
    expect(mayRecord(item({ sixthDayProvision: duty() }), as('senco', '900001'))).toBe(true);
    expect(mayRecord(item({ sixthDayProvision: duty() }), as('senco', '900002'))).toBe(false);
    expect(mayRecord(ofCouncil, as('exclusions-officer', '990'))).toBe(true);
    expect(mayRecord(ofCouncil, as('senco', '900001'))).toBe(false);
    expect(mayRecord(item({ sixthDayProvision: duty({ inPlaceOn: '2026-11-09' }) }), as('senco', '900001'))).toBe(
      false,
    );
  });

  it('has provision by somebody, on a day from its first to today', () => {
    const form = { provider: 'Willow Tuition', startedOn: '2026-11-02', inPlaceOn: '2026-11-10' };
    const fields = (over: object) => provisionFaults({ ...form, ...over }, '2026-11-20').map(({ field }) => field);
    expect(fields({})).toEqual([]);
    expect(fields({ provider: ' ', inPlaceOn: '' })).toEqual(['provider', 'inPlaceOn']);
    expect(fields({ inPlaceOn: '2026-11-01' })).toEqual(['inPlaceOn']);
    expect(fields({ inPlaceOn: '2026-11-21' })).toEqual(['inPlaceOn']);
  });
});

describe('the list of children', () => {
  it('says of a child whose record could not be asked that it could not, and not that there is none', () => {
    const node = { lastStartedOn: '2026-11-02', child: { id: 'c1', name: null, education: null } };
    const path = ['suspendedChildren', 'edges', 0, 'node', 'child', 'education'];
    const answer = (faults: object[]) => ({ data: { suspendedChildren: { edges: [{ node }] } }, faults }) as never;
    const first = (faults: object[]) => {
      const lines = suspendedLines(answer(faults));
      return lines.kind === 'held' ? lines.value[0]?.summary.kind : lines.kind;
    };
    expect(first([{ path, code: 'SUBGRAPH_UNAVAILABLE', message: 'No.' }])).toBe('unavailable');
    // Of a list of several pages a fault is counted from the first of its own page.
    expect(first([{ path: path.with(2, 24), code: 'SUBGRAPH_UNAVAILABLE', message: 'No.' }])).toBe('unavailable');
    expect(first([])).toBe('none');
  });

  it('has above it of whom provision is overdue, the longest first, and of how many that is not known', () => {
    const child = (id: string) => ({ id, name: { given: id, family: 'A', preferred: null }, education: null });
    const line = (id: string, ...items: Item[]) => ({
      child: child(id),
      summary: { kind: 'held' as const, value: { items } as unknown as Summary },
      schools: { kind: 'none' as const, seesAll: false },
    });
    const owed = (over: object) => item({ sixthDayProvision: duty(over) });
    const lines = [
      line('late', owed({ inPlaceOn: '2026-11-12' })),
      line('second', owed({ dueOn: '2026-11-10' })),
      line('soon', owed({ breached: false })),
      line('first', owed({ dueOn: '2026-11-09', dutyOf: 'COUNCIL' }), item(), owed({ dueOn: '2026-10-01' })),
      line('none', item()),
      { ...line('x'), summary: { kind: 'unavailable' as const, domain: 'EDUCATION' as const } },
      { ...line('y'), summary: { kind: 'none' as const, seesAll: false } },
    ];
    const { children, notKnown } = overdueOf(lines);
    expect(children.map(({ child: { id }, text }) => [id, text])).toEqual([
      ['first', 'by the school, due 1 Oct 2026; by the council, due 9 Nov 2026'],
      ['second', 'by the school, due 10 Nov 2026'],
    ]);
    expect(notKnown).toBe(2);
    expect(overdueOf([])).toEqual({ children: [], notKnown: 0 });
  });

  it('says in a file what the page says', () => {
    const items = [item({ sixthDayProvision: duty() }), item({ reasons: ['Theft'], sessions: 1 })];
    const summary = { items, schoolDaysThisYear: 6.5, limitWarning: 'Near.' } as never;
    expect(itemsText(summary)).toBe(
      '2 Nov 2026: 12 sessions, no reason told, Provision by the school due 10 Nov 2026; missing; 2 Nov 2026: 1 session, Theft',
    );
    expect(daysText(summary)).toBe('6.5 school days of 45. Near.');
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Agency, TrueChild } from './person.js';
import { drawnChildren, type DrawnChild } from './write-persons.js';
import type { WrittenRecord } from './written-record.js';

const drawn = [...drawnChildren(3000, 5, '2026-11-20')];
const ages = (least: number, most: number) => drawn.filter(({ child }) => child.age >= least && child.age <= most);
const by = (agency: Agency, of: readonly DrawnChild[] = drawn): readonly WrittenRecord[] =>
  of.flatMap(({ records }) => records.filter((written) => written.agency === agency));

function share<T>(of: readonly T[], holds: (one: T) => boolean): number {
  return (100 * of.filter(holds).length) / of.length;
}

const held = (agency: Agency) => (one: DrawnChild) => one.records.some((written) => written.agency === agency);

function between(value: number, least: number, most: number): void {
  expect(value).toBeGreaterThanOrEqual(least);
  expect(value).toBeLessThanOrEqual(most);
}

/** Bounds around rates.ts and what was asked of the sample, wide enough for chance in 3,000 children. */
describe('the persons drawn', () => {
  it('are of every age to 25, none commoner than the next', () => {
    const counts = Array.from({ length: 26 }, (_, age) => ages(age, age).length);
    expect(Math.min(...counts)).toBeGreaterThan(70);
    expect(Math.max(...counts)).toBeLessThan(170);
    expect(drawn.filter(({ child }) => child.age > 25)).toEqual([]);
  });

  it('are held by education at school age, by health in seven of ten cases and by social care in a quarter', () => {
    between(share(ages(4, 18), held('education')), 90, 94);
    expect(ages(-1, 2).filter(held('education'))).toEqual([]);
    between(share(drawn, held('health')), 67, 73);
    between(share(drawn, held('social-care')), 21, 29);
  });

  it('are held twice by an agency now and then, written differently', () => {
    const twice = drawn.flatMap(({ records }) =>
      (['education', 'health', 'social-care'] as const)
        .map((agency) => records.filter((written) => written.agency === agency))
        .filter((written) => written.length === 2),
    );
    between(twice.length / drawn.reduce((sum, { records }) => sum + records.length, 0), 0.002, 0.01);
    for (const [first, second] of twice) expect(first?.record).not.toEqual(second?.record);
  });

  it('have a UPN in education almost always at school age, often in social care, never in health', () => {
    const pupils = ages(5, 16);
    const has = ({ record }: WrittenRecord): boolean => record.upn !== '';
    between(share(by('education', pupils), has), 95.5, 98.5);
    between(share(by('social-care', pupils), has), 52, 69);
    expect(by('health').filter(has)).toEqual([]);
  });

  it('have an NHS number in health almost always, often in social care, never in education', () => {
    const has = ({ record }: WrittenRecord): boolean => record.nhsNumber !== '';
    between(share(by('health'), has), 95.5, 98.5);
    between(share(by('social-care'), has), 49, 61);
    expect(by('education').filter(has)).toEqual([]);
  });

  it('are twins by one birth in seventy: one day and family name, two given names', () => {
    const twins = drawn.filter((one) => one.groups.includes('twin'));
    between(
      share(drawn, (one) => one.groups.includes('twin')),
      1.7,
      4.2,
    );
    const same = (one: TrueChild, other: TrueChild): boolean =>
      one !== other && one.dateOfBirth === other.dateOfBirth && one.family === other.family;
    for (const { child } of twins) {
      const other = twins.map((one) => one.child).find((candidate) => same(child, candidate));
      expect(other).toBeDefined();
      expect(other?.given).not.toBe(child.given);
    }
  });

  it('are rarely unborn, and then without a name, a date or a number', () => {
    const unborn = drawn.flatMap(({ records }) => records).filter((written) => written.unborn);
    for (const { agency, record } of unborn) {
      expect(agency).toBe('social-care');
      expect(record).toMatchObject({ dateOfBirth: '', sex: '', upn: '', nhsNumber: '' });
      expect(['Baby', 'Unborn', '']).toContain(record.given);
    }
    between(unborn.length, 1, 12);
  });

  it('differ between agencies about as often as registers do', () => {
    const pairs = drawn.flatMap(({ records }) => {
      const pupil = records.find((written) => written.agency === 'education');
      const patient = records.find((written) => written.agency === 'health');
      return pupil && patient ? [[pupil.record, patient.record] as const] : [];
    });
    const differs = (field: 'given' | 'family' | 'dateOfBirth' | 'sex' | 'postcode') =>
      share(pairs, ([one, other]) => one[field].toLowerCase() !== other[field].toLowerCase());
    between(differs('given'), 6, 15);
    between(differs('family'), 3, 10);
    between(differs('dateOfBirth'), 0.4, 3);
    between(differs('sex'), 0.1, 2.5);
    between(differs('postcode'), 11, 23);
  });

  it('share full names with strangers, and hardly ever the birthday too', () => {
    const strangers = (keyOf: (child: TrueChild) => string): number => {
      const counts = new Map<string, number>();
      for (const { child } of drawn) counts.set(keyOf(child), (counts.get(keyOf(child)) ?? 0) + 1);
      return share(drawn, ({ child }) => (counts.get(keyOf(child)) ?? 0) > 1);
    };
    between(
      strangers((child) => `${child.given} ${child.family}`),
      2,
      15,
    );
    expect(strangers((child) => `${child.given} ${child.family} ${child.dateOfBirth}`)).toBeLessThan(0.5);
  });
});

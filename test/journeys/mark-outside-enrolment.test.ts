import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { figuresOf, marksOutside, protect } from '../support/counted.js';
import { testHub, type TestHub } from '../support/hub.js';
import { type Line, marked, onRoll, type Pupil, pupil, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';

let hub: TestHub;
const [school, other] = ['900001', '900002'];
beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

/** Five days from a Monday, all sessions alike. */
const week = (of: Pupil, urn: string, monday: string, am: string, pm: string): Line[] =>
  Array.from({ length: 5 }, (_, days) =>
    marked(of, urn, Temporal.PlainDate.from(monday).add({ days }).toString(), am, pm),
  );

describe('a school that goes on marking after the child has left', () => {
  const child = pupil(1);

  it('makes nobody persistently absent: 20 of 20 stay 20 of 20, here and with the virtual school', async () => {
    await take(hub, 'school-census', [onRoll(child, school, '2026-09-02')]);
    const lines = ['2026-10-05', '2026-10-12'].flatMap((monday) => week(child, school, monday, '/', '\\'));
    await take(hub, 'attendance', [...lines, ...week(child, school, '2026-10-19', 'O', 'O')]);
    await protect(hub, child);
    await settle(hub);
    expect(await figuresOf(hub, child)).toMatchObject({ possible: 30, attended: 20, persistentlyAbsent: true });
    expect(await marksOutside(hub)).toBe(0);
    await take(hub, 'school-census', [onRoll(child, school, '2026-09-02', '2026-10-19')]);
    await settle(hub);
    expect(await figuresOf(hub, child)).toMatchObject({ possible: 20, attended: 20, persistentlyAbsent: false });
    expect(await marksOutside(hub)).toBe(10);
  });

  it('has its marks back when the leaving date is put right, and keeps them meanwhile', async () => {
    await take(hub, 'school-census', [onRoll(child, school, '2026-09-02', '2026-10-21')]);
    await settle(hub);
    expect(await figuresOf(hub, child)).toMatchObject({
      possible: 24,
      unauthorisedAbsence: 4,
      persistentlyAbsent: true,
    });
    expect(await marksOutside(hub)).toBe(6);
    await take(hub, 'school-census', [onRoll(child, school, '2026-09-02')]);
    await settle(hub);
    expect(await figuresOf(hub, child)).toMatchObject({ possible: 30 });
    expect(await marksOutside(hub)).toBe(0);
  });

  it('is not believed once another school has the child as its own, though it names no leaving date', async () => {
    await take(hub, 'school-census', [onRoll(child, other, '2026-10-19')]);
    await take(hub, 'attendance', week(child, other, '2026-10-19', '/', '#'));
    await settle(hub);
    expect(await figuresOf(hub, child)).toMatchObject({ possible: 25, attended: 25, unauthorisedAbsence: 0 });
    expect(await marksOutside(hub)).toBe(10);
  });
});

describe('a mark from before the child came', () => {
  it('counts for nobody', async () => {
    const child = pupil(2);
    const before = await marksOutside(hub);
    await take(hub, 'school-census', [onRoll(child, school, '2026-10-07')]);
    await take(hub, 'attendance', week(child, school, '2026-10-05', 'O', 'O'));
    await protect(hub, child);
    await settle(hub);
    expect(await figuresOf(hub, child)).toMatchObject({ possible: 6 });
    expect(await marksOutside(hub)).toBe(before + 4);
  });
});

describe('a mark of a day that another spell at the same school holds', () => {
  it('counts whichever spell it was first put under: the roll of the return may come after the register', async () => {
    const child = pupil(3);
    const before = await marksOutside(hub);
    await take(hub, 'school-census', [onRoll(child, school, '2024-09-03', '2026-07-22')]);
    await take(hub, 'attendance', week(child, school, '2026-10-05', '/', '\\'));
    await protect(hub, child);
    await settle(hub);
    expect(await figuresOf(hub, child)).toMatchObject({ possible: 0 });
    expect(await marksOutside(hub)).toBe(before + 10);
    await take(hub, 'school-census', [onRoll(child, school, '2026-09-02')]);
    await settle(hub);
    expect(await figuresOf(hub, child)).toMatchObject({ possible: 10, attended: 10 });
    expect(await marksOutside(hub)).toBe(before);
  });
});

describe('a school known by its registers alone', () => {
  it('has no bounds: all its marks count, those before the first that came too', async () => {
    const child = pupil(4);
    const before = await marksOutside(hub);
    await take(hub, 'school-census', [onRoll(child, other, '2026-10-12')]);
    await take(hub, 'attendance', week(child, school, '2026-10-12', '/', 'O'));
    await take(hub, 'attendance', week(child, school, '2026-10-05', '/', '\\'));
    await protect(hub, child);
    await settle(hub);
    expect(await figuresOf(hub, child)).toMatchObject({ possible: 20, attended: 15 });
    expect(await marksOutside(hub)).toBe(before);
  });
});

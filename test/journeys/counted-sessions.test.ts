import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { attendanceCode } from '../../platform/code-sets/attendance-codes.js';
import { figuresOf, idOf, marksOutside, protect } from '../support/counted.js';
import { testHub, type TestHub } from '../support/hub.js';
import { marked, onRoll, type Pupil, pupil, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

const dayOf = (offset: number): string => Temporal.PlainDate.from('2026-10-05').add({ days: offset }).toString();
const urn = fc.constantFrom('900001', '900002');
const offset = fc.integer({ min: -4, max: 20 });
const roll = fc.record({
  urn,
  from: offset,
  stays: fc.option(fc.integer({ min: 1, max: 14 })),
  status: fc.constantFrom('C', 'M', 'S', 'O'),
});
const code = fc.constantFrom('', '/', 'I', 'O', 'D', '#');
const weekday = fc.integer({ min: 0, max: 18 }).filter((days) => days % 7 < 5);
const day = fc.record({ urn, on: weekday, am: code, pm: code });
/** A file of rolls and one of registers, of one pupil. */
const told = fc.record({
  roll: fc.option(roll),
  days: fc.uniqueArray(day, { maxLength: 8, selector: (d) => `${d.urn} ${d.on}` }),
});
/** Three times told, each time correcting what was told before. */
const history = fc.array(told, { minLength: 3, maxLength: 3 });

type Told = typeof told extends fc.Arbitrary<infer Value> ? Value : never;
interface Cast {
  readonly of: Pupil;
  readonly history: readonly Told[];
}
interface Session {
  readonly urn: string;
  readonly on: string;
  readonly half: string;
  readonly code: string;
}

const rollLine = (of: Pupil, { urn: at, from, stays, status }: NonNullable<Told['roll']>) =>
  onRoll(of, at, dayOf(from), stays === null ? '' : dayOf(from + stays), { enrol_status: status });

async function takeRound(cast: readonly Cast[], round: number): Promise<void> {
  const rolls = cast.flatMap(({ of, history: all }) => (all[round]?.roll ? [rollLine(of, all[round].roll)] : []));
  const registers = cast.flatMap(({ of, history: all }) =>
    (all[round]?.days ?? []).map((d) => marked(of, d.urn, dayOf(d.on), d.am, d.pm)),
  );
  if (rolls.length > 0) await take(hub, 'school-census', rolls);
  if (registers.length > 0) await take(hub, 'attendance', registers);
}

/** The last mark each school told of each session; a blank tells nothing. */
function sessionsOf({ history: all }: Cast): Session[] {
  const made = all.flatMap(({ days }) =>
    days.flatMap((d) => [
      { urn: d.urn, on: dayOf(d.on), half: 'AM', code: d.am },
      { urn: d.urn, on: dayOf(d.on), half: 'PM', code: d.pm },
    ]),
  );
  const marks = made.filter((one) => one.code !== '');
  return [...new Map(marks.map((one) => [`${one.urn} ${one.on} ${one.half}`, one])).values()];
}

const order = ['PRESENT', 'AUTHORISED_ABSENCE', 'UNAUTHORISED_ABSENCE', 'NOT_A_POSSIBLE_ATTENDANCE', 'ADMINISTRATIVE'];
const categoryOf = ({ code: mark, on }: Session): string => attendanceCode(mark, on)?.category ?? '';
const rank = (one: Session): number => order.indexOf(categoryOf(one));

/** Slow and obvious: each session by itself, held against the rolls of the school that marked it. */
async function counted(of: Pupil, all: readonly Session[]) {
  const { rows: spells } = await hub.admin.query<{ urn: string; from: string; until: string | null; status: string }>(
    `select urn, entry_on as from, until_on as until, status from education.enrolment where child_id in
      (select child_id from partnership.source_record where source_key = $1)`,
    [of.upn],
  );
  const holds = (one: Session): boolean => {
    const known = spells.filter((s) => s.urn === one.urn && s.status !== 'UNKNOWN');
    return known.length === 0 || known.some((s) => s.from <= one.on && (s.until === null || one.on < s.until));
  };
  const best = new Map<string, Session>();
  for (const one of all.filter(holds)) {
    const held = best.get(`${one.on} ${one.half}`);
    if (!held || rank(one) < rank(held)) best.set(`${one.on} ${one.half}`, one);
  }
  const sum = (category: string): number => [...best.values()].filter((one) => categoryOf(one) === category).length;
  const [attended = 0, authorisedAbsence = 0, unauthorisedAbsence = 0] = order.map(sum);
  const possible = attended + authorisedAbsence + unauthorisedAbsence;
  const figures = { possible, attended, authorisedAbsence, unauthorisedAbsence };
  return { figures, outside: all.length - all.filter(holds).length };
}

describe('what is counted of any child', () => {
  it('is what asking each session by itself finds, whatever was told when and put right since', async () => {
    let next = 0;
    const run = async (histories: readonly (readonly Told[])[]) => {
      const before = await marksOutside(hub);
      const cast = histories.map((one): Cast => ({ of: pupil((next += 1)), history: one }));
      for (const round of [0, 1, 2]) {
        await takeRound(cast, round);
        if (round > 0) for (const { of } of cast) if ((await idOf(hub, of)) !== '') await protect(hub, of);
        // What is copied once must follow what is told later.
        await settle(hub);
      }
      let outside = 0;
      for (const one of cast) {
        const sessions = sessionsOf(one);
        if (sessions.length === 0) continue;
        const slow = await counted(one.of, sessions);
        expect(await figuresOf(hub, one.of)).toMatchObject(slow.figures);
        outside += slow.outside;
      }
      expect(await marksOutside(hub)).toBe(before + outside);
    };
    const area = fc.array(history, { minLength: 20, maxLength: 20 });
    await fc.assert(fc.asyncProperty(area, run), { numRuns: 4, endOnFailure: true });
  });
});

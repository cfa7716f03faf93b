import type { Example, ExampleChild, ExampleSuspension, Written } from './example.js';

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

// Of the spring and summer bank holidays of the years that examples are of.
const bankHolidays = new Set(['2026-05-04', '2026-05-25', '2026-04-06', '2026-04-03']);

export function isOpen({ calendars }: Example, urn: string, day: string): boolean {
  const within = (spans: readonly (readonly [string, string])[] = []): boolean =>
    spans.some(([from, until]) => from <= day && day <= until);
  const [all, own] = [calendars['both'], calendars[urn]];
  const weekend = [0, 6].includes(new Date(day).getUTCDay());
  return !weekend && !bankHolidays.has(day) && within(all?.terms) && !within(all?.closed) && !within(own?.closed);
}

/** Each half day that a suspension takes, one after the other. */
function halves(area: Example, of: ExampleSuspension): string[] {
  const count = of.category === 'SUSP' ? (of.sessionsServed ?? of.sessions ?? 0) : 0;
  const taken: string[] = [];
  for (let day = of.startedOn; taken.length < count; day = dayAfter(day)) {
    if (!isOpen(area, of.urn, day)) continue;
    for (const half of ['AM', 'PM'])
      if (taken.length < count && !(day === of.startedOn && of.session === 'PM' && half === 'AM'))
        taken.push(`${day} ${half}`);
  }
  return taken;
}

const yearOf = (day: string): string => {
  const first = Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);
  return `${String(first)}/${String((first + 1) % 100).padStart(2, '0')}`;
};

function years(area: Example, { suspensions }: ExampleChild): Written['years'] {
  const found: Record<string, { sessions: number; lunchtimes: number }> = {};
  const of = (day: string) => (found[yearOf(day)] ??= { sessions: 0, lunchtimes: 0 });
  for (const one of suspensions) {
    for (const half of halves(area, one)) of(half.slice(0, 10)).sessions += 1;
    if (one.category === 'LNCH') of(one.startedOn).lunchtimes += one.sessionsServed ?? one.lunchtimes ?? 0;
  }
  return Object.fromEntries(
    Object.entries(found).map(([year, { sessions, lunchtimes }]) => {
      const schoolDays = (sessions + lunchtimes) / 2;
      return [year, { sessions, lunchtimes, schoolDays, left: Math.max(0, 45 - schoolDays), over: schoolDays > 45 }];
    }),
  );
}

/** The sixth open day in a row with a half day taken, at each school; and the sixth open day from an exclusion for good. */
function sixthDays(area: Example, { suspensions, asAt, ncYear, lookedAfter }: ExampleChild): Written['sixthDays'] {
  const owed: Written['sixthDays'] = [];
  const pastSchool = (day: string): boolean => ncYear === '11' && day > '2026-06-26';
  const add = (run: readonly ExampleSuspension[], of: string, dueOn: string, dutyOf: string): void => {
    const inPlaceOn = run.flatMap(({ provisionInPlaceOn }) => provisionInPlaceOn ?? []).sort()[0];
    const breached = (inPlaceOn ?? asAt) > dueOn;
    const expected = { ...(inPlaceOn !== undefined && { inPlaceOn }), ...(lookedAfter && { firstDayExpectation: of }) };
    if (!pastSchool(dueOn)) owed.push({ of, dueOn, dutyOf, breached, ...expected });
  };
  for (const urn of new Set(suspensions.map((one) => one.urn))) {
    const own = suspensions.filter((one) => one.urn === urn && one.category === 'SUSP');
    const taken = new Set(own.flatMap((one) => halves(area, one)).map((half) => half.slice(0, 10)));
    let row: string[] = [];
    for (let day = '2025-09-01'; day < '2027-01-01'; day = dayAfter(day)) {
      if (!isOpen(area, urn, day)) continue;
      row = taken.has(day) ? [...row, day] : [];
      if (row.length !== 6) continue;
      const run = own.filter((one) => halves(area, one).some((half) => row.includes(half.slice(0, 10))));
      add(run, row[0] ?? '', day, urn);
    }
  }
  for (const one of suspensions.filter(({ category }) => category === 'PERM')) {
    const open: string[] = [];
    for (let day = one.startedOn; open.length < 6; day = dayAfter(day)) if (isOpen(area, one.urn, day)) open.push(day);
    add([one], one.startedOn, open[5] ?? '', 'COUNCIL');
  }
  return owed;
}

/** What it came to after each, of a child of one school year with none that was cancelled later. */
function running(area: Example, child: ExampleChild): Written['running'] {
  const all = Object.keys(years(area, child));
  if (all.length !== 1 || child.suspensions.some(({ cancelledOn }) => cancelledOn !== undefined)) return [];
  return child.suspensions.flatMap(({ startedOn: after }) => {
    const until = child.suspensions.filter(({ startedOn }) => startedOn <= after);
    const [year] = Object.values(years(area, { ...child, suspensions: until }));
    return year ? [{ after, schoolDays: year.schoolDays, over: year.over }] : [];
  });
}

/** What a child’s only school has to do in autumn 2026, by the half days of August to December. */
function governors(area: Example, { suspensions }: ExampleChild): Written['governors'] {
  const inAutumn = (day: string): boolean => '2026-08-01' <= day && day <= '2026-12-31';
  const own = suspensions.filter((one) => inAutumn(one.startedOn) || halves(area, one).some(inAutumn));
  if (own.length === 0 || new Set(suspensions.map(({ urn }) => urn)).size > 1) return {};
  const taken = own.flatMap((one) => halves(area, one)).filter((half) => inAutumn(half.slice(0, 10))).length;
  const lunches = own
    .filter(({ category }) => category === 'LNCH')
    .map((one) => one.sessionsServed ?? one.lunchtimes ?? 0);
  const schoolDays = lunches.reduce((sum, one) => sum + one, taken) / 2;
  const must = schoolDays > 15 || own.some(({ category }) => category === 'PERM');
  return { '2026 Autumn': { schoolDays, duty: must ? 'MUST_MEET' : schoolDays > 5 ? 'ON_REPRESENTATIONS' : 'NONE' } };
}

/** What the rules make of a child, in the form that a hand-worked example writes it down. */
export const workedOut = (area: Example, child: ExampleChild): Written => ({
  ...{ years: years(area, child), sixthDays: sixthDays(area, child), running: running(area, child) },
  governors: governors(area, child),
});

/** What is so of a child: as somebody wrote it down, or as the rules make it. */
export const expectedOf = (area: Example, child: ExampleChild): Written => child.expect ?? workedOut(area, child);

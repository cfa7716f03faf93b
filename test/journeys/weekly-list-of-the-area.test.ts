import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ingestFiles } from '../../cli/ingest.js';
import { filesBySource, writeSample } from '../../sample/sample.js';
import { testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';
import { type ListedItem, weeklyList } from './example-attendance/ask-figures.js';
import { adviser } from './example-attendance/compare-figures.js';

/** The week before the one that the tests' area stands in. */
const lastWeek = '2026-11-09';

/**
 * The list made again from the owners' own rows, as nobody but a superuser could, by other statements than the hub's: for
 * each child with an open plan or care today, and a plan on a day of the week ($1).
 */
const recomputed = String.raw`
with shown as (select held, canonical from access.child_alias),
death as (select coalesce(canonical, child_id) child, min(died_on) died_on
  from social_care.death left join shown on held = child_id group by 1),
status as materialized (select coalesce(canonical, child_id) child, status, held_from,
    least(held_until, (select died_on from death where child = coalesce(canonical, child_id))) held_until
  from social_care.status_interval left join shown on held = child_id),
listed as materialized (select distinct child from status
  where status in ('CHILD_PROTECTION', 'CHILD_IN_NEED') and held_from < $1::date + 7 and (held_until is null or held_until > $1)
    and exists (select from status today where today.child = status.child and held_from <= $2 and (held_until is null or held_until > $2)
      and today.status in ('CHILD_PROTECTION', 'CHILD_IN_NEED', 'LOOKED_AFTER'))),
allocated as materialized (select coalesce(canonical, child_id) child, coalesce(team, '') team, held_from, held_until
  from social_care.allocation left join shown on held = child_id),
roll as materialized (select e.*, coalesce(canonical, e.child_id) child, e.status in ('CURRENT', 'CURRENT_MAIN') main
  from education.enrolment e left join shown on held = e.child_id
  where coalesce(canonical, e.child_id) in (select child from listed)),
mark as (select roll.child, roll.urn, roll.main, w.week_beginning + slot / 2 as day, slot % 2 as half,
    chr(get_byte(w.marks, slot)) code
  from education.attendance_week w join roll on roll.id = w.enrolment_id, generate_series(0, 9) slot),
open_day as materialized (select distinct urn, w.week_beginning + slot / 2 as day
  from education.attendance_week w join education.enrolment e on e.id = w.enrolment_id, generate_series(0, 9) slot
  where chr(get_byte(w.marks, slot)) not in ('#', '.')),
ranked as (select mark.*, case
    when code in ('/', '\', 'L', 'K', 'V', 'P', 'W', 'B') then 1
    when code in ('C', 'a', 'b', 'E', 'I', 'j', 'M', 'R', 'S', 'T') then 2
    when code in ('G', 'N', 'O', 'U') then 3
    when code in ('#', 'Z') then 5 else 4 end kind
  from mark
  where code <> '.'
    and not exists (select from death where death.child = mark.child and died_on < day)
    and (exists (select from roll where roll.child = mark.child and roll.urn = mark.urn and roll.status <> 'UNKNOWN'
        and entry_on <= day and (until_on is null or day < until_on))
      or not exists (select from roll where roll.child = mark.child and roll.urn = mark.urn and roll.status <> 'UNKNOWN'))),
session as materialized (select distinct on (child, day, half) * from ranked order by child, day, half, kind, main desc, urn),
week as materialized (select child, date_trunc('week', day)::date monday, count(*) filter (where kind < 4) possible,
    count(*) filter (where kind = 1) attended from session group by 1, 2),
day as (select $1::date + n as day, array_position(array[4, 6, 5, 3, 2, 1, 0], n) turn from generate_series(0, 6) n),
school_day as materialized (select child, day, bool_or(code = 'N') missed,
    lag(bool_or(code = 'N')) over (partition by child order by day) missed_before
  from session where kind < 4 group by child, day),
said as (select child,
  (select s.status from status s join day on s.held_from <= day and (s.held_until is null or day < s.held_until)
    where s.child = listed.child and s.status in ('CHILD_PROTECTION', 'CHILD_IN_NEED') order by turn, s.status desc limit 1) status,
  (select urn from roll join day on entry_on <= day and (until_on is null or day < until_on)
    where roll.child = listed.child and main order by turn, entry_on desc limit 1) urn,
  (select team from allocated a join day on a.held_from <= day and (a.held_until is null or day < a.held_until)
    where a.child = listed.child and team <> '' order by turn, a.held_from desc, team limit 1) team,
  (select max(day) from session where session.child = listed.child and kind = 1 and day < $1::date + 7) last_attended_on,
  array(select round(100.0 * attended / nullif(possible, 0), 4)::float from generate_series(7, 0, -1) back
    left join week on week.child = listed.child and monday = $1::date - 7 * back order by back desc) trend,
  coalesce((select possible from week where week.child = listed.child and monday = $1), 0)::int possible,
  coalesce((select attended from week where week.child = listed.child and monday = $1), 0)::int attended,
  (select sum(possible) from week where week.child = listed.child and monday between $1::date - 28 and $1::date - 7) possible_before,
  (select sum(attended) from week where week.child = listed.child and monday between $1::date - 28 and $1::date - 7) attended_before
  from listed)
select child id, status, urn, team, last_attended_on::text "lastAttendedOn", trend, possible, attended,
  case when last_attended_on is not null and urn is not null then (select count(*)::int from open_day where open_day.urn = said.urn
    and day > last_attended_on and day < $1::date + 7) end "daysSince",
  array_remove(array[
    case when possible > 0 and possible_before > 0 and 10 * (attended_before * possible - attended * possible_before) >= possible_before * possible then 'DROP' end,
    case when exists (select from session where session.child = said.child and code = 'b' and date_trunc('week', day) = $1) then 'PART_TIME' end,
    case when exists (select from roll r where r.child = said.child and main and entry_on between $1 and $1::date + 6
      and exists (select from roll o where o.child = r.child and o.urn <> r.urn and o.entry_on < r.entry_on)) then 'SCHOOL_MOVE' end,
    case when exists (select from school_day d where d.child = said.child and missed and missed_before and date_trunc('week', day) = $1) then 'UNEXPLAINED' end,
    case when exists (select from allocated a where a.child = said.child and a.held_from between $1 and $1::date + 6
      and exists (select from allocated b where b.child = a.child and b.held_from < a.held_from)) then 'WORKER_CHANGE' end
  ], null) alerts
from said`;

interface Recomputed {
  readonly id: string;
  readonly alerts: readonly string[];
}

/** The sample area, of so many children that the list has some of every kind. */
async function sampleArea(): Promise<TestHub> {
  const hub = await testHub();
  const outDir = mkdtempSync(path.join(tmpdir(), 'hub-area-'));
  const report = await writeSample({ children: 1000, seed: 7, outDir, asAt: hub.assembly.today() });
  for (const { source, paths, year } of filesBySource(report)) await ingestFiles(hub.assembly, source, paths, { year });
  await settle(hub);
  return hub;
}

/** What the hub answered, in the columns of the statement. */
const answered = ({ child, status, school, socialWorkTeam, thisWeek, trend, alerts, ...item }: ListedItem) => ({
  id: child?.id ?? '',
  status,
  urn: school?.urn ?? null,
  team: socialWorkTeam,
  lastAttendedOn: item.lastAttendedOn,
  trend: trend.map(({ attendancePercent }) => attendancePercent),
  possible: thisWeek?.possible ?? 0,
  attended: thisWeek?.attended ?? 0,
  daysSince: item.schoolDaysSinceAttended,
  alerts: alerts.map(({ kind }) => kind).sort(),
});

const byId = <Item extends { readonly id: string }>(all: readonly Item[]): Item[] =>
  [...all].sort((a, b) => (a.id < b.id ? -1 : 1));

describe('last week’s list of the sample area', () => {
  let hub: TestHub;
  let list: ListedItem[];
  let rows: Recomputed[];
  beforeAll(async () => {
    hub = await sampleArea();
    list = await weeklyList(hub, adviser, { week: lastWeek });
    ({ rows } = await hub.admin.query<Recomputed>(recomputed, [lastWeek, hub.assembly.today()]));
  });
  afterAll(() => hub.close());

  it('agrees child by child with the owners’ rows', () => {
    expect(byId(list.map(answered))).toEqual(byId(rows));
  });

  it('is worth reading: children of several schools and teams, some with an alert and some with none', () => {
    expect(new Set(list.map(({ school }) => school?.urn)).size).toBeGreaterThan(1);
    expect(new Set(list.map(({ socialWorkTeam }) => socialWorkTeam)).size).toBeGreaterThan(1);
    expect(new Set(list.map(({ alerts }) => alerts.length > 0)).size).toBe(2);
  });

  it('is in its order: most alerts, then the lowest percent', () => {
    const pressing = list.map(({ alerts, thisWeek }) => [-alerts.length, thisWeek?.attendancePercent ?? 101] as const);
    expect(pressing).toEqual([...pressing].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
  });
});

import fc from 'fast-check';
import { SessionOfDay } from '../../../platform/vocabulary/session-of-day.js';
import type { ProvidedSuspension } from './sixth-day.js';
import { SuspensionCategory } from './suspension-category.js';

const { AM, PM } = SessionOfDay;
const { SUSPENSION, LUNCHTIME, PERMANENT } = SuspensionCategory;

/** A suspension of one session, with what is said otherwise. */
export const suspended = (over: Partial<ProvidedSuspension> = {}): ProvidedSuspension => ({
  ...{ urn: '900001', startedOn: '2026-09-14', category: SUSPENSION, session: AM, sessions: 1, lunchtimes: null },
  ...{ cancelledOn: null, served: null, provisionOn: null, ...over },
});

/** Any day from 1 July 2026 on, for about half a year. */
export const dayAt = (at: number): string => new Date(Date.UTC(2026, 6, 1 + at)).toISOString().slice(0, 10);

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay());

/** A calendar, by hand: closed on weekends, in August, and on some weekdays that are drawn, at one school or both. */
export const calendar = fc
  .array(fc.tuple(fc.constantFrom('900001', '900002'), fc.nat(180)), { maxLength: 30 })
  .map((closed) => {
    const days = new Set(closed.map(([urn, at]) => `${urn} ${dayAt(at)}`));
    return (urn: string, day: string): boolean =>
      !isWeekend(day) && !day.startsWith('2026-08') && !days.has(`${urn} ${day}`);
  });

const length = fc.integer({ min: 1, max: 24 });

const anySuspension = fc.record({
  urn: fc.constantFrom('900001', '900001', '900002'),
  at: fc.nat(120),
  category: fc.constantFrom(SUSPENSION, SUSPENSION, SUSPENSION, LUNCHTIME, PERMANENT),
  session: fc.constantFrom(AM, PM),
  length,
  cancelled: fc.option(fc.nat(24)),
  provided: fc.option(fc.nat(20)),
});

/** Suspensions of one child from two schools, of every category, some cancelled, some overlapping as told. */
export const suspensions = fc.array(anySuspension, { maxLength: 7 }).map((drawn) =>
  drawn.map(({ urn, at, category, session, length: long, cancelled, provided }) =>
    suspended({
      ...{ urn, category, startedOn: dayAt(at) },
      session: category === SUSPENSION ? session : null,
      sessions: category === SUSPENSION ? long : null,
      lunchtimes: category === LUNCHTIME ? long : null,
      cancelledOn: cancelled === null ? null : dayAt(at + 1),
      served: cancelled === null || category === PERMANENT ? null : Math.min(cancelled, long),
      provisionOn: provided === null ? null : dayAt(at + provided),
    }),
  ),
);

/** Slowly and obviously: every half day of a suspension, one after the other, as `2026-09-14 AM`. */
export function halfDays(of: ProvidedSuspension, isOpen: (urn: string, day: string) => boolean): string[] {
  const halves: string[] = [];
  const count = of.category === SUSPENSION ? ((of.cancelledOn === null ? of.sessions : of.served) ?? 0) : 0;
  for (let at = 0; halves.length < count; at++) {
    const day = new Date(Date.parse(of.startedOn) + at * 86_400_000).toISOString().slice(0, 10);
    if (!isOpen(of.urn, day)) continue;
    if (!(at === 0 && of.session === PM)) halves.push(`${day} AM`);
    halves.push(`${day} PM`);
  }
  return halves.slice(0, count);
}

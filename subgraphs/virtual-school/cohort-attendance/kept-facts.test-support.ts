import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { SenProvision } from '../../../platform/vocabulary/sen-provision.js';
import { FOLLOWED_STATUSES } from '../cohort/duty.js';
import type { KeptFacts } from './read-model.js';

/** The Monday of the first week with marks. */
const firstWeek = '2026-10-26';

/** How many weeks may have marks. */
export const markedWeeks = 4;

/** So many days after the first Monday. */
export const day = (offset: number): string => Temporal.PlainDate.from(firstWeek).add({ days: offset }).toString();

/** Days that may begin and end before, within and after the weeks with marks; of some no day is held. */
const days = fc
  .record({ from: fc.integer({ min: -20, max: 36 }), length: fc.option(fc.integer({ min: 1, max: 30 }), { freq: 2 }) })
  .map(({ from, length }) => ({ from: day(from), until: length === null ? null : day(from + length) }));

const urn = fc.constantFrom('900001', '900002', '900003');
const code = fc.constantFrom('/', '\\', 'L', 'B', 'P', 'C2', 'E', 'I', 'N', 'N', 'N', 'O', 'D', 'X', '#', 'Y1');

const roll = fc
  .record({
    days,
    schoolUrn: urn,
    status: fc.constantFrom('CURRENT', 'CURRENT', 'CURRENT_MAIN', 'CURRENT_SUBSIDIARY', 'UNKNOWN'),
    phase: fc.constantFrom('Primary', 'Secondary', null),
    shown: fc.array(fc.tuple(fc.constantFrom(...Object.values(SenProvision)), fc.boolean(), fc.nat({ max: 25 })), {
      maxLength: 2,
    }),
  })
  .map(({ days: { from, until }, schoolUrn, status, phase, shown }) => {
    const inOrder = [...shown].sort(([, , a], [, , b]) => a - b);
    return {
      ...{ schoolUrn, status, phase, from, until },
      provisions: inOrder.map(([provision, , on]) => ({ provision, from: day(on) })),
      meals: inOrder.map(([, eligible, on]) => ({ eligible, from: day(on) })),
    };
  });

const register = fc
  .record({
    week: fc.nat({ max: markedWeeks - 1 }),
    schoolUrn: urn,
    codes: fc.array(fc.option(code, { freq: 8 }), { minLength: 10, maxLength: 10 }),
  })
  .map(({ week, schoolUrn, codes }) => ({ weekBeginning: day(7 * week), schoolUrn, codes }));

const status = fc
  .record({ days, status: fc.constantFrom(...FOLLOWED_STATUSES) })
  .map(({ days: held, status: of }) => ({ ...held, status: of }));

const allocation = fc
  .record({
    days,
    role: fc.constantFrom('SOCIAL_WORKER', 'SOCIAL_WORKER', 'FAMILY_HELP_LEAD', 'PERSONAL_ADVISER', 'OTHER'),
    team: fc.constantFrom('North', 'South', null),
  })
  .map(({ days: held, role, team }) => ({ ...held, role, team }));

const suspension = fc
  .record({
    schoolUrn: urn,
    startedOn: fc.integer({ min: -3, max: 30 }).map(day),
    category: fc.constantFrom('SUSPENSION', 'SUSPENSION', 'LUNCHTIME', 'PERMANENT'),
    length: fc.integer({ min: 1, max: 10 }),
    cancelledOn: fc.constantFrom(null, null, day(31)),
  })
  .map(({ length, ...of }) => ({
    ...of,
    sessions: of.category === 'SUSPENSION' ? length : null,
    lunchtimes: of.category === 'LUNCHTIME' ? length : null,
    provisionOn: null,
  }));

/** What may be kept of one child: anything whatever, but that a school's register of a week is one. */
export const keptFacts: fc.Arbitrary<KeptFacts> = fc.record({
  statuses: fc.array(status, { maxLength: 4 }),
  allocations: fc.array(allocation, { maxLength: 3 }),
  rolls: fc.array(roll, { minLength: 1, maxLength: 4 }),
  registers: fc.array(register, { maxLength: 7 }),
  suspensions: fc.uniqueArray(suspension, { maxLength: 3, selector: (one) => JSON.stringify(one) }),
});

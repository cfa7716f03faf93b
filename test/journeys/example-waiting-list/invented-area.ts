import { nhsNumber } from '../../../sample/identifiers.js';
import type { Example, ExampleEntry, ExampleStep } from './example.js';

const numbers = [...Array(40).keys()].flatMap((at) => nhsNumber(990_000 + at) ?? []);

const step = (to: string, on: string, more: Partial<ExampleStep> = {}): ExampleStep => ({
  ...{ to, on, firstAppointment: false, properlyOffered: false, wasNotBrought: false },
  ...more,
});

/** A referral that was received, looked at and accepted, and what came after. */
const accepted = (received: string, triage: string, taken: string, ...after: ExampleStep[]): ExampleStep[] => [
  step('REFERRED', received),
  step('TRIAGE', triage),
  step('ACCEPTED_WAITING', taken),
  ...after,
];

type Given = Partial<ExampleEntry> & Pick<ExampleEntry, 'ref' | 'providerOds' | 'service' | 'history'>;

const names = ['Anouk Tressider', 'Bertil Quarmby', 'Cosima Oldroyd', 'Dorrie Haskell', 'Emrys Vantongeren'].concat([
  'Fenella Ashdown',
  'Gaspard Ruddock',
  'Hestia Bowyer',
  'Ignace Penhallow',
  'Jory Lockyer',
  'Keziah Wimpress',
]);

/** The child of a number: the same for every referral of one child. */
function childOf(at: number): ExampleEntry['child'] {
  const [given = '', family = ''] = (names[at] ?? '').split(' ');
  const dateOfBirth = `${String(2010 + at)}-0${String((at % 9) + 1)}-1${String(at % 9)}`;
  return { given, family, dateOfBirth, nhsNumber: numbers[at] ?? '' };
}

const entry = (at: number, given: Given): ExampleEntry => ({
  ...{ child: childOf(at), receivedOn: given.history[0]?.on ?? '' },
  ...{ baselineOutcomeOn: null, carePlanOn: null, continuesFrom: null, continuesAs: null },
  ...given,
});

const offered = { firstAppointment: true, properlyOffered: true } as const;
const mind = { providerOds: 'XAC01', service: 'CAMHS' } as const;
const speech = { providerOds: 'XSL02', service: 'SALT' } as const;
const doctors = { providerOds: 'XCP04', service: 'COMMUNITY_PAEDIATRICS' } as const;
const missed = (on: string) => step('DID_NOT_ATTEND', on, { wasNotBrought: true });

const entries: readonly ExampleEntry[] = [
  // Day 28 is the last day in time.
  entry(0, { ref: 'day-28', ...mind, history: accepted('2026-09-21', '2026-09-23', '2026-09-28') }),
  // Seen, measured and planned for: the latest of the three is the plan, on day 26.
  entry(1, {
    ...{ ref: 'three-dates', ...mind, baselineOutcomeOn: '2026-08-20', carePlanOn: '2026-08-29' },
    history: accepted(
      ...(['2026-08-03', '2026-08-04', '2026-08-06'] as const),
      step('BOOKED', '2026-08-07', { appointmentOn: '2026-08-18' }),
      step('SEEN_FIRST', '2026-08-18'),
    ),
  }),
  entry(2, {
    ...{ ref: 'sent-on', ...mind, receivedOn: '2026-05-11', continuesAs: 'taken-on' },
    history: accepted(
      ...(['2026-05-11', '2026-05-14', '2026-05-18'] as const),
      step('REDIRECTED', '2026-06-15', {
        reason: 'The school team is nearer',
        redirectTo: 'MENTAL_HEALTH_SUPPORT_TEAM',
      }),
    ),
  }),
  entry(2, {
    ...{ ref: 'taken-on', providerOds: 'XMH03', service: 'MENTAL_HEALTH_SUPPORT_TEAM', receivedOn: '2026-05-11' },
    continuesFrom: 'sent-on',
    history: accepted('2026-06-15', '2026-06-17', '2026-06-22'),
  }),
  // Held twice, and once more until today: no day of it is taken off.
  entry(3, {
    ...{ ref: 'held', ...speech },
    history: accepted(
      ...(['2026-03-02', '2026-03-09', '2026-03-16'] as const),
      step('ON_HOLD', '2026-04-01', { reason: 'The family is away' }),
      step('ACCEPTED_WAITING', '2026-04-20'),
      step('ON_HOLD', '2026-10-12', { reason: 'The family asked for after half term' }),
    ),
  }),
  // Day 126, and a child who was not brought.
  entry(4, {
    ...{ ref: 'day-126', ...speech },
    history: accepted(
      ...(['2026-06-15', '2026-06-16', '2026-06-22'] as const),
      step('BOOKED', '2026-07-06', { appointmentOn: '2026-07-20', ...offered }),
      missed('2026-07-20'),
      step('ACCEPTED_WAITING', '2026-07-21'),
    ),
  }),
  // Nullified, and nothing booked since: no clock runs.
  entry(5, {
    ...{ ref: 'nullified', ...doctors },
    history: accepted(
      ...(['2026-05-04', '2026-05-06', '2026-05-11'] as const),
      step('BOOKED', '2026-07-01', { appointmentOn: '2026-08-10', ...offered }),
      missed('2026-08-10'),
      step('ACCEPTED_WAITING', '2026-08-12'),
    ),
  }),
  // Missed, but never offered properly: the clock runs on.
  entry(6, {
    ...{ ref: 'not-offered', ...doctors },
    history: accepted(
      ...(['2026-07-06', '2026-07-08', '2026-07-13'] as const),
      step('BOOKED', '2026-08-03', { appointmentOn: '2026-08-04', firstAppointment: true }),
      missed('2026-08-04'),
      step('ACCEPTED_WAITING', '2026-08-05'),
    ),
  }),
  // Cancelled by the family: not missed.
  entry(7, {
    ...{ ref: 'cancelled', ...doctors },
    history: accepted(
      ...(['2026-08-10', '2026-08-11', '2026-08-17'] as const),
      step('BOOKED', '2026-09-01', { appointmentOn: '2026-10-01', ...offered }),
      step('ACCEPTED_WAITING', '2026-09-28', { cancelledBy: 'FAMILY' }),
    ),
  }),
  // 52 weeks begin at day 365.
  entry(8, {
    ...{ ref: 'day-365', providerOds: 'XND05', service: 'NEURODEVELOPMENTAL' },
    history: accepted('2025-10-19', '2025-11-03', '2025-12-01'),
  }),
  entry(9, {
    ...{ ref: 'day-364', providerOds: 'XND05', service: 'NEURODEVELOPMENTAL' },
    history: accepted('2025-10-20', '2025-11-03', '2025-12-01'),
  }),
  // Not accepted: closed on day 30, which is no wait kept in time.
  entry(10, {
    ...{ ref: 'not-accepted', ...mind },
    history: [
      step('REFERRED', '2026-09-01'),
      step('TRIAGE', '2026-09-03'),
      step('REJECTED', '2026-10-01', { reason: 'Other help fits better' }),
    ],
  }),
];

/** An area of our own, with the traps that waiting lists set; its figures are the oracle's. */
export const inventedArea: Example = {
  title: 'Eleven children who wait, on the day that is day 28, day 126 and day 365 of three of them',
  asAt: '2026-10-19',
  standards: {
    CAMHS: 'FOUR_WEEKS',
    MENTAL_HEALTH_SUPPORT_TEAM: 'FOUR_WEEKS',
    SALT: 'EIGHTEEN_WEEKS_COMMUNITY',
    NEURODEVELOPMENTAL: 'EIGHTEEN_WEEKS_COMMUNITY',
    COMMUNITY_PAEDIATRICS: 'EIGHTEEN_WEEKS_RTT',
  },
  entries: [...entries],
  refused: [
    { ref: 'day-365', to: 'IN_TREATMENT', on: '2026-10-19', answer: 'IllegalTransition' },
    { ref: 'day-28', to: 'BOOKED', on: '2026-10-20', answer: 'InvalidChange', field: 'effectiveOn' },
    { ref: 'day-28', to: 'BOOKED', on: '2026-09-20', answer: 'InvalidChange', field: 'effectiveOn' },
    { ref: 'day-28', to: 'REDIRECTED', on: '2026-10-19', reason: 'x', answer: 'InvalidChange', field: 'redirectTo' },
    { ref: 'day-28', to: 'WITHDRAWN', on: '2026-10-19', answer: 'InvalidChange', field: 'reason' },
  ],
};

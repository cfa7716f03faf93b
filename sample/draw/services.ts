import { communityTrust, mentalHealthTrust, type Provider } from '../area.js';
import type { Bands } from './interval.js';

/** A service that children are referred to: who runs it, how likely at an age, and how long those waiting have waited. */
export interface Service {
  readonly name: string;
  readonly provider: Provider;
  /** Share of children of an age (on 31 August) with an entry, open or lately closed. */
  readonly share: (age: number) => number;
  readonly waiting: Bands;
  readonly referrers: readonly string[];
  readonly support: readonly string[];
  readonly clinicians: readonly string[];
  readonly firstStep: string;
}

/** Days behind the bands in which waits are published. Source: national-figures.md §15. */
const bands = (...weights: readonly number[]): Bands =>
  (
    [
      [0, 7],
      [8, 14],
      [15, 28],
      [29, 84],
      [85, 126],
      [127, 364],
      [365, 560],
      [561, 1100],
    ] as const
  ).map((days, index) => [days, weights[index] ?? 0] as const);
const upTo = (least: number, most: number, share: number) => (age: number) => (age >= least && age <= most ? share : 0);
const school = ['SENCO', 'Pastoral lead', 'School nurse'];
const young = ['Health visitor', 'GP', 'Nursery SENCO'];

/** Each with its own provider, tail and rate: incomplete waits, so the longest stand out. */
export const services: readonly Service[] = [
  {
    name: 'CAMHS',
    provider: mentalHealthTrust,
    share: (age) => (age < 5 ? 0 : age < 11 ? 0.016 : 0.036),
    waiting: bands(4, 5, 9, 20, 13, 32, 13, 4),
    referrers: ['GP', 'School', 'Social worker', 'SENCO'],
    support: ['Kooth online counselling', 'Duty line, weekdays 9 to 5', 'Parent workshop: worries and low mood'],
    clinicians: ['Dr Ifan Pryce', 'Nadia Rehman', 'Tom Ashby', 'Dr Comfort Asante'],
    firstStep: 'Choice appointment',
  },
  {
    name: 'MENTAL_HEALTH_SUPPORT_TEAM',
    provider: mentalHealthTrust,
    share: upTo(6, 17, 0.011),
    waiting: bands(16, 16, 24, 36, 6, 2, 0, 0),
    referrers: ['Pastoral lead', 'Designated mental health lead', 'Self'],
    support: ['Drop-in at school on Wednesdays', 'Five ways to wellbeing leaflet'],
    clinicians: ['Kayleigh Brand', 'Owen Batt'],
    firstStep: 'First meeting at school',
  },
  {
    name: 'SALT',
    provider: communityTrust,
    share: (age) => (age < 1 ? 0 : age < 9 ? 0.026 : 0.005),
    waiting: bands(5.7, 5.8, 11.1, 22.6, 14.3, 34.4, 5, 1.2),
    referrers: [...young, ...school],
    support: ['Talk Time drop-in', 'Advice line, Tuesdays', 'Word pack for school'],
    clinicians: ['Marianne Cole', 'Deepa Rao', 'Hugh Sellers'],
    firstStep: 'First assessment',
  },
  {
    name: 'NEURODEVELOPMENTAL',
    provider: communityTrust,
    share: upTo(3, 16, 0.02),
    waiting: bands(2, 2, 4, 9, 8, 33, 22, 20),
    referrers: ['SENCO', 'GP', 'Community paediatrician'],
    support: ['Needs-led support plan in school', 'Parent programme', 'Sensory advice pack'],
    clinicians: ['Dr Sara Lindqvist', 'Patrick Omondi'],
    firstStep: 'Developmental history',
  },
  {
    name: 'OCCUPATIONAL_THERAPY',
    provider: communityTrust,
    share: upTo(2, 15, 0.005),
    waiting: bands(6.1, 6, 10.6, 24.3, 15.1, 30.8, 5.6, 1.5),
    referrers: [...school, 'GP'],
    support: ['Fine motor activity cards', 'Clinic drop-in, first Monday'],
    clinicians: ['Alison Wray', 'Ben Tagoe'],
    firstStep: 'School visit',
  },
  {
    name: 'COMMUNITY_PAEDIATRICS',
    provider: communityTrust,
    share: upTo(0, 12, 0.008),
    waiting: bands(2.8, 3, 5.7, 15, 13.1, 43.5, 12, 4.9),
    referrers: ['GP', 'Health visitor', 'Social worker'],
    support: ['Early support key worker', 'Sleep clinic'],
    clinicians: ['Dr Meena Suri', 'Dr Alec Rutter'],
    firstStep: 'Clinic appointment',
  },
  {
    name: 'PHYSIOTHERAPY',
    provider: communityTrust,
    share: upTo(0, 15, 0.002),
    waiting: bands(10.6, 9.3, 16.8, 33.6, 13.4, 15.1, 1, 0.2),
    referrers: ['GP', 'Community paediatrician'],
    support: ['Home exercise sheet'],
    clinicians: ['Callum Reeve'],
    firstStep: 'Clinic appointment',
  },
  {
    name: 'SCHOOL_NURSING',
    provider: communityTrust,
    share: upTo(5, 16, 0.003),
    waiting: bands(25, 25, 30, 18, 2, 0, 0, 0),
    referrers: ['Class teacher', 'Parent'],
    support: ['Text line for young people'],
    clinicians: ['Wendy Abara'],
    firstStep: 'Meeting at school',
  },
];

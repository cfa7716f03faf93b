import type { SampleChild } from '../child.js';
import { openDays } from '../calendar.js';
import { addDays, onWeekday } from '../dates.js';
import { upn } from '../identifiers.js';
import { onRoll, storyChild, storyNhsNumber, type Ground, type Story } from './story.js';
import { daysSuspended, type Suspension } from '../suspension.js';
import { storyWait } from './wait.js';

/** Children whom school and health know and social care does not. */
export function atSchool(ground: Ground): readonly Story[] {
  return [
    {
      title: 'No social care',
      situation:
        'Year 2 at school 900001, SEN support; speech and language referral in triage; an accent and an apostrophe ' +
        'that the clinic drops, with the same NHS number and date of birth',
      child: noSocialCare(ground),
    },
    {
      title: 'Twin one',
      situation:
        'Year 3 at school 900001; same birthday, home and surname as twin two; neurodevelopmental wait over a year',
      child: twin(ground, 'twin-one', 'Ibrahim', 5),
    },
    {
      title: 'Twin two',
      situation: 'Year 3 at school 900001; discharged from occupational therapy; must never become one with twin one',
      child: twin(ground, 'twin-two', 'Idris', 6),
    },
    {
      title: 'Missing UPN and a nickname',
      situation:
        'Year 6 at school 900001 without a UPN; Katherine Lloyd-Hughes there, Katie Lloyd Hughes at an old postcode ' +
        'on the waiting list: nothing certain says that they are one child',
      child: missingUpn(ground),
    },
    {
      title: 'Suspended from a pupil referral unit',
      situation:
        'Year 10, main roll 900002, subsidiary roll 900004; suspended twice, on a part-time timetable since; EHC plan',
      child: suspended(ground),
    },
    {
      title: 'Sixteen, with the mental health support team',
      situation: 'Year 12 at school 900002, good attendance, seen in school by the mental health support team',
      child: sixteen(ground),
    },
  ];
}

function noSocialCare({ asAt, year, primary }: Ground): SampleChild {
  const record = {
    forename: 'Chloë',
    surname: "O'Brien",
    dob: `${String(year.year - 7)}-12-19`,
    postcode: 'ZX9 3QP',
    upn: upn(primary.establishment, 2024, 1),
    nhsNumber: storyNhsNumber(4),
  };
  return storyChild('no-social-care', record, {
    sex: 'F',
    inHealth: { ...record, forename: 'Chloe', surname: 'OBrien' },
    schooling: onRoll(primary, '2', `${String(year.year - 2)}-09-01`, 0.03, { senProvision: 'K', senNeeds: ['SLCN'] }),
    waits: [
      storyWait(
        asAt,
        { ref: 'XSL02-000003', service: 'SALT', status: 'TRIAGE', received: 18, inStatus: 12 },
        { nextStep: 'Decision by the triage panel', support: ['Talk Time drop-in', 'Word pack for school'] },
      ),
    ],
  });
}

function twin({ asAt, year, primary }: Ground, key: string, forename: string, story: number): SampleChild {
  const record = {
    forename,
    surname: 'Mahmood',
    dob: `${String(year.year - 7)}-05-22`,
    postcode: 'ZX2 4BD',
    upn: upn(primary.establishment, 2023, story),
    nhsNumber: storyNhsNumber(story),
  };
  const wait = { ref: `XSL02-${String(story).padStart(6, '0')}`, received: 417 };
  return storyChild(key, record, {
    sex: 'M',
    ethnicity: 'APKN',
    schooling: onRoll(primary, '3', `${String(year.year - 3)}-09-01`, 0.05),
    waits: [
      key === 'twin-one'
        ? storyWait(
            asAt,
            { ...wait, service: 'NEURODEVELOPMENTAL', status: 'ACCEPTED_WAITING', inStatus: 390 },
            { nextStep: 'Developmental history', support: ['Needs-led support plan in school'] },
          )
        : storyWait(
            asAt,
            { ...wait, service: 'OCCUPATIONAL_THERAPY', status: 'DISCHARGED', inStatus: 60 },
            { nextStep: '', reason: 'Goals met', clinician: 'Alison Wray' },
          ),
    ],
  });
}

function missingUpn({ asAt, year, primary }: Ground): SampleChild {
  const record = {
    forename: 'Katherine',
    surname: 'Lloyd-Hughes',
    dob: `${String(year.year - 10)}-01-08`,
    postcode: 'ZX15 8WX',
    upn: null,
    nhsNumber: storyNhsNumber(7),
  };
  return storyChild('missing-upn', record, {
    sex: 'F',
    preferredForename: 'Katie',
    inHealth: { ...record, forename: 'Katie', surname: 'Lloyd Hughes', postcode: 'ZX3 6JN' },
    schooling: onRoll(primary, '6', `${String(year.year - 1)}-09-01`, 0.04),
    waits: [
      storyWait(
        asAt,
        { ref: 'XSL02-000007', service: 'OCCUPATIONAL_THERAPY', status: 'ON_HOLD', received: 203, inStatus: 33 },
        { reason: 'Family asked to wait until the new year' },
      ),
    ],
  });
}

/** For five days two months ago and for two since, of the days that the year has had. */
function suspendedTwice({ asAt, year }: Ground): readonly Suspension[] {
  const open = openDays(year);
  const dayFrom = (days: number): string => open.find((date) => date >= addDays(asAt, -days)) ?? '';
  return [daysSuspended(dayFrom(60), 5, ['PA', 'DB']), daysSuspended(dayFrom(16), 2, ['DB'])].filter(
    ({ from }) => from !== '',
  );
}

function suspended(ground: Ground): SampleChild {
  const { asAt, year, secondary, referralUnit } = ground;
  const record = {
    forename: 'Jayden',
    surname: 'Campbell-Reid',
    dob: `${String(year.year - 14)}-03-30`,
    postcode: 'ZX18 9AB',
    upn: upn('2001', 2016, 1),
    nhsNumber: storyNhsNumber(8),
  };
  const partTime = { from: addDays(asAt, -21), until: null };
  const suspensions = suspendedTwice(ground);
  const joined = `${String(year.year)}-02-24`;
  const unit = onRoll(referralUnit, '10', joined, 0.22, {
    senProvision: 'E',
    senNeeds: ['SEMH'],
  });
  const main = onRoll(secondary, '10', `${String(year.year - 3)}-09-01`, 0);
  return storyChild('suspended', record, {
    sex: 'M',
    ethnicity: 'BCRB',
    schooling: {
      ...unit,
      freeMeals: true,
      enrolments: [
        ...main.enrolments.map((roll) => ({
          ...roll,
          status: 'M' as const,
          pattern: { absence: 0.2, even: true, elsewhereFrom: joined },
        })),
        ...unit.enrolments.map((roll) => ({
          ...roll,
          status: 'S' as const,
          pattern: { ...roll.pattern, suspensions, partTime },
        })),
      ],
    },
  });
}

function sixteen({ asAt, year, secondary }: Ground): SampleChild {
  const record = {
    forename: 'Aaliyah',
    surname: 'Francis',
    dob: `${String(year.year - 16)}-08-17`,
    postcode: 'ZX6 2ZE',
    upn: upn('2001', 2015, 1),
    nhsNumber: storyNhsNumber(9),
  };
  return storyChild('sixteen-mhst', record, {
    sex: 'F',
    ethnicity: 'MWBC',
    schooling: onRoll(secondary, '12', `${String(year.year - 5)}-09-01`, 0.02),
    waits: [
      storyWait(
        asAt,
        {
          ref: 'XAC01-000009',
          service: 'MENTAL_HEALTH_SUPPORT_TEAM',
          status: 'IN_TREATMENT',
          received: 52,
          inStatus: 10,
        },
        {
          nextStep: 'Review of progress',
          nextAppointmentOn: onWeekday(addDays(asAt, 6)),
          support: ['Drop-in at school on Wednesdays'],
          referredBy: 'Self',
          clinician: 'Kayleigh Brand',
        },
      ),
    ],
  });
}

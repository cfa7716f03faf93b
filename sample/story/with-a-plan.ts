import type { Worker } from '../area.js';
import type { SampleChild, SocialCare } from '../child.js';
import { addDays, onWeekday } from '../dates.js';
import { upn } from '../identifiers.js';
import { onRoll, storyChild, storyNhsNumber, weekdayBefore, type Ground, type Story } from './story.js';
import { storyWait } from './wait.js';

/** Children with a plan, and the two that no school knows: one unborn, one in the census alone. */
export function withAPlan(ground: Ground): readonly Story[] {
  return [
    {
      title: 'On a child protection plan',
      situation:
        'Year 4 at school 900001, EHC plan, attends 88 %; waiting for CAMHS 25 weeks, booked with speech and language ' +
        'therapy; on a child protection plan after a Child in Need plan; worker sw-001',
      child: protectedChild(ground),
    },
    {
      title: 'Child in Need plan, persistently absent',
      situation:
        'Year 9 at school 900002, SEN support, misses nearly a third of sessions; Child in Need plan, worker sw-002; ' +
        'Robert on the roll, Bob in the case file; CAMHS asks the school for information',
      child: absentChild(ground),
    },
    {
      title: 'Not yet born',
      situation: 'No date of birth, only an expected one; on a child protection plan; worker sw-003',
      child: unborn(ground),
    },
    {
      title: 'Known only to the CIN census',
      situation: 'An open referral and assessment; no name, no UPN, no worker, in no other file',
      child: censusOnly(ground),
    },
  ];
}

function protectedChild({ asAt, year, primary, workers }: Ground): SampleChild {
  const record = {
    forename: 'Amira',
    surname: 'Khalid',
    dob: `${String(year.year - 8)}-06-03`,
    postcode: 'ZX2 7HT',
    upn: upn(primary.establishment, 2022, 1),
    nhsNumber: storyNhsNumber(2),
  };
  return storyChild('child-protection', record, {
    sex: 'F',
    ethnicity: 'APKN',
    schooling: onRoll(primary, '4', `${String(year.year - 4)}-09-01`, 0.12, {
      senProvision: 'E',
      senNeeds: ['ASD', 'SLCN'],
    }),
    socialCare: protectedCase(asAt, workers[0]),
    waits: [
      storyWait(
        asAt,
        { ref: 'XAC01-000002', service: 'CAMHS', status: 'ACCEPTED_WAITING', received: 175, inStatus: 160 },
        { nextStep: 'Choice appointment', referredBy: 'GP', support: ['Parent workshop: worries and low mood'] },
      ),
      storyWait(
        asAt,
        { ref: 'XSL02-000002', service: 'SALT', status: 'BOOKED', received: 80, inStatus: 6 },
        { nextAppointmentOn: onWeekday(addDays(asAt, 19)), clinician: 'Deepa Rao' },
      ),
    ],
  });
}

function protectedCase(asAt: string, worker: Worker | undefined): SocialCare {
  const ago = weekdayBefore(asAt);
  return {
    ...caseOf('A100002', worker, ago(250)),
    disabilities: ['AUT', 'COMM'],
    needs: [
      {
        from: ago(300),
        until: null,
        source: '2A',
        needCode: 'N1',
        plans: [{ from: ago(250), until: ago(115) }],
        enquiry: { from: ago(128), conferenceTarget: ago(107), conferenceOn: ago(115) },
        protection: { from: ago(115), until: null, category: 'EMO', previous: 0, reviews: [ago(30)] },
      },
    ],
  };
}

function absentChild({ asAt, year, secondary, workers }: Ground): SampleChild {
  const record = {
    forename: 'Robert',
    surname: 'Nowak',
    dob: `${String(year.year - 13)}-02-09`,
    postcode: 'ZX11 5RB',
    upn: upn('2001', 2017, 1),
    nhsNumber: storyNhsNumber(3),
  };
  return storyChild('cin-persistently-absent', record, {
    sex: 'M',
    ethnicity: 'WOTH',
    inCare: { ...record, forename: 'Bob' },
    schooling: onRoll(secondary, '9', `${String(year.year - 2)}-09-01`, 0.31, {
      senProvision: 'K',
      senNeeds: ['SEMH'],
      freeMeals: true,
    }),
    socialCare: plannedCase(asAt, workers[1]),
    waits: [
      storyWait(
        asAt,
        { ref: 'XAC01-000003', service: 'CAMHS', status: 'INFO_NEEDED', received: 41, inStatus: 27 },
        { nextStep: 'School to send the observation form', referredBy: 'Social worker' },
      ),
    ],
  });
}

function plannedCase(asAt: string, worker: Worker | undefined): SocialCare {
  const ago = weekdayBefore(asAt);
  return {
    ...caseOf('A100003', worker, ago(240)),
    needs: [
      {
        from: ago(246),
        until: null,
        source: '6',
        needCode: 'N5',
        assessment: { from: ago(244), authorisedOn: ago(204), factors: ['3B', '4B', '16A'] },
        plans: [{ from: ago(200), until: null }],
      },
    ],
  };
}

function unborn({ asAt, workers }: Ground): SampleChild {
  const ago = weekdayBefore(asAt);
  const nobodyYet = { forename: '', surname: 'Fenwick', dob: null, postcode: 'ZX7 1DG', upn: null, nhsNumber: null };
  return storyChild('unborn', nobodyYet, {
    sex: 'U',
    expectedDob: addDays(asAt, 75),
    socialCare: {
      ...caseOf('A100004', workers[2], ago(58)),
      upnUnknown: 'UN1',
      needs: [
        {
          from: ago(60),
          until: null,
          source: '3D',
          needCode: 'N1',
          enquiry: { from: ago(32), conferenceTarget: ago(11), conferenceOn: ago(20) },
          protection: { from: ago(20), until: null, category: 'NEG', previous: 0, reviews: [] },
        },
      ],
    },
  });
}

function censusOnly({ asAt, year }: Ground): SampleChild {
  const ago = weekdayBefore(asAt);
  const dob = `${String(year.year - 7)}-04-27`;
  const record = { forename: '', surname: '', dob, postcode: '', upn: null, nhsNumber: null };
  return storyChild('cin-census-only', record, {
    sex: 'M',
    ethnicity: 'NOBT',
    socialCare: {
      ...caseOf('A100005', undefined, asAt),
      needs: [
        {
          from: ago(24),
          until: null,
          source: '6',
          needCode: 'N1',
          assessment: { from: ago(22), authorisedOn: null, factors: [] },
        },
      ],
    },
  });
}

function caseOf(id: string, worker: Worker | undefined, from: string): SocialCare {
  const allocations = worker === undefined ? [] : [{ worker, from, until: null }];
  return {
    id,
    listed: worker !== undefined,
    allocations,
    disabilities: ['NONE'],
    upnUnknown: 'UN4',
    needs: [],
    care: [],
  };
}

import type { Worker } from '../area.js';
import type { Pep, PersonRecord, SocialCare, Wait } from '../child.js';
import { addDays, onWeekday } from '../dates.js';
import { firstReview, lastTerms } from '../draw/peps.js';
import { upn } from '../identifiers.js';
import { onRoll, storyChild, storyNhsNumber, weekdayBefore, type Ground, type Story } from './story.js';
import { storyWait } from './wait.js';

/** How many days ago the child became looked after. */
const careBegan = 95;

/** The child of the ready question: something in every domain, and every agency writes the child down alike. */
export function allFive(ground: Ground): Story {
  const { asAt, primary, year } = ground;
  const record: PersonRecord = {
    forename: 'Tamsin',
    surname: 'Adeyemi',
    dob: `${String(year.year - 10)}-11-14`,
    postcode: 'ZX4 2LN',
    upn: upn(primary.establishment, 2021, 1),
    nhsNumber: storyNhsNumber(1),
  };
  const started = `${String(year.year - 5)}-09-01`;
  return {
    title: 'Looked after, with something in all five domains',
    situation:
      'Year 5 at school 900001, EHC plan, attends 88 %; waiting for CAMHS over 18 weeks, booked with speech and ' +
      'language therapy; looked after under a care order after a Child in Need and a protection plan; worker sw-001; ' +
      "this term's personal education plan completed",
    child: storyChild('all-five', record, {
      sex: 'F',
      ethnicity: 'BAFR',
      schooling: onRoll(primary, '5', started, 0.12, {
        senProvision: 'E',
        senNeeds: ['SLCN', 'SEMH'],
        freeMeals: true,
      }),
      socialCare: socialCare(asAt, ground.workers),
      waits: waits(asAt),
      peps: peps(asAt),
    }),
  };
}

/** A plan each term since the first review, all done in time. */
function peps(asAt: string): readonly Pep[] {
  const ago = weekdayBefore(asAt);
  const first = firstReview(ago(careBegan));
  return lastTerms(asAt)
    .filter(({ name }) => name >= first.term)
    .map(({ name, lastDue }): Pep => {
      const dueOn = name === first.term ? first.dueOn : lastDue < asAt ? lastDue : ago(28);
      const completedOn = onWeekday(addDays(dueOn, -7));
      return {
        ...{ term: name, dueOn, completedOn, quality: 'AMBER' },
        ...{ pupilPremiumPlusPence: 61_250, allocatedPence: 87_600 },
        ...{ designatedTeacherOn: addDays(completedOn, -3), childViewsOn: addDays(completedOn, -4) },
        signedOffOn: addDays(completedOn, 3),
      };
    });
}

function socialCare(asAt: string, workers: readonly Worker[]): SocialCare {
  const ago = weekdayBefore(asAt);
  const placement = { needCode: 'N1', placement: 'U6', placementProvider: 'PR1', placementPostcode: 'ZX4 2LN' };
  const [first, , , other] = workers as readonly [Worker, Worker, Worker, Worker];
  return {
    id: 'A100001',
    listed: true,
    allocations: [
      { worker: other, from: ago(399), until: ago(300) },
      { worker: first, from: ago(300), until: null },
    ],
    disabilities: ['COMM'],
    upnUnknown: 'UN4',
    needs: [
      {
        from: ago(400),
        until: null,
        source: '2A',
        needCode: 'N1',
        plans: [{ from: ago(340), until: ago(220) }],
        enquiry: { from: ago(234), conferenceTarget: ago(213), conferenceOn: ago(220) },
        protection: { from: ago(220), until: ago(careBegan), category: 'NEG', previous: 0, reviews: [ago(132)] },
      },
    ],
    care: [
      { ...placement, from: ago(careBegan), until: ago(21), reasonStarted: 'S', legalStatus: 'C1', reasonEnded: 'X1' },
      { ...placement, from: ago(21), until: null, reasonStarted: 'L', legalStatus: 'C2' },
    ],
  };
}

function waits(asAt: string): readonly Wait[] {
  return [
    storyWait(
      asAt,
      { ref: 'XAC01-000001', service: 'CAMHS', status: 'ACCEPTED_WAITING', received: 161, inStatus: 144 },
      {
        nextStep: 'Choice appointment',
        support: ['Duty line, weekdays 9 to 5', 'Foster carer consultation, first Thursday'],
        referredBy: 'Social worker',
      },
    ),
    storyWait(
      asAt,
      { ref: 'XSL02-000001', service: 'SALT', status: 'BOOKED', received: 92, inStatus: 9 },
      {
        nextAppointmentOn: onWeekday(addDays(asAt, 12)),
        support: ['Word pack for school', 'Advice line, Tuesdays'],
        clinician: 'Marianne Cole',
      },
    ),
  ];
}

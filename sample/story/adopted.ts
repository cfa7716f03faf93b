import type { SampleChild, SocialCare } from '../child.js';
import { upn } from '../identifiers.js';
import { onRoll, storyChild, storyNhsNumber, weekdayBefore, type Ground, type Story } from './story.js';
import { storyWait } from './wait.js';

/** One adopted child as the area's files hold one: twice, with nothing but the birthday in common, and never to be joined. */
export function adopted(ground: Ground): readonly Story[] {
  return [
    {
      title: 'Adopted, as known now',
      situation:
        'Year 3 at school 900001, adopted from care; new name, new UPN and new NHS number; nothing leads to the record ' +
        'from before the adoption',
      child: now(ground),
    },
    {
      title: 'The same child before the adoption',
      situation:
        'Closed social care record under the birth name; left care by adoption; on no roll, on no waiting list',
      child: before(ground),
    },
  ];
}

function birthday({ year }: Ground): string {
  return `${String(year.year - 7)}-02-26`;
}

function now(ground: Ground): SampleChild {
  const { asAt, year, primary } = ground;
  const record = {
    forename: 'Rowan',
    surname: 'Ashby-Lee',
    dob: birthday(ground),
    postcode: 'ZX12 1NR',
    upn: upn(primary.establishment, 2026, 1),
    nhsNumber: storyNhsNumber(10),
  };
  return storyChild('adopted', record, {
    sex: 'M',
    schooling: onRoll(primary, '3', `${String(year.year)}-04-20`, 0.02, {
      adoptedFromCare: 'A',
      senProvision: 'K',
      senNeeds: ['SEMH'],
    }),
    waits: [
      storyWait(asAt, {
        ref: 'XSL02-000010',
        service: 'COMMUNITY_PAEDIATRICS',
        status: 'REFERRED',
        received: 8,
        inStatus: 8,
      }),
    ],
  });
}

function before(ground: Ground): SampleChild {
  const record = {
    forename: 'Kayden',
    surname: 'Pike',
    dob: birthday(ground),
    postcode: 'ZX19 4EF',
    upn: upn('2001', 2022, 11),
    nhsNumber: storyNhsNumber(11),
  };
  return storyChild('adopted-before', record, { sex: 'M', socialCare: closedCase(ground) });
}

function closedCase({ asAt, workers }: Ground): SocialCare {
  const ago = weekdayBefore(asAt);
  const episode = { needCode: 'N1', legalStatus: 'E1', placementProvider: 'PR1', placementPostcode: 'ZX13 9TD' };
  return {
    id: 'A100011',
    listed: true,
    allocations: workers.slice(2, 3).map((worker) => ({ worker, from: ago(900), until: ago(160) })),
    disabilities: ['NONE'],
    upnUnknown: 'UN4',
    needs: [{ from: ago(1000), until: ago(160), source: '6', needCode: 'N1', closure: 'RC1' }],
    care: [
      {
        ...episode,
        from: ago(930),
        until: ago(400),
        reasonStarted: 'S',
        placement: 'U6',
        reasonEnded: 'X1',
        reasonChanged: 'CARPL',
      },
      { ...episode, from: ago(400), until: ago(160), reasonStarted: 'P', placement: 'A6', reasonEnded: 'E12' },
    ],
  };
}

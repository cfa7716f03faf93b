import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from '../../../../../platform/config/environment.js';
import { trial, trialOf } from '../../../../../platform/ingest/trial.test-support.js';
import { FaultLedger } from '../../../../../platform/ingest/fault-ledger.js';
import { plansOf } from '../../plans-of.js';
import { statusesOf } from '../../statuses-of.js';
import type { YearlyReturn } from '../../yearly-return.js';
import { cinCensus } from './cin-census.js';

const { sharedData } = readEnvironment();

const header =
  '<Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><LEA>990</LEA></Source></Header>';

function census(...children: readonly string[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<Message>${header}<Children>\n${children.join('\n')}\n</Children></Message>`;
}

function child(details: string, identifiers = '<LAchildID>SC1</LAchildID><Sex>F</Sex>'): string {
  return `<Child><ChildIdentifiers>${identifiers}</ChildIdentifiers>${details}</Child>`;
}

function referral(referred: string, closed: string, rest = '', noFurtherAction = '0'): string {
  const closure = closed && `<CINclosureDate>${closed}</CINclosureDate>`;
  return `<CINdetails><CINreferralDate>${referred}</CINreferralDate>${closure}${rest}<ReferralNFA>${noFurtherAction}</ReferralNFA></CINdetails>`;
}

const cinPlan = (start: string, end: string): string =>
  `<CINPlanDates><CINPlanStartDate>${start}</CINPlanStartDate>${end && `<CINPlanEndDate>${end}</CINPlanEndDate>`}</CINPlanDates>`;
const protectionPlan = (start: string, end: string, ...reviews: readonly string[]): string =>
  `<ChildProtectionPlans><CPPstartDate>${start}</CPPstartDate>${end && `<CPPendDate>${end}</CPPendDate>`}<Reviews>${reviews
    .map((on) => `<CPPreviewDate>${on}</CPPreviewDate>`)
    .join('')}</Reviews></ChildProtectionPlans>`;

async function returnOf(details: string): Promise<YearlyReturn | undefined> {
  const { taken } = await trialOf(cinCensus, census(child(details)));
  return taken[0]?.facts[0];
}

const spans = (said: YearlyReturn | undefined): unknown[] =>
  statusesOf(said?.spells ?? []).map(({ status, from, until }) => [status, from, until]);

const expected = (on: string): string => `<ExpectedPersonBirthDate>${on}</ExpectedPersonBirthDate>`;

const rulesOf = async (details: string, identifiers?: string): Promise<string[]> => {
  const { taken } = await trialOf(cinCensus, census(child(details, identifiers)));
  return taken.flatMap(({ leftOut }) => leftOut.map(({ rule }) => rule));
};

describe('cin-census', () => {
  it("knows a child by the council's number, without a name", async () => {
    const identifiers =
      '<LAchildID>SC1</LAchildID><UPN>B801200005001</UPN><PersonBirthDate>2015-02-11</PersonBirthDate><Sex>M</Sex>';
    const { taken } = await trialOf(cinCensus, census(child('', identifiers)));
    expect(taken[0]?.person).toEqual({
      source: 'cin-census:990',
      sourceKey: '990/SC1',
      given: null,
      family: null,
      preferred: null,
      previousFamily: null,
      dateOfBirth: '2015-02-11',
      sex: 'MALE',
      postcode: null,
      identifiers: [
        { type: 'SOCIAL_CARE_ID', value: '990/SC1' },
        { type: 'UPN', value: 'B801200005001' },
      ],
    });
  });

  it.each([
    ['<Sex>F</Sex>', 'FEMALE'],
    ['<GenderCurrent>1</GenderCurrent>', 'MALE'],
    ['<GenderCurrent>0</GenderCurrent>', 'UNKNOWN'],
  ])('reads %s as %s, before and after 2025', async (element, sex) => {
    const { taken } = await trialOf(cinCensus, census(child('', `<LAchildID>SC1</LAchildID>${element}`)));
    expect(taken[0]?.person?.sex).toBe(sex);
  });

  it('shows an open episode without a plan as assessment', async () => {
    expect(spans(await returnOf(referral('2025-06-01', '')))).toEqual([['ASSESSMENT', '2025-06-01', null]]);
  });

  it.each(['0', 'false'])('takes a referral whose no-further-action flag is %s', async (flag) => {
    expect((await returnOf(referral('2025-06-01', '', '', flag)))?.spells).toHaveLength(1);
  });

  it.each(['1', 'true'])('shows nothing of a referral whose no-further-action flag is %s', async (flag) => {
    expect(await returnOf(referral('2025-06-01', '', '', flag))).toMatchObject({ year: 2026, whole: true, spells: [] });
  });

  it('cuts the days of plans out of the assessment', async () => {
    const details = referral(
      '2025-01-01',
      '2025-09-01',
      cinPlan('2025-02-01', '2025-03-01') + protectionPlan('2025-03-01', '2025-06-01'),
    );
    expect(spans(await returnOf(details))).toEqual([
      ['ASSESSMENT', '2025-01-01', '2025-02-01'],
      ['ASSESSMENT', '2025-06-01', '2025-09-01'],
      ['CHILD_IN_NEED', '2025-02-01', '2025-03-01'],
      ['CHILD_PROTECTION', '2025-03-01', '2025-06-01'],
    ]);
  });

  it('ends a plan with the case where it has no end of its own', async () => {
    expect(spans(await returnOf(referral('2025-01-01', '2025-09-01', cinPlan('2025-01-01', ''))))).toEqual([
      ['CHILD_IN_NEED', '2025-01-01', '2025-09-01'],
    ]);
  });

  it('gives an open protection plan its latest review and the day the next is due by', async () => {
    const reviewed = await returnOf(
      referral('2025-01-01', '', protectionPlan('2025-01-10', '', '2025-08-31', '2025-04-01')),
    );
    expect(plansOf(reviewed?.spells ?? [])).toMatchObject([{ reviewedOn: '2025-08-31', nextReviewOn: '2026-02-28' }]);
    const fresh = await returnOf(referral('2025-01-01', '', protectionPlan('2025-01-10', '')));
    expect(plansOf(fresh?.spells ?? [])).toMatchObject([{ reviewedOn: null, nextReviewOn: '2025-04-10' }]);
  });

  it.each([
    ['cin-1510', '', '<LAchildID>SC1</LAchildID><UPN>A801200005001</UPN>'],
    ['cin-8568', referral('2025-01-01', '', '', 'perhaps'), undefined],
    ['cin-8600', referral('soon', ''), undefined],
    ['cin-8630', referral('2025-01-02', '2025-01-01'), undefined],
    ['cin-4000', referral('2025-01-02', '', cinPlan('2025-01-02', ''), '1'), undefined],
    ['cin-8832', referral('2025-01-02', '', protectionPlan('2025-01-02', ''), '1'), undefined],
    ['cin-4010', referral('2025-01-02', '', cinPlan('', '')), undefined],
    ['cin-4011', referral('2025-01-02', '', cinPlan('2025-02-02', '2025-02-01')), undefined],
    ['cin-8720', referral('2025-01-02', '', protectionPlan('', '')), undefined],
    ['cin-8925', referral('2025-01-02', '', protectionPlan('2025-02-02', '2025-02-01')), undefined],
    ['date-out-of-range', referral('1066-01-01', ''), undefined],
    ['cin-8600', referral('2099-01-01', ''), undefined],
    ['cin-8620', referral('2025-01-02', '2099-01-01'), undefined],
    ['date-out-of-range', referral('2025-01-02', '', cinPlan('1066-01-01', '')), undefined],
    ['cin-4010', referral('2025-01-02', '', cinPlan('2099-01-01', '')), undefined],
    ['cin-8930', referral('2025-01-02', '', protectionPlan('2025-02-02', '2099-01-01')), undefined],
    ['date-out-of-range', referral('2025-01-02', '', protectionPlan('2025-02-02', '', '2099-01-01')), undefined],
    ['cin-1530', '', '<LAchildID>SC1</LAchildID><UPN>T000200126066</UPN>'],
    ['expected-birth-date-out-of-range', '', `<LAchildID>SC1</LAchildID>${expected('1066-04-13')}`],
    ['date-not-iso', '', `<LAchildID>SC1</LAchildID>${expected('May')}`],
    ['cin-4014', referral('2025-01-02', '', cinPlan('2025-02-02', '') + cinPlan('2025-03-02', '')), undefined],
    [
      'cin-8940',
      referral(
        '2025-01-02',
        '',
        protectionPlan('2025-02-02', '2025-09-01') + protectionPlan('2025-03-02', '2025-04-01'),
      ),
      undefined,
    ],
    [
      'cin-4001',
      referral('2025-01-02', '', protectionPlan('2025-02-02', '2025-09-01') + cinPlan('2025-08-31', '')),
      undefined,
    ],
    ['cin-8820', referral('2025-01-02', '2025-06-01') + referral('2025-05-31', ''), undefined],
    ['cin-4012Q', referral('2025-01-02', '', cinPlan('2025-02-02', '2025-02-02')), undefined],
    ['cin-4012Q', referral('2025-01-02', '2025-03-01', cinPlan('2025-03-01', '')), undefined],
    ['cin-8840', referral('2025-01-02', '', protectionPlan('2025-02-02', '2025-02-02')), undefined],
    ['cin-8565', referral('2025-01-02', '2025-03-01', cinPlan('2025-03-02', '')), undefined],
    ['cin-8841', referral('2025-01-02', '', protectionPlan('2025-02-02', '', '2025-02-02')), undefined],
    ['cin-8842Q', referral('2025-01-02', '', protectionPlan('2025-02-02', '', '')), undefined],
  ])('leaves a part out by %s and takes the child', async (rule, details, identifiers) => {
    expect(await rulesOf(details, identifiers)).toEqual([rule]);
  });

  it('counts the days of plans that overlap once, and of two kinds those of protection', async () => {
    const swallowed = cinPlan('2025-02-01', '2025-09-01') + cinPlan('2025-03-01', '2025-04-01');
    expect(spans(await returnOf(referral('2025-02-01', '2025-09-01', swallowed)))).toEqual([
      ['CHILD_IN_NEED', '2025-02-01', '2025-09-01'],
    ]);
    const both = cinPlan('2025-02-01', '2025-09-01') + protectionPlan('2025-03-01', '2025-04-01');
    const said = await returnOf(referral('2025-02-01', '2025-09-01', both));
    expect(spans(said)).toEqual([
      ['CHILD_IN_NEED', '2025-02-01', '2025-03-01'],
      ['CHILD_IN_NEED', '2025-04-01', '2025-09-01'],
      ['CHILD_PROTECTION', '2025-03-01', '2025-04-01'],
    ]);
    expect(said?.whole).toBe(true);
  });

  it('names no overlap of plans that follow on each other', async () => {
    const plans = cinPlan('2025-02-01', '2025-03-01') + protectionPlan('2025-03-01', '2025-04-01');
    expect(await rulesOf(referral('2025-02-01', '', plans + cinPlan('2025-04-01', '')))).toEqual([]);
  });

  it('names, of a plan that starts after its case was closed, the closure and not an end that the file has not', async () => {
    const details = referral('2024-10-24', '2024-12-01', protectionPlan('2025-01-10', ''));
    const { taken } = await trialOf(cinCensus, census(child(details)));
    expect(taken[0]?.leftOut).toMatchObject([
      { rule: 'cin-8565', reason: expect.stringMatching(/^(?!.*end date).*closed \(CINclosureDate\)/) },
    ]);
  });

  it.each([
    ['a case', 'cin-8600', referral('2026-04-01', ''), []],
    ['a CIN plan', 'cin-4010', referral('2026-03-01', '', cinPlan('2026-04-01', '')), ['REFERRAL']],
    ['a protection plan', 'cin-8720', referral('2026-03-01', '', protectionPlan('2026-04-01', '')), ['REFERRAL']],
  ])(
    'leaves out %s that begins after the reference date, by %s, and is whole without it',
    async (_, rule, details, left) => {
      expect(await rulesOf(details)).toEqual([rule]);
      const said = await returnOf(details);
      expect(said?.whole).toBe(true);
      expect(said?.spells.map(({ kind }) => kind)).toEqual(left);
    },
  );

  it.each([
    ['a case', 'cin-8620', referral('2026-03-01', '2026-04-01')],
    ['a CIN plan', 'cin-4013', referral('2026-03-01', '', cinPlan('2026-03-01', '2026-04-01'))],
    ['a protection plan', 'cin-8930', referral('2026-03-01', '', protectionPlan('2026-03-01', '2026-04-01'))],
  ])('takes %s that ends after the reference date as open then, by %s', async (_, rule, details) => {
    expect(await rulesOf(details)).toEqual([rule]);
    const said = await returnOf(details);
    expect(said?.spells.map(({ until }) => until)).toEqual(said?.spells.map(() => null));
  });

  it('keeps of a plan of one day that it held none', async () => {
    const said = await returnOf(referral('2025-01-02', '', cinPlan('2025-02-02', '2025-02-02')));
    expect(said?.spells).toMatchObject([{ kind: 'CHILD_IN_NEED_PLAN', until: '2025-02-02' }, { kind: 'REFERRAL' }]);
    expect([spans(said), plansOf(said?.spells ?? [])]).toEqual([[['ASSESSMENT', '2025-01-02', null]], []]);
  });

  it.each([
    ['a plan that cannot be read', referral('2025-01-02', '', cinPlan('soon', '')), false],
    ['a case that cannot be read', referral('2025-01-02', 'soon'), false],
    ['a case that may be one', referral('2025-01-02', '', '', 'perhaps'), false],
    [
      'a plan that a referral without further action has',
      referral('2025-01-02', '', cinPlan('2025-02-02', ''), '1'),
      false,
    ],
    ['a review that cannot be read', referral('2025-01-02', '', protectionPlan('2025-02-02', '', 'soon')), true],
    ['a plan of one day', referral('2025-01-02', '', cinPlan('2025-02-02', '2025-02-02')), true],
  ])('with %s: whether the return is whole', async (_, details, whole) => {
    expect((await returnOf(details))?.whole).toBe(whole);
  });

  it('takes a child of two censuses in one run twice, and of one census once', async () => {
    const older = census(child('')).replaceAll('2026', '2025');
    const { taken, rejected } = await trialOf(cinCensus, older, census(child('')), census(child('')));
    expect(taken.flatMap(({ facts }) => facts.map(({ year }) => year))).toEqual([2025, 2026]);
    expect(rejected).toMatchObject([{ rule: 'cin-8510' }]);
  });

  it.each([
    ['cin-8500', [child('', '<Sex>F</Sex>')]],
    ['cin-8510', [child(''), child('')]],
    ['date-not-iso', [child('', '<LAchildID>SC1</LAchildID><PersonBirthDate>1/2/2015</PersonBirthDate>')]],
    ['birth-date-out-of-range', [child('', '<LAchildID>SC1</LAchildID><PersonBirthDate>2099-02-01</PersonBirthDate>')]],
    ['too-long', [child('', `<LAchildID>${'1'.repeat(101)}</LAchildID>`)]],
    ['hidden-characters', [child('', '<LAchildID>\u202ESC1</LAchildID>')]],
  ])('rejects a child by %s', async (rule, children) => {
    const { taken, rejected } = await trialOf(cinCensus, census(...children));
    expect(rejected).toMatchObject([{ rule, line: 2 + children.length }]);
    expect(taken).toHaveLength(children.length - 1);
  });

  it('takes no census of a year that has not begun, and one whose year is not over', async () => {
    const of = (year: string) =>
      trialOf(
        cinCensus,
        census(child(referral('2026-06-01', '')))
          .replace('>2026<', `>${year}<`)
          .replace('2026-03-31', `${year}-03-31`),
      );
    expect((await of('2028')).rejected.map(({ rule }) => rule)).toEqual(['census-year-not-begun']);
    expect((await of('2027')).taken.flatMap(({ facts }) => facts.flatMap(({ spells }) => spells))).toHaveLength(1);
  });

  it('takes neither of two children under one LAchildID, whichever stands first', async () => {
    const [one, other] = ['2013-05-06', '2009-11-30'].map((born) =>
      child(referral('2025-06-01', ''), `<LAchildID>SC1</LAchildID><PersonBirthDate>${born}</PersonBirthDate>`),
    );
    const third = child('', '<LAchildID>SC2</LAchildID>');
    for (const children of [
      [one, other, third],
      [other, third, one],
    ]) {
      const { taken, rejected } = await trialOf(cinCensus, census(...children.map((text) => text ?? '')));
      expect(rejected.map(({ rule }) => rule)).toEqual(['cin-8510', 'cin-8510']);
      expect(taken.map(({ person }) => person?.sourceKey)).toEqual(['990/SC2']);
    }
  });

  it('is read where its dates carry a zone, as XML lets them', async () => {
    const identifiers = '<LAchildID>SC1</LAchildID><PersonBirthDate>2013-05-08Z</PersonBirthDate>';
    const zoned = census(child(referral('2025-06-01Z', '2025-09-01+01:00'), identifiers));
    const { taken, rejected } = await trialOf(cinCensus, zoned);
    expect(rejected).toEqual([]);
    expect(taken[0]?.person?.dateOfBirth).toBe('2013-05-08');
    expect(spans(taken[0]?.facts[0])).toEqual([['ASSESSMENT', '2025-06-01', '2025-09-01']]);
  });

  it('is read where its elements have the prefix of a namespace', async () => {
    const prefixed = census(child(referral('2025-06-01', '')))
      .replace(/<(\/?)(?=\w)/g, '<$1c:')
      .replace('<c:Message>', '<c:Message xmlns:c="urn:x">');
    const { taken } = await trialOf(cinCensus, prefixed);
    expect(taken[0]?.person?.sourceKey).toBe('990/SC1');
    expect(spans(taken[0]?.facts[0])).toEqual([['ASSESSMENT', '2025-06-01', null]]);
  });

  it.each([
    ['in UTF-16', Buffer.from(`\uFEFF${census(child(''))}`, 'utf16le'), /is text in UTF-16/],
    [
      'cut in half',
      census(child(''), child('')).slice(0, -60),
      /line 4: it is not well-formed XML, or has been cut off/,
    ],
    ['of another collection', census(child('')).replace('>CIN<', '>SSDA903<'), /is not a CIN census file: its header/],
    [
      'without a header',
      census(child('')).replace(header, ''),
      /is not a CIN census file: a child stands before any header/,
    ],
    ['without a council', census(child('')).replace('990', ''), /names no local authority/],
    ['that says no year', census(child('')).replace('<Year>2026</Year>', ''), /names no collection year \(Year,/],
    ['of a wrong year', census(child('')).replace('<Year>2026<', '<Year>2025<'), /no reference date in its collection/],
    ['without a reference date', census(child('')).replace('2026-03-31', ''), /no reference date in its collection/],
    ['of other XML', '<Other/>', /is not a CIN census file: it has no header/],
    ['with a document type', `<!DOCTYPE Message>${census().slice(38)}`, /document type declaration/],
  ])('a file %s is refused in one sentence', async (_, content, sentence) => {
    await expect(trialOf(cinCensus, content)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringMatching(sentence),
    });
  });
});

if (!sharedData) console.warn('SKIPPED: the third-party files are not tried without SHARED_DATA.');
(sharedData ? describe : describe.skip)('the third-party CIN file (needs SHARED_DATA)', () => {
  it('goes in whole: every child taken, nearly every UPN left out', async () => {
    const { taken, rejected } = await trial(cinCensus, [`${sharedData ?? ''}/csc-validator-be-cin/fake_CIN_data.xml`]);
    const tally = new FaultLedger();
    for (const { leftOut } of taken) tally.add(leftOut);
    expect(rejected).toEqual([]);
    expect(taken).toHaveLength(332);
    expect(taken.filter(({ person }) => person?.identifiers.some(({ type }) => type === 'UPN'))).toHaveLength(12);
    expect(tally.byRule()).toMatchObject([{ rule: 'cin-1510' }]);
    expect(tally.total()).toBe(320);
    // Every referral of this file is one with no further action; what is left is who died, by the file's own count.
    const said = taken.flatMap(({ facts }) => facts);
    expect(said.flatMap(({ spells }) => spells)).toEqual([]);
    expect(said.filter(({ diedOn }) => diedOn !== null)).toHaveLength(21);
  });
});

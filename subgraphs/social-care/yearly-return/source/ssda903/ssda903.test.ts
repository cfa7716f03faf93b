import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from '../../../../../platform/config/environment.js';
import { FaultLedger } from '../../../../../platform/ingest/fault-ledger.js';
import { csvOf, trial, trialOf } from '../../../../../platform/ingest/trial.test-support.js';
import { SocialCareStatus } from '../../../../../platform/vocabulary/social-care-status.js';
import { statusesOf } from '../../statuses-of.js';
import type { YearlyReturn } from '../../yearly-return.js';
import { episodeColumns, headerColumns } from './columns.js';
import { ssda903 } from './ssda903.js';

const { sharedData } = readEnvironment();
const format = ssda903({ council: '990', year: 2026 });
const headers = csvOf(headerColumns, {});

async function spansOf(...episodes: readonly Readonly<Record<string, string>>[]): Promise<unknown[]> {
  const { taken } = await trialOf(format, headers, csvOf(episodeColumns, ...episodes));
  return taken.flatMap(({ facts }) => spans(facts)).map(({ status, from, until }) => [status, from, until]);
}

const spans = (facts: readonly YearlyReturn[]) => facts.flatMap(({ spells }) => statusesOf(spells));

describe('ssda903', () => {
  it("knows a child by the council's number, without a name, and shows an open episode as looked after", async () => {
    const { taken, rejected } = await trialOf(format, headers, csvOf(episodeColumns, {}));
    expect(rejected).toEqual([]);
    expect(taken[0]?.person).toMatchObject({
      source: 'ssda903:990',
      sourceKey: '990/SC100042',
      given: null,
      family: null,
      dateOfBirth: '2015-02-11',
      sex: 'MALE',
      identifiers: [
        { type: 'SOCIAL_CARE_ID', value: '990/SC100042' },
        { type: 'UPN', value: 'B801200005001' },
      ],
    });
    expect(taken[0]?.facts).toEqual([
      {
        kind: 'yearly-return',
        year: 2026,
        whole: true,
        spells: [{ kind: 'CARE', from: '2025-03-03', until: null, leftFor: null, reviewedOn: null }],
        diedOn: null,
      },
    ]);
    expect(spans(taken[0]?.facts ?? [])).toEqual([{ status: 'LOOKED_AFTER', from: '2025-03-03', until: null }]);
  });

  it('takes neither of two children under one number, whichever stands first', async () => {
    const [one, other] = [{ DOB: '11/02/2015' }, { DOB: '30/11/2009', SEX: 'F', UPN: 'UN1' }];
    for (const rows of [
      [one, other, { CHILD: 'SC2' }],
      [other, one, { CHILD: 'SC2' }],
    ]) {
      const { taken, rejected } = await trialOf(format, csvOf(headerColumns, ...rows), csvOf(episodeColumns, {}));
      expect(rejected.map(({ rule, line }) => [rule, line])).toEqual([
        ['child-twice', 2],
        ['child-twice', 3],
      ]);
      expect(taken.map(({ person }) => person?.sourceKey)).toEqual(['990/SC2']);
    }
  });

  it('reads its two files in either order', async () => {
    const { taken } = await trialOf(format, csvOf(episodeColumns, {}), headers);
    expect(taken[0]?.facts).toHaveLength(1);
  });

  it('joins the episodes of one period of care', async () => {
    expect(
      await spansOf(
        { DECOM: '01/02/2025', DEC: '03/03/2025', REC: 'X1' },
        {},
        { DECOM: '01/02/2024', DEC: '01/03/2024', REC: 'E4A' },
      ),
    ).toEqual([
      ['LOOKED_AFTER', '2024-02-01', '2024-03-01'],
      ['LOOKED_AFTER', '2025-02-01', null],
    ]);
  });

  it.each(['V3', 'V4'])('does not count a short break (%s) as looked after', async (LS) => {
    expect(await spansOf({ LS })).toEqual([]);
  });

  it.each([
    ['E11', ['PREVIOUSLY_LOOKED_AFTER']],
    ['E12', ['PREVIOUSLY_LOOKED_AFTER']],
    ['E41', ['PREVIOUSLY_LOOKED_AFTER']],
    ['E45', ['PREVIOUSLY_LOOKED_AFTER', 'KINSHIP']],
    ['E46', ['PREVIOUSLY_LOOKED_AFTER']],
    ['E47', ['PREVIOUSLY_LOOKED_AFTER', 'KINSHIP']],
    ['E48', ['PREVIOUSLY_LOOKED_AFTER']],
    ['E4A', []],
    ['X1', []],
  ])('after %s shows %j', async (REC, statuses) => {
    const spans = await spansOf({ DEC: '01/06/2025', REC });
    expect(spans).toEqual([
      ['LOOKED_AFTER', '2025-03-03', '2025-06-01'],
      ...statuses.map((status) => [status, '2025-06-01', null]),
    ]);
  });

  it('ends previously looked after when the child is looked after again', async () => {
    expect(await spansOf({ DEC: '01/06/2025', REC: 'E11' }, { DECOM: '01/08/2025' })).toEqual([
      ['LOOKED_AFTER', '2025-03-03', '2025-06-01'],
      ['LOOKED_AFTER', '2025-08-01', null],
      ['PREVIOUSLY_LOOKED_AFTER', '2025-06-01', '2025-08-01'],
    ]);
  });

  it.each([
    ['903-141', { DECOM: '2025-03-03' }],
    ['903-144', { LS: 'Q9' }],
    ['903-147', { DEC: '31/02/2025', REC: 'X1' }],
    ['903-355', { DEC: '03/03/2025', REC: 'X1' }],
    ['903-356', { DEC: '02/03/2025', REC: 'X1' }],
    ['date-out-of-range', { DECOM: '03/03/1066' }],
    ['903-354', { DECOM: '03/03/2099' }],
  ])('leaves an episode out by %s, at its own line, and takes the child', async (rule, change) => {
    const { taken } = await trialOf(format, headers, csvOf(episodeColumns, change));
    expect(taken[0]?.leftOut).toMatchObject([{ rule, line: 2, file: expect.stringContaining('file-2') }]);
    expect(spans(taken[0]?.facts ?? [])).toEqual([]);
  });

  it.each([
    ['903-141', { DECOM: '2025-03-03' }, false],
    ['903-144', { LS: 'Q9' }, false],
    ['903-356', { DEC: '02/03/2025', REC: 'X1' }, false],
    ['903-355', { DEC: '03/03/2025', REC: 'X1' }, true],
    ['903-354', { DECOM: '01/04/2026' }, true],
  ])('with an episode faulted by %s: whether the return is whole', async (_, change, whole) => {
    const { taken } = await trialOf(format, headers, csvOf(episodeColumns, change));
    expect(taken[0]?.facts[0]?.whole).toBe(whole);
  });

  it('is whole for nobody where a row of the episodes, which may be anybody’s, cannot be read', async () => {
    const { taken, rejected } = await trialOf(format, headers, `${csvOf(episodeColumns, {})}SC9,03/03/2025\r\n`);
    expect(rejected).toMatchObject([{ rule: 'column-count' }]);
    expect(taken[0]?.facts).toMatchObject([{ whole: false, spells: [{ kind: 'CARE' }] }]);
  });

  it('refuses what its year could not know: an episode that began after it, and the day one ceased', async () => {
    const { taken } = await trialOf(
      format,
      headers,
      csvOf(
        episodeColumns,
        { DECOM: '01/04/2026' },
        { DECOM: '31/03/2026', DEC: '01/04/2026', REC: 'E45' },
        { DECOM: '01/02/2026', DEC: '31/03/2026', REC: 'X1' },
      ),
    );
    expect(taken[0]?.leftOut).toMatchObject([
      { rule: '903-354', line: 2 },
      { rule: '903-385', line: 3 },
    ]);
    expect(spans(taken[0]?.facts ?? [])).toEqual([{ status: 'LOOKED_AFTER', from: '2026-02-01', until: null }]);
  });

  it('names an episode that began before an earlier one had ended, and counts their days once', async () => {
    const { taken } = await trialOf(
      format,
      headers,
      csvOf(
        episodeColumns,
        { DECOM: '01/02/2025', DEC: '01/09/2025', REC: 'X1' },
        { DECOM: '01/03/2025', DEC: '01/04/2025', REC: 'X1' },
        { DECOM: '01/09/2025' },
      ),
    );
    expect(taken[0]?.leftOut).toMatchObject([{ rule: '903-142', line: 3 }]);
    expect(taken[0]?.facts[0]?.whole).toBe(true);
    expect(spans(taken[0]?.facts ?? [])).toEqual([{ status: 'LOOKED_AFTER', from: '2025-02-01', until: null }]);
  });

  it('does not call a child previously looked after whose short breaks alone ended by an order', async () => {
    expect(await spansOf({ LS: 'V4', DEC: '01/06/2025', REC: 'E45' })).toEqual([]);
  });

  it('takes an episode with a reason but no date of ceasing as open, and says so', async () => {
    const { taken } = await trialOf(format, headers, csvOf(episodeColumns, { REC: 'X1' }));
    expect(taken[0]?.leftOut).toMatchObject([{ rule: '903-148' }]);
    expect(spans(taken[0]?.facts ?? [])).toMatchObject([{ until: null }]);
  });

  it('takes a code for an unknown UPN as no UPN', async () => {
    const { taken } = await trialOf(format, csvOf(headerColumns, { UPN: 'UN1', SEX: '2' }), csvOf(episodeColumns, {}));
    expect(taken[0]).toMatchObject({
      leftOut: [],
      person: { sex: 'FEMALE', identifiers: [{ type: 'SOCIAL_CARE_ID' }] },
    });
  });

  it('rejects a child named twice, a wrong date of birth and an episode of nobody', async () => {
    const { taken, rejected } = await trialOf(
      format,
      csvOf(headerColumns, {}, {}, { CHILD: 'SC2', DOB: '2015-02-11' }),
      csvOf(episodeColumns, { CHILD: 'SC3' }),
    );
    expect(taken).toHaveLength(1);
    expect(rejected.map(({ line, rule }) => [line, rule])).toEqual([
      [3, 'child-twice'],
      [4, 'date-not-day-month-year'],
      [2, 'episode-without-header'],
    ]);
  });

  it.each([
    ['one file alone', [headers], /needs its header and its episodes file together/],
    [
      'a file in UTF-16',
      [headers, Buffer.from(`\uFEFF${csvOf(episodeColumns, {})}`, 'utf16le')],
      /file-2 is text in UTF-16/,
    ],
    [
      'a file with semicolons',
      [headers, csvOf(episodeColumns, {}).replaceAll(',', ';')],
      /separates its values by semi/,
    ],
    ['an empty file', [headers, ''], /file-2 is empty/],
    ['a file that is neither', [headers, 'a,b\n1,2\n'], /is not an ssda903 file: its header is neither CHILD,SEX/],
  ])('refuses %s in one sentence', async (_, contents, sentence) => {
    await expect(trialOf(format, ...contents)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringMatching(sentence),
    });
  });
});

if (!sharedData) console.warn('SKIPPED: the third-party files are not tried without SHARED_DATA.');
(sharedData ? describe : describe.skip)('the third-party SSDA903 files (need SHARED_DATA)', () => {
  // Twelve episodes ceased on 1 April 2018.
  it.each([
    [2018, { '903-385': 12 }, 1_201],
    [2019, {}, 1_191],
  ])(
    'go in whole as of %i: every child, nearly every UPN left out, half-given ends named',
    async (year, late, open) => {
      const folder = `${sharedData ?? ''}/csc-validator-be-903`;
      const { taken, rejected } = await trial(ssda903({ council: '990', year }), [
        `${folder}/episodes.csv`,
        `${folder}/header.csv`,
      ]);
      const tally = new FaultLedger();
      for (const { leftOut } of taken) tally.add(leftOut);
      const counts = Object.fromEntries(tally.byRule().map(({ rule, count }) => [rule, count]));
      expect(rejected).toEqual([]);
      expect(taken).toHaveLength(2_675);
      expect(taken.filter(({ person }) => person?.identifiers.some(({ type }) => type === 'UPN'))).toHaveLength(106);
      expect(counts).toEqual({ 'upn-check-letter': 2_568, 'upn-council': 1, '903-148': 1_413, '903-142': 82, ...late });
      const held = (status: SocialCareStatus) =>
        taken.flatMap(({ facts }) => spans(facts).filter((one) => one.status === status));
      expect(held(SocialCareStatus.LOOKED_AFTER)).toHaveLength(1_946);
      expect(held(SocialCareStatus.LOOKED_AFTER).filter(({ until }) => until === null)).toHaveLength(open);
    },
  );
});

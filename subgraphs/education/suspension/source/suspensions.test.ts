import { describe, expect, it } from '@jest/globals';
import { csvOf, trialOf } from '../../../../platform/ingest/trial.test-support.js';
import { columns as rollColumns } from '../../enrolment/source/columns.js';
import { schoolCensus } from '../../enrolment/source/school-census.js';
import { columns } from './columns.js';
import { suspensions } from './suspensions.js';

const lunch = { category: 'LNCH', session: '', sessions: '', lunchtimes: '2' };
const good = { category: 'PERM', session: '', sessions: '' };

const takenOf = async (change: Readonly<Record<string, string>>) => {
  const { taken, rejected } = await trialOf(suspensions, csvOf(columns, change));
  expect(rejected).toEqual([]);
  return taken[0];
};

describe('suspensions', () => {
  it('take the example of their columns', async () => {
    expect((await takenOf({}))?.facts).toEqual([
      {
        ...{ kind: 'suspension', urn: '900001', startedOn: '2026-01-12', category: 'SUSPENSION', session: 'AM' },
        ...{ sessions: 3, lunchtimes: null, reasons: ['DB', 'VA'], cancelledOn: null, served: null },
        ...{ provisionOn: null, provider: null, councilToldOn: null, reviewedOn: null, reviewResult: null },
        ...{ reinstatedOn: null, senExpert: null },
      },
    ]);
  });

  it('take lunchtimes, an exclusion for good, one that was cancelled, and provision', async () => {
    expect((await takenOf(lunch))?.facts[0]).toMatchObject({ category: 'LUNCHTIME', lunchtimes: 2, session: null });
    expect((await takenOf(good))?.facts[0]).toMatchObject({ category: 'PERMANENT', sessions: null, session: null });
    expect((await takenOf({ cancelled_on: '2026-01-13', sessions_served: '0' }))?.facts[0]).toMatchObject({
      ...{ cancelledOn: '2026-01-13', served: 0 },
    });
    expect((await takenOf({ provision_on: '2026-01-19', provider: 'Hawthorn Centre' }))?.facts[0]).toMatchObject({
      ...{ provisionOn: '2026-01-19', provider: 'Hawthorn Centre' },
    });
  });

  it('take that the council was told, and what came of reviews', async () => {
    const reviewed = { reviewed_on: '2026-02-02', review_result: 'E', reinstated_on: '2026-02-03' };
    expect((await takenOf({ council_told_on: '2026-01-09', ...reviewed }))?.facts[0]).toMatchObject({
      ...{ councilToldOn: '2026-01-09', reviewedOn: '2026-02-02', reviewResult: 'E', reinstatedOn: '2026-02-03' },
    });
    const byPanel = { ...good, reviewed_on: '2026-03-02', review_result: 'D', sen_expert: 'Y' };
    expect((await takenOf(byPanel))?.facts[0]).toMatchObject({ reviewResult: 'D', senExpert: true });
    const one = await takenOf({ ...byPanel, review_result: 'A' });
    expect(one?.leftOut.map(({ rule }) => rule)).toEqual(['expert-without-panel']);
    expect(one?.facts[0]).toMatchObject({ reviewResult: 'A', senExpert: null });
  });

  it('begin in the morning where they do not say', async () => {
    expect((await takenOf({ session: '' }))?.facts[0]).toMatchObject({ session: 'AM' });
  });

  it('know a pupil by the key of the roll', async () => {
    for (const change of [{ upn: 'B801200005001' }, { upn: '' }]) {
      const roll = await trialOf(schoolCensus, csvOf(rollColumns, change));
      const { source, sourceKey } = roll.taken[0]?.person ?? {};
      expect((await takenOf(change))?.person).toMatchObject({ source, sourceKey });
    }
  });

  it('leave out who gives a provision of which no day is told', async () => {
    const one = await takenOf({ provider: 'Hawthorn Centre' });
    expect(one?.leftOut.map(({ rule }) => rule)).toEqual(['provider-without-provision']);
    expect(one?.facts[0]).toMatchObject({ provider: null });
  });

  it('name a reason once, and take OT while it was one', async () => {
    expect((await takenOf({ reasons: 'PP PP' }))?.facts[0]).toMatchObject({ reasons: ['PP'] });
    expect((await takenOf({ reasons: 'OT', started_on: '2020-07-17' }))?.facts[0]).toMatchObject({ reasons: ['OT'] });
  });

  it.each([
    ['urn-shape', { urn: 'ABC' }],
    ['required-missing', { started_on: '' }],
    ['required-missing', { category: '' }],
    ['not-a-weekday', { started_on: '2026-01-17' }],
    ['date-out-of-range', { started_on: '2026-11-23' }],
    ['before-birth', { dob: '2026-01-13' }],
    ['session-unknown', { session: 'am' }],
    ['exclusion-category-unknown', { category: 'FIXD' }],
    ['exclusion-reason-unknown', { reasons: 'XX' }],
    ['exclusion-reason-unknown', { reasons: 'OT' }],
    ['too-many-reasons', { reasons: 'PP PA VP VA' }],
    ['sessions-out-of-range', { sessions: '0' }],
    ['sessions-out-of-range', { sessions: '91' }],
    ['sessions-out-of-range', { sessions: '1.5' }],
    ['sessions-missing', { sessions: '' }],
    ['lunchtimes-missing', { ...lunch, lunchtimes: '' }],
    ['sessions-of-another-category', { ...lunch, session: 'PM' }],
    ['sessions-of-another-category', { ...good, sessions: '2' }],
    ['lunchtimes-of-another-category', { lunchtimes: '2' }],
    ['ends-before-it-begins', { cancelled_on: '2026-01-11', sessions_served: '0' }],
    ['served-without-cancellation', { sessions_served: '1' }],
    ['served-without-cancellation', { ...good, cancelled_on: '2026-01-13', sessions_served: '1' }],
    ['served-missing', { cancelled_on: '2026-01-13' }],
    ['more-served-than-given', { cancelled_on: '2026-01-13', sessions_served: '4' }],
    ['provision-before-suspension', { provision_on: '2026-01-11' }],
    ['council-told-before-suspension', { council_told_on: '2026-01-02' }],
    ['review-before-suspension', { reviewed_on: '2026-01-09' }],
    ['review-before-suspension', { reinstated_on: '2026-01-09' }],
    ['review-result-unknown', { reviewed_on: '2026-02-02', review_result: 'X' }],
    ['result-without-review', { review_result: 'A' }],
    ['panel-of-another-category', { reviewed_on: '2026-02-02', review_result: 'D' }],
    ['sen-expert-unknown', { sen_expert: 'maybe' }],
    ['provision-of-lunchtimes', { ...lunch, provision_on: '2026-01-19' }],
  ])('are rejected by %s', async (rule, change) => {
    const { taken, rejected } = await trialOf(suspensions, csvOf(columns, change, {}));
    expect(rejected.map((rejection) => [rejection.line, rejection.rule])).toEqual([[2, rule]]);
    expect(taken).toHaveLength(1);
  });
});

import { describe, expect, it } from '@jest/globals';
import { hashedKey } from '../../../../platform/ingest/person-field.js';
import { csvOf, trialOf } from '../../../../platform/ingest/trial.test-support.js';
import { columns } from './columns.js';
import { declaredSources } from '../../identity/declared-sources.test-support.js';
import { deletions as deletionsIn } from './deletions.js';

const deletions = deletionsIn({ recordSources: declaredSources });
const hash = hashedKey('900001', 'Testcase', 'Robin', '2015-05-01');

describe('deletions', () => {
  it('takes the example of its columns: whose record, and why, and nothing of the person', async () => {
    const { taken, rejected } = await trialOf(deletions, csvOf(columns, {}));
    expect(rejected).toEqual([]);
    expect(taken[0]).toMatchObject({
      person: { source: 'waiting-list:ZQ1', sourceKey: '9990000018', deleted: true, given: null, identifiers: [] },
      facts: [{ kind: 'deletion', source: 'waiting-list:ZQ1', sourceKey: '9990000018', reason: 'ENTERED_IN_ERROR' }],
    });
  });

  it.each([
    ['school-census:900001', ' b801200005001', 'B801200005001'],
    ['school-census:900001', hash, hash],
    ['waiting-list:XAC01', '999 000 0018', '9990000018'],
    ['waiting-list:XAC01', hash, hash],
    ['case-list:990', '990/SC1', '990/SC1'],
    ['cin-census:990', '990/DfEX0000001', '990/DfEX0000001'],
    ['ssda903:990', '990/1', '990/1'],
    ['peps:990', '990/SC1', '990/SC1'],
    ['peps:990', 'B801200005001', 'B801200005001'],
  ])('reads a key of %s as that source writes it: %s', async (source, written, key) => {
    const { taken } = await trialOf(deletions, csvOf(columns, { source, source_key: written }));
    expect(taken.map(({ person }) => person)).toMatchObject([{ source, sourceKey: key }]);
  });

  it.each([
    ['required-missing', { source: '' }],
    ['required-missing', { source_key: '' }],
    ['required-missing', { reason: '' }],
    ['reason-unknown', { reason: 'toString' }],
    ['source-unknown', { source: 'dentist:ZQ1' }],
    ['source-unknown', { source: 'waiting-list' }],
    ['source-unknown', { source: 'toString:990' }],
    ['source-unknown', { source: 'case-list:990:1', source_key: '990/1' }],
    ['source-key-shape', { source_key: '9990000019' }],
    ['source-key-shape', { source: 'school-census:900001', source_key: 'A801200005001' }],
    ['source-key-shape', { source: 'case-list:990', source_key: '991/SC1' }],
    ['source-key-shape', { source: 'case-list:990', source_key: '990/' }],
    ['source-key-shape', { source: 'case-list:990', source_key: hash }],
  ])('rejects by %s', async (rule, change) => {
    const { taken, rejected } = await trialOf(deletions, csvOf(columns, change, {}));
    expect(rejected.map((rejection) => [rejection.line, rejection.rule])).toEqual([[2, rule]]);
    expect(taken).toHaveLength(1);
    expect(JSON.stringify(rejected)).not.toContain('9990000019');
  });
});

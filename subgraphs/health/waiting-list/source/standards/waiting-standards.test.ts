import { describe, expect, it } from '@jest/globals';
import { boundsOn } from '../../../../../platform/ingest/bounds.js';
import { type StandardFields, waitingStandards } from './waiting-standards.js';

const right: StandardFields = {
  ...{ service: 'NEURODEVELOPMENTAL', provider_ods: 'ZQ1', kind: 'LOCAL', limit_days: '182', warning_days: '14' },
  ...{ from: '2026-09-01', until: '', source: 'Partnership board' },
};

function mapped(over: Partial<StandardFields>) {
  const fields = { ...right, ...over };
  const result = waitingStandards.map({ file: 'f.csv', line: 2, fields }, boundsOn('2026-11-20'));
  return 'taken' in result ? result.taken.facts : result.rejected.map(({ rule }) => rule);
}

describe('a file of what waits are measured against', () => {
  it('sets a standard of one provider, or of every provider', () => {
    const fact = {
      ...{ service: 'NEURODEVELOPMENTAL', kind: 'LOCAL', limitDays: 182, warningDays: 14 },
      ...{ holdsFrom: '2026-09-01', holdsUntil: null, source: 'Partnership board' },
    };
    expect(mapped({})).toEqual([{ ...fact, provider: 'ZQ1' }]);
    expect(mapped({ provider_ods: '' })).toEqual([{ ...fact, provider: null }]);
  });

  it.each([
    [{ from: '2027-01-01', until: '2027-04-01' }],
    [{ kind: 'RTT_18' }],
    [{ kind: 'FOUR_WEEKS' }],
    [{ service: 'CAMHS', kind: 'FOUR_WEEKS', provider_ods: '' }],
    [{ service: 'COMMUNITY_PAEDIATRICS', kind: 'RTT_18' }],
    [{ service: 'SALT', kind: 'COMMUNITY_18', limit_days: '126', warning_days: '126' }],
  ])('is taken with %j', (over) => {
    expect(mapped(over)).toMatchObject([{ source: 'Partnership board' }]);
  });

  it.each([
    [{ service: '' }, 'required-missing'],
    [{ service: 'DENTISTRY' }, 'service-unknown'],
    [{ kind: 'WHENEVER' }, 'standard-kind-unknown'],
    [{ provider_ods: 'zq1' }, 'ods-code-shape'],
    [{ limit_days: 'x' }, 'days-shape'],
    [{ limit_days: '0' }, 'limit-out-of-range'],
    [{ limit_days: '3651' }, 'limit-out-of-range'],
    [{ warning_days: '183' }, 'warning-over-limit'],
    [{ until: '2026-09-01' }, 'until-before-from'],
    [{ service: 'SALT', kind: 'RTT_18' }, 'kind-not-of-service'],
    [{ service: 'SALT', kind: 'FOUR_WEEKS' }, 'kind-not-of-service'],
    [{ service: 'CAMHS', kind: 'COMMUNITY_18' }, 'kind-not-of-service'],
    [{ provider_ods: '', kind: 'RTT_18' }, 'kind-not-of-service'],
    [{ provider_ods: '', until: '2027-01-01' }, 'wait-unmeasured'],
    [{ source: '' }, 'required-missing'],
  ] as const)('is not taken with %j', (over, rule) => {
    expect(mapped(over)).toContain(rule);
  });
});

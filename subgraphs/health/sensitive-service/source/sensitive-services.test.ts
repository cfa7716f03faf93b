import { describe, expect, it } from '@jest/globals';
import { boundsOn } from '../../../../platform/ingest/bounds.js';
import { type SensitiveServiceFields, sensitiveServiceFormat } from './sensitive-services.js';

const right: SensitiveServiceFields = {
  ...{ service: 'CAMHS', provider_ods: 'ZQ1', from: '2026-09-01', until: '', source: 'The trust’s guardian' },
};

function mapped(over: Partial<SensitiveServiceFields>) {
  const fields = { ...right, ...over };
  const result = sensitiveServiceFormat.map({ file: 'f.csv', line: 2, fields }, boundsOn('2026-11-20'));
  return 'taken' in result ? result.taken.facts : result.rejected.map(({ rule }) => rule);
}

describe('a file of services that are not named outside health', () => {
  it('names a service of one provider, or of every provider', () => {
    const fact = { kind: 'sensitive-service', service: 'CAMHS', from: '2026-09-01', until: null };
    expect(mapped({})).toEqual([{ ...fact, providerOds: 'ZQ1', source: right.source }]);
    expect(mapped({ provider_ods: '' })).toEqual([{ ...fact, providerOds: null, source: right.source }]);
  });

  it('may say that it never should have been so, and when it ends, ahead too', () => {
    expect(mapped({ until: '2026-09-01' })).toMatchObject([{ until: '2026-09-01' }]);
    expect(mapped({ until: '2027-01-01' })).toMatchObject([{ until: '2027-01-01' }]);
  });

  it.each([
    [{ service: '' }, 'required-missing'],
    [{ service: 'HEALTH_SERVICE' }, 'service-unknown'],
    [{ provider_ods: 'zq1' }, 'ods-code-shape'],
    [{ from: '' }, 'required-missing'],
    [{ from: '2026-11-21' }, 'date-out-of-range'],
    [{ until: '2026-08-31' }, 'until-before-from'],
    [{ source: '' }, 'required-missing'],
  ] as const)('is not taken with %j', (over, rule) => {
    expect(mapped(over)).toEqual([rule]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { PersonEvidence } from '../../../platform/ingest/record.js';
import { carryTwoNhsNumbers } from './two-nhs-numbers.js';

const carrying = (...identifiers: PersonEvidence['identifiers']): PersonEvidence => ({
  source: 'test',
  sourceKey: 'one',
  given: null,
  family: null,
  preferred: null,
  previousFamily: null,
  dateOfBirth: null,
  sex: 'UNKNOWN',
  postcode: null,
  identifiers,
});
const nhs = (value: string) => carrying({ type: 'NHS_NUMBER', value });

describe('two NHS numbers', () => {
  it.each([
    ['one each, not the same', [nhs('9990000018')], [nhs('9990000026')], true],
    ['the same', [nhs('9990000018')], [nhs('9990000018')], false],
    ['one of several the same', [nhs('9990000018'), nhs('9990000026')], [nhs('9990000026')], false],
    ['one side without', [carrying()], [nhs('9990000026')], false],
    ['other numbers only', [carrying({ type: 'UPN', value: 'A' })], [carrying({ type: 'UPN', value: 'B' })], false],
  ])('%s: %p', (_case, one, other, two) => {
    expect(carryTwoNhsNumbers(one, other)).toBe(two);
    expect(carryTwoNhsNumbers(other, one)).toBe(two);
  });
});

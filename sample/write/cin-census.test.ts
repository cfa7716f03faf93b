import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { areaChildren } from '../area-children.js';
import { stories } from '../story/stories.js';
import { cinCensusClosing, cinCensusLines, cinCensusOpening } from './cin-census.js';

const schemaPath = join(process.env['SHARED_DATA'] ?? '', 'liia-tools-pipeline/cin/CIN_schema_2026.xsd');
const withSchema = existsSync(schemaPath) ? describe : describe.skip;
if (withSchema === describe.skip) console.warn('SKIPPED: CIN census against its schema: SHARED_DATA is not given.');

function census(asAt: string): string {
  const told = stories(asAt).map((story) => story.child);
  const lines = [...told, ...areaChildren(3000, 5, asAt, 3000)].flatMap(cinCensusLines);
  return [cinCensusOpening(asAt), ...lines, cinCensusClosing].join('');
}

withSchema('the CIN census', () => {
  it.each(['2026-11-20', '2026-04-03', '2027-01-15'])('of %s is valid against the schema of 2026', (asAt) => {
    const schema = XmlDocument.fromString(readFileSync(schemaPath, 'utf8'));
    const document = XmlDocument.fromString(census(asAt));
    const validator = XsdValidator.fromDoc(schema);
    try {
      validator.validate(document);
    } finally {
      validator.dispose();
      document.dispose();
      schema.dispose();
    }
  });
});

describe('a CIN census', () => {
  it('is of the year to 31 March that holds the day', () => {
    expect(cinCensusOpening('2026-11-20')).toContain('<Year>2027</Year><ReferenceDate>2027-03-31</ReferenceDate>');
    expect(cinCensusOpening('2027-03-31')).toContain('<Year>2027</Year>');
  });

  it('gives an unborn child an expected date and no date of birth', () => {
    const unborn = stories('2026-11-20').find((story) => story.child.key === 'unborn');
    const [line = ''] = unborn ? cinCensusLines(unborn.child) : [];
    expect(line).toContain('<ExpectedPersonBirthDate>2027-02-03</ExpectedPersonBirthDate><Sex>U</Sex>');
    expect(line).not.toContain('<PersonBirthDate>');
  });

  it('never begins before its referral, nor ends before it begins', () => {
    for (const { socialCare } of areaChildren(3000, 9, '2026-11-20', 3000)) {
      for (const need of socialCare?.needs ?? []) {
        const parts = [need, ...(need.plans ?? []), ...(need.protection ? [need.protection] : [])];
        for (const part of parts) {
          expect(part.from >= need.from).toBe(true);
          expect(part.until === null || part.until > part.from || part === need).toBe(true);
          expect(part.from <= '2026-11-20').toBe(true);
        }
      }
    }
  });
});

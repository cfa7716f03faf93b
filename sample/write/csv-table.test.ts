import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvTable, type CsvRow } from './csv-table.js';

const columns = [
  { name: 'urn', required: true, meaning: '', example: '' },
  { name: 'school name', required: false, meaning: '', example: '' },
] as const;
const table = new CsvTable(columns);

describe('a CSV table', () => {
  it('reads back as it was written, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('aé,"\r\n ;')) }), (text) => {
        const read = parse(table.header() + table.line({ urn: '900001', 'school name': text }), { columns: true });
        expect(read).toEqual([{ urn: '900001', 'school name': text }]);
      }),
    );
  });

  it('refuses a key that is no column', () => {
    const row = { urn: '900001', upn: '' } as CsvRow<typeof columns>;
    expect(() => table.line(row)).toThrow('No such column.');
  });
});

import { describe, expect, it } from '@jest/globals';
import { groupsOf, type Group } from './groups.js';
import type { PersonRecord } from './person-table.js';
import { drawnChildren } from './write-persons.js';

const drawn = [...drawnChildren(3000, 11, '2026-11-20')].filter(({ records }) => records.length > 0);
const members = (group: Group) => drawn.filter((one) => one.groups.includes(group));
const held = (group: Group): readonly (readonly PersonRecord[])[] =>
  members(group).map(({ records }) => records.map(({ record }) => record));
const values = (records: readonly PersonRecord[], field: keyof PersonRecord): number =>
  new Set(records.map((record) => record[field])).size;

describe('the groups of a child', () => {
  it('are all met in 3,000 children', () => {
    const groups: readonly Group[] = ['missing-upn', 'transliterated', 'under-five', 'twin', 'sibling', 'moved'];
    expect(groups.filter((group) => members(group).length < 20)).toEqual([]);
    expect(members('renamed').length).toBeGreaterThan(20);
    expect(members('looked-after').length).toBeGreaterThan(0);
  });

  it('say missing-upn where education holds the child and has no UPN', () => {
    const expected = drawn.filter(({ records }) => {
      const pupil = records.filter((written) => written.agency === 'education');
      return pupil.length > 0 && pupil.map(({ record }) => record.upn).join('') === '';
    });
    expect(members('missing-upn')).toEqual(expected);
  });

  it('say it only where both of two records have none', () => {
    const { child, records } = drawn.find((one) => one.records[0]?.record.upn) ?? { child: undefined, records: [] };
    const [first] = records;
    if (child === undefined || first === undefined) throw new Error('No pupil has a UPN.');
    const blank = { ...first, record: { ...first.record, upn: '' } };
    expect(groupsOf(child, [child], [first, blank])).not.toContain('missing-upn');
    expect(groupsOf(child, [child], [blank, blank])).toContain('missing-upn');
  });

  it('say transliterated where names differ, moved where homes differ', () => {
    for (const records of held('transliterated'))
      expect(values(records, 'given') + values(records, 'family')).toBeGreaterThan(2);
    for (const records of held('moved'))
      expect(values(records, 'postcode') + values(records, 'address')).toBeGreaterThan(2);
  });

  it('say under-five by the birthday', () => {
    const expected = drawn.filter(({ child }) => child.dateOfBirth > '2021-11-20');
    expect(members('under-five')).toEqual(expected);
  });
});

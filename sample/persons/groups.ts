import type { TrueChild } from './person.js';
import type { WrittenRecord } from './written-record.js';

/**
 * Children for whom matching is measured apart. A record is of every group that its child is of, so that the true
 * pairs of a group are those of its records:
 * missing-upn: education holds the child and has no UPN; transliterated: two records spell a name differently because
 * more than one spelling of it is current; under-five, twin, sibling (of another birth), looked-after; moved: two
 * records give different homes; renamed: the family name was changed; unborn: a record stands from before the birth.
 */
export const groups = [
  'missing-upn',
  'transliterated',
  'under-five',
  'twin',
  'sibling',
  'moved',
  'renamed',
  'looked-after',
  'unborn',
] as const;
export type Group = (typeof groups)[number];

/** `family` is all the children of one mother, the child among them. */
export function groupsOf(
  child: TrueChild,
  family: readonly TrueChild[],
  records: readonly WrittenRecord[],
): readonly Group[] {
  const pupil = records.filter((written) => written.agency === 'education');
  const belongs: Readonly<Record<Group, boolean>> = {
    'missing-upn': pupil.length > 0 && pupil.every(({ record }) => record.upn === ''),
    transliterated:
      differ(records.map((written) => written.givenSpelling)) ||
      differ(records.map((written) => written.familySpelling)),
    'under-five': child.age < 5,
    twin: family.some((other) => other !== child && other.birth === child.birth),
    sibling: family.some((other) => other.birth !== child.birth),
    moved: differ(records.map((written) => written.livesAt)),
    renamed: child.formerFamily !== '',
    'looked-after': child.placement !== null,
    unborn: records.some((written) => written.unborn),
  };
  return groups.filter((group) => belongs[group]);
}

/** Whether two of the values, where known, are not the same. */
function differ(values: readonly (string | null)[]): boolean {
  return new Set(values.filter((value) => value !== null)).size > 1;
}

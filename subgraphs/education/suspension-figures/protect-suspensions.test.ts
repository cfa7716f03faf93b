import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Counted, hiddenOf, isTotalHidden } from './protect-suspensions.js';
import type { SuspensionsCount } from './suspensions-row.js';

const school = fc.record({
  phase: fc.constantFrom('Primary', 'Secondary', ''),
  pupils: fc.integer({ min: 0, max: 60 }),
  suspended: fc.oneof(fc.nat(12), fc.nat(40)),
  excluded: fc.oneof(fc.nat(3), fc.nat(20)),
});
type School = (typeof school extends fc.Arbitrary<infer One> ? One : never) & { readonly value: string };

const sumOf = (schools: readonly Omit<School, 'value' | 'phase'>[]) => ({
  pupils: schools.reduce((sum, one) => sum + one.pupils, 0),
  suspended: schools.reduce((sum, one) => sum + one.suspended, 0),
  excluded: schools.reduce((sum, one) => sum + one.excluded, 0),
});

/** Schools whose children are at one each, the phases they add up to, and all together: as the cube counts them. */
const area = fc.array(school, { minLength: 1, maxLength: 9 }).map((drawn) => {
  const schools = drawn.map((one, at) => ({ ...one, value: `90005${String(at)}` }));
  const phases = [...new Set(schools.map(({ phase }) => phase))];
  return {
    schools,
    counts: [
      ...schools.map((one): SuspensionsCount => ({ dimension: 'SCHOOL', ...one })),
      ...phases.map((phase): SuspensionsCount => ({
        ...{ dimension: 'PHASE', value: phase, phase: '' },
        ...sumOf(schools.filter((one) => one.phase === phase)),
      })),
      { dimension: '', value: '', phase: '', ...sumOf(schools) },
    ],
  };
});

const what = fc.constantFrom<Counted>('pupils', 'suspended', 'excluded');
const few = (count: number): boolean => count > 0 && count < 8;

describe('what is hidden of suspensions', () => {
  it('is every small number, and never one alone that a total which is told would leave', () => {
    fc.assert(
      fc.property(area, what, ({ schools, counts }, of) => {
        const [bySchool, byPhase] = [hiddenOf('SCHOOL', of, counts), hiddenOf('PHASE', of, counts)];
        const phases = counts.filter(({ dimension }) => dimension === 'PHASE');
        for (const one of schools) if (few(one[of])) expect(bySchool.has(one.value)).toBe(true);
        for (const one of phases) if (few(one[of])) expect(byPhase.has(one.value)).toBe(true);
        // None is none, and is told; few that are left of a group's pupils tell of nearly all.
        const tables = [
          [schools, bySchool],
          [phases, byPhase],
        ] as const;
        for (const [groups, hidden] of tables)
          for (const one of groups) {
            if (one[of] === 0) expect(hidden.has(one.value)).toBe(false);
            else if (of !== 'pupils' && one.pupils - one[of] < 8) expect(hidden.has(one.value)).toBe(true);
          }
        if (schools.every((one) => one[of] === 0)) expect(isTotalHidden(of, counts)).toBe(false);
        // Of each sum that is told, the parts that are hidden are none or two at the least.
        const leaves = (parts: readonly SuspensionsCount[], hidden: ReadonlySet<string>): number =>
          parts.filter((one) => one[of] > 0 && hidden.has(one.value)).length;
        for (const phase of phases)
          if (!byPhase.has(phase.value)) {
            const parts = counts.filter((one) => one.dimension === 'SCHOOL' && one.phase === phase.value);
            expect(leaves(parts, bySchool)).not.toBe(1);
          }
        if (!isTotalHidden(of, counts)) expect(leaves(phases, byPhase)).not.toBe(1);
      }),
    );
  });

  it('is every school of a phase that is hidden, so that their sum does not tell it', () => {
    fc.assert(
      fc.property(area, what, ({ schools, counts }, of) => {
        const [bySchool, byPhase] = [hiddenOf('SCHOOL', of, counts), hiddenOf('PHASE', of, counts)];
        const open = schools.filter((one) => byPhase.has(one.phase) && one[of] > 0 && !bySchool.has(one.value));
        expect(open).toEqual([]);
      }),
    );
  });

  it('is a phase of which every school is hidden, and all together where every phase is', () => {
    const count = (dimension: string, value: string, suspended: number, phase = ''): SuspensionsCount => ({
      ...{ dimension, value, phase, pupils: 100, suspended, excluded: 0 },
    });
    const schools = [count('SCHOOL', '900051', 6, 'Primary'), count('SCHOOL', '900052', 7, 'Primary')];
    const counts = [...schools, count('PHASE', 'Primary', 13), count('', '', 13)];
    expect([...hiddenOf('PHASE', 'suspended', counts)]).toEqual(['Primary']);
    expect(isTotalHidden('suspended', counts)).toBe(true);
    const larger = [...counts, count('SCHOOL', '900053', 40, 'Secondary'), count('PHASE', 'Secondary', 40)];
    expect([...hiddenOf('PHASE', 'suspended', larger)].sort()).toEqual(['Primary', 'Secondary']);
  });

  it('is a phase of which the one school is hidden that has any, for it is nearly all of that school', () => {
    const count = (dimension: string, value: string, pupils: number, excluded: number): SuspensionsCount => ({
      ...{ dimension, value, phase: dimension === 'SCHOOL' ? 'Primary' : '', pupils, suspended: 0, excluded },
    });
    const schools = [count('SCHOOL', '900051', 9, 8), count('SCHOOL', '900052', 40, 0)];
    const counts = [...schools, count('PHASE', 'Primary', 49, 8), count('', '', 49, 8)];
    expect([...hiddenOf('SCHOOL', 'excluded', counts)]).toEqual(['900051']);
    expect([...hiddenOf('PHASE', 'excluded', counts)]).toEqual(['Primary']);
    expect(isTotalHidden('excluded', counts)).toBe(true);
  });

  it('is nothing of nobody: that there was none is told', () => {
    const count = (dimension: string, value: string, suspended: number, phase = ''): SuspensionsCount => ({
      ...{ dimension, value, phase, pupils: 100, suspended, excluded: 0 },
    });
    const schools = [count('SCHOOL', '900051', 6, 'Primary'), count('SCHOOL', '900052', 0, 'Primary')];
    const counts = [
      ...schools,
      count('SCHOOL', '900053', 0, ''),
      count('PHASE', 'Primary', 6),
      count('PHASE', '', 0),
      count('', '', 6),
    ];
    expect([...hiddenOf('SCHOOL', 'suspended', counts)]).toEqual(['900051']);
    expect([...hiddenOf('PHASE', 'suspended', counts)]).toEqual(['Primary']);
    expect([...hiddenOf('SCHOOL', 'excluded', counts), ...hiddenOf('PHASE', 'excluded', counts)]).toEqual([]);
    expect([isTotalHidden('suspended', counts), isTotalHidden('excluded', counts)]).toEqual([true, false]);
  });

  it('is a group nearly all of whose pupils were suspended', () => {
    const count = (value: string, suspended: number): SuspensionsCount => ({
      ...{ dimension: 'SEN_PROVISION', value, phase: '', pupils: 20, suspended, excluded: 0 },
    });
    const counts = [count('EHC_PLAN', 13), count('NONE', 9), count('SEN_SUPPORT', 9)];
    expect([...hiddenOf('SEN_PROVISION', 'suspended', counts)].sort()).toEqual(['EHC_PLAN', 'NONE']);
    // What tells least gives way beside it, wherever it stands; eight that are left tell of nobody.
    expect([...hiddenOf('SEN_PROVISION', 'suspended', counts.toReversed())].sort()).toEqual(['EHC_PLAN', 'NONE']);
    expect([...hiddenOf('SEN_PROVISION', 'suspended', [count('EHC_PLAN', 12), count('NONE', 9)])]).toEqual([]);
  });

  it('is no number of pupils for being all of them, nor a phase for some of its schools', () => {
    const count = (dimension: string, value: string, pupils: number, suspended: number): SuspensionsCount => ({
      ...{ dimension, value, phase: dimension === 'SCHOOL' ? 'Primary' : '', pupils, suspended, excluded: 0 },
    });
    const schools = [
      ['900051', 6],
      ['900052', 30],
      ['900053', 40],
    ] as const;
    const counts = [
      ...schools.map(([urn, suspended]) => count('SCHOOL', urn, 100, suspended)),
      ...[count('PHASE', 'Primary', 300, 76), count('', '', 300, 76)],
    ];
    expect([...hiddenOf('SCHOOL', 'pupils', counts), ...hiddenOf('PHASE', 'pupils', counts)]).toEqual([]);
    expect([...hiddenOf('SCHOOL', 'suspended', counts)].sort()).toEqual(['900051', '900052']);
    expect([...hiddenOf('PHASE', 'suspended', counts)]).toEqual([]);
    expect(isTotalHidden('suspended', counts)).toBe(false);
  });
});

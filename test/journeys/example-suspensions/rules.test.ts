import { describe, expect, it } from '@jest/globals';
import { schoolAgeBy } from '../../../subgraphs/education/suspension/compulsory-schooling.js';
import { categoryCodes } from '../../../subgraphs/education/suspension/exclusion-codes.js';
import { governorsReview, governorsTerm } from '../../../subgraphs/education/suspension/governors-review.js';
import { yearOf } from '../../../subgraphs/education/suspension/limit-of-45.js';
import { type ProvidedSuspension, sixthDayDuties } from '../../../subgraphs/education/suspension/sixth-day.js';
import { SuspensionCategory } from '../../../subgraphs/education/suspension/suspension-category.js';
import { SessionOfDay } from '../../../platform/vocabulary/session-of-day.js';
import { areas } from './areas.js';
import type { ExampleChild, ExampleSuspension } from './example.js';
import { expectedOf, isOpen, workedOut } from './oracle.js';

const stored = (of: ExampleSuspension): ProvidedSuspension => ({
  ...{ urn: of.urn, startedOn: of.startedOn, category: categoryCodes[of.category] ?? SuspensionCategory.SUSPENSION },
  ...{ session: of.session === 'PM' ? SessionOfDay.PM : SessionOfDay.AM, sessions: of.sessions ?? null },
  ...{ lunchtimes: of.lunchtimes ?? null, cancelledOn: of.cancelledOn ?? null, served: of.sessionsServed ?? null },
  provisionOn: of.provisionInPlaceOn ?? null,
});

const spellsOf = ({ suspensions, ncYear, asAt }: ExampleChild) =>
  suspensions.map(({ urn }) => ({ urn, yearGroup: ncYear, from: '2020-09-01', until: null, recordedAt: asAt }));

const byDay = (a: { dueOn: string }, b: { dueOn: string }): number => (a.dueOn < b.dueOn ? -1 : 1);

describe.each(areas())('%s children', (_, area) => {
  const open = (urn: string, day: string): boolean => isOpen(area, urn, day);

  it.each(area.children.map((child) => [child.key, child] as const))('%s: by the year', (__, child) => {
    const { years, running } = expectedOf(area, child);
    for (const [year, figures] of Object.entries(years))
      expect([year, yearOf(child.suspensions.map(stored), year, open)]).toMatchObject([year, figures]);
    for (const { after, ...figures } of running) {
      const until = child.suspensions.filter(({ startedOn }) => startedOn <= after).map(stored);
      expect(yearOf(until, Object.keys(years)[0] ?? '', open)).toMatchObject(figures);
    }
  });

  it.each(area.children.map((child) => [child.key, child] as const))('%s: what is owed', (__, child) => {
    const owed = sixthDayDuties(child.suspensions.map(stored), open, child.asAt, (urn, on) =>
      schoolAgeBy(spellsOf(child))(urn, on),
    );
    const { sixthDays } = expectedOf(area, child);
    expect(owed.sort(byDay).map(({ of, ...duty }) => ({ ...duty, of: of.startedOn }))).toEqual(
      [...sixthDays].sort(byDay).map(({ inPlaceOn, firstDayExpectation: _, ...duty }) =>
        // The zod object keeps what it knows alone: what stands beside it is of another rule.
        ({ ...duty, inPlaceOn: inPlaceOn ?? null }),
      ),
    );
  });

  it.each(area.children.map((child) => [child.key, child] as const))('%s: by the term', (__, child) => {
    for (const [term, { schoolDays, duty }] of Object.entries(expectedOf(area, child).governors)) {
      const [year, name] = term.split(' ');
      const day =
        name === 'Autumn' ? `${year ?? ''}-12-01` : name === 'Spring' ? `${year ?? ''}-02-01` : `${year ?? ''}-07-01`;
      const review = governorsReview(child.suspensions.map(stored), governorsTerm(day), open);
      expect([term, review]).toEqual([term, { schoolDays, duty }]);
    }
  });

  it('are as our slow reading of the rules has them', () => {
    for (const child of area.children) {
      const { years, sixthDays } = expectedOf(area, child);
      expect([child.key, workedOut(area, child)]).toMatchObject([child.key, { years, sixthDays }]);
    }
  });
});

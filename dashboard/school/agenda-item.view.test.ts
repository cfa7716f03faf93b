import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysFrom } from '../words/dates.js';
import { doable, itemView } from './agenda-item.view.js';

const today = '2026-11-20';
const item = { meetingOn: '2026-11-10', until: '2026-12-08', closedOn: null };

describe('what can be done with an item of an agenda', () => {
  it('is, after its meeting and before its end, to write down what was decided and to keep it on', () => {
    expect(doable(item, 'senco', today)).toEqual({ stands: true, decided: true, keptUntil: '2026-12-18' });
  });

  it.each([
    ['its meeting is to come', { meetingOn: '2026-11-21' }, { stands: true, decided: false }],
    ['it ends today', { until: today }, { stands: false, decided: false, keptUntil: null }],
    ['it was taken off', { closedOn: '2026-11-12' }, { stands: false, decided: false, keptUntil: null }],
    ['it would end no later', { meetingOn: today, until: '2026-12-18' }, { stands: true, keptUntil: null }],
  ])('is less where %s', (_, over, expected) => {
    expect(doable({ ...item, ...over }, 'senco', today)).toMatchObject(expected);
  });

  it('is for those alone to keep on who lead the school or its team', () => {
    const keepers = ['senco', 'headteacher', 'designated-safeguarding-lead', 'team-around-school-lead'];
    for (const role of [...keepers, 'camhs-clinician', 'social-worker', 'educational-psychologist'])
      expect([role, doable(item, role, today).keptUntil !== null]).toEqual([role, keepers.includes(role)]);
  });

  it('keeps it for longer, or is not offered', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 400 }), fc.integer({ min: 0, max: 60 }), (meeting, stays) => {
        const meetingOn = daysFrom(today, meeting);
        const until = daysFrom(meetingOn, 28 + stays);
        const { stands, keptUntil } = doable({ meetingOn, until, closedOn: null }, 'senco', today);
        expect(stands).toBe(until > today);
        if (keptUntil !== null) expect(stands && keptUntil > until).toBe(true);
        else expect(!stands || until >= '2026-12-18').toBe(true);
      }),
    );
  });
});

describe('one item of an agenda', () => {
  const answer = (team: object, faults: readonly object[] = []) =>
    ({ data: { school: { urn: '900001', name: 'Alder Bank', teamAroundSchool: team } }, faults }) as never;
  const fault = { path: ['school', 'teamAroundSchool', 'coming'], code: 'SUBGRAPH_UNAVAILABLE', domain: 'PARTNERSHIP' };

  it('is of today’s agenda, or of a meeting to come; and none where it is on neither', () => {
    const lists = answer({ agenda: [{ ...item, id: 'a' }], coming: [{ ...item, id: 'b' }] });
    expect([itemView(lists, 'a').item, itemView(lists, 'b').item]).toMatchObject([
      { kind: 'held', value: { id: 'a' } },
      { kind: 'held', value: { id: 'b' } },
    ]);
    expect(itemView(lists, 'c').item.kind).toBe('none');
  });

  it('is not known, and not none, where a part of the agenda could not be asked', () => {
    expect(itemView(answer({ agenda: [], coming: null }, [fault]), 'a').item.kind).toBe('unavailable');
  });
});

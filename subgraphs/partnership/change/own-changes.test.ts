import { describe, expect, it } from '@jest/globals';
import type { StoredChange } from '../team-around-school/stored-item.js';
import { actionChanges, type ChangedAction } from './action-changes.js';
import { agendaChanges, type ChangedItem } from './agenda-changes.js';
import { type ChangedIdentity, type DecidedMatch, identityChanges, matchChanges } from './identity-changes.js';
import type { OwnChange } from './own-change.js';

const told = (changes: readonly OwnChange[]) => changes.map(({ what, from, to, by }) => [what, from, to, by]);
const at = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`;

describe('the changes of an item of an agenda', () => {
  const done = (version: number, change: StoredChange['change'], words: string | null = null): StoredChange => ({
    ...{ version, change, words, recordedAt: at(version), actorName: `Person ${String(version)}`, actorRole: 'senco' },
  });
  const item = (history: readonly StoredChange[], over: Partial<ChangedItem> = {}): ChangedItem => ({
    ...{ id: 'i', childId: 'r', schoolUrn: '900001', meetingOn: '2026-11-20', outcome: null, closed: false, history },
    ...over,
  });
  const [onAgenda, decided] = [
    'On the agenda of the team around the school',
    'What the team around the school decided',
  ];
  const meeting = 'For the meeting on 20 November 2026';

  it('are that it was added, kept and taken off, and from what to what its outcome', () => {
    const history = [
      done(4, 'OUTCOME_RECORDED', 'The garden club on Fridays'),
      done(1, 'RAISED'),
      done(2, 'RENEWED', 'The club is full'),
      done(3, 'OUTCOME_RECORDED', 'The garden club'),
      done(5, 'CLOSED'),
    ];
    const changes = agendaChanges(item(history, { outcome: 'The garden club on Fridays', closed: true }));
    expect(told(changes)).toEqual([
      [onAgenda, null, meeting, 'Person 1'],
      [onAgenda, meeting, 'Kept for another 28 days', 'Person 2'],
      [decided, null, 'The garden club', 'Person 3'],
      [decided, 'The garden club', 'The garden club on Fridays', 'Person 4'],
      [onAgenda, meeting, null, 'Person 5'],
    ]);
    expect(new Set(changes.map(({ tier, teamUrn, recordId }) => `${tier} ${String(teamUrn)} ${recordId}`))).toEqual(
      new Set(['T2 900001 r']),
    );
    expect(changes.map(({ at: moment }) => moment)).toEqual([1, 2, 3, 4, 5].map(at));
  });

  it('are one that names nothing and nobody where it was taken off without a word', () => {
    for (const last of ['CLOSED', 'DECLINED'] as const)
      expect(told(agendaChanges(item([done(1, 'RAISED'), done(2, last, null)], { closed: true })))).toEqual([
        ['An item of the agenda was taken off', null, null, null],
      ]);
  });

  it('tell nothing of a safeguarding lead’s decision, of which the item alone tells', () => {
    const open = agendaChanges(item([done(1, 'RAISED'), done(2, 'OPENED', 'We all know her')]));
    expect(told(open)).toEqual([[onAgenda, null, meeting, 'Person 1']]);
    const closed = item([
      done(1, 'RAISED'),
      done(2, 'OUTCOME_RECORDED', 'To be seen'),
      done(3, 'DECLINED', 'Not here'),
    ]);
    expect(told(agendaChanges({ ...closed, outcome: 'To be seen', closed: true }))).toEqual([
      [onAgenda, null, meeting, 'Person 1'],
      [decided, null, 'To be seen', 'Person 2'],
    ]);
  });

  it('are one where it is taken off with what was decided', () => {
    const closed = item([done(1, 'RAISED'), done(2, 'CLOSED', 'All is well')], {
      outcome: 'All is well',
      closed: true,
    });
    expect(told(agendaChanges(closed))[1]).toEqual([decided, null, 'All is well', 'Person 2']);
  });
});

describe('the changes of an agreed action', () => {
  const action = (over: Partial<ChangedAction> = {}): ChangedAction => ({
    ...{ id: 'a', childId: 'r', schoolUrn: null, what: 'Call home', owner: 'The adviser', dueOn: null, doneOn: null },
    history: [{ version: 1, change: 'RECORDED', recordedAt: at(3), actorName: 'Jo', actorRole: 'social-worker' }],
    ...over,
  });

  it('are that it was recorded, by when, and that it was done', () => {
    expect(told(actionChanges(action()))).toEqual([['Agreed action', null, 'Call home (The adviser)', 'Jo']]);
    const history = [
      { version: 2, change: 'COMPLETED', recordedAt: at(9), actorName: 'Sam', actorRole: 'senco' } as const,
      ...action().history,
    ];
    const agreed = 'Call home (The adviser, by 8 November 2026)';
    expect(told(actionChanges(action({ dueOn: '2026-11-08', doneOn: '2026-11-09', history })))).toEqual([
      ['Agreed action', agreed, 'Done on 9 November 2026', 'Sam'],
      ['Agreed action', null, agreed, 'Jo'],
    ]);
  });

  it('stand where the action does: with a school’s team, or with plans and care', () => {
    expect(actionChanges(action()).map(({ tier }) => tier)).toEqual(['T4']);
    expect(actionChanges(action({ schoolUrn: '900001' })).map(({ tier }) => tier)).toEqual(['T2']);
  });
});

describe('the changes of who a child is', () => {
  const changed = (over: Partial<ChangedIdentity> = {}): ChangedIdentity => ({
    ...{ childId: 'r', what: 'NAME', recordedAt: at(5), given: 'Robin', family: 'Testcase', preferred: null },
    dateOfBirth: '2015-05-01',
    ...over,
  });

  it('are what is shown now, and never what was before, nor who said so', () => {
    expect(told(identityChanges(changed()))).toEqual([['Name', null, 'Robin Testcase', null]]);
    expect(told(identityChanges(changed({ preferred: 'Rob' })))).toEqual([
      ['Name', null, 'Robin Testcase, known as Rob', null],
    ]);
    expect(told(identityChanges(changed({ what: 'DATE_OF_BIRTH' })))).toEqual([
      ['Date of birth', null, '1 May 2015', null],
    ]);
  });

  it('are none of what is held no more', () => {
    expect(identityChanges(changed({ given: null, family: null }))).toEqual([]);
    expect(identityChanges(changed({ what: 'DATE_OF_BIRTH', dateOfBirth: null }))).toEqual([]);
  });

  it('are another where it is put right again', () => {
    const keys = [5, 6].map((day) => identityChanges(changed({ recordedAt: at(day) }))[0]?.key);
    expect(new Set(keys).size).toBe(2);
  });
});

describe('what people decided of records', () => {
  const decision = (seq: number, kind: DecidedMatch['kind'], over: Partial<DecidedMatch> = {}): DecidedMatch => ({
    ...{ seq, kind, at: at(4), childId: 'r', actor: 'mr-001', actorName: 'A reviewer' },
    ...over,
  });

  it('is told once an act and record, and of no rule', () => {
    const what = 'Which records are the child’s';
    const changes = matchChanges([
      decision(1, 'LINKED'),
      decision(2, 'CONFIRMED'),
      decision(3, 'SEPARATED', { at: at(6) }),
      decision(4, 'SEPARATED', { at: at(6) }),
      decision(5, 'RELEASED', { at: at(6) }),
      decision(6, 'KEPT_APART', { at: at(8), actorName: null }),
    ]);
    expect(told(changes.toSorted((a, b) => (a.at < b.at ? -1 : 1)))).toEqual([
      [what, null, 'Linked with another record', 'A reviewer'],
      [what, 'Linked with another record', 'Separated from it', 'A reviewer'],
      [what, null, 'Kept apart from another record', 'mr-001'],
    ]);
    expect(new Set(changes.map(({ tier }) => tier))).toEqual(new Set(['T3']));
  });
});

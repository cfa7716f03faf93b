import { describe, expect, it } from '@jest/globals';
import { menuOf, entryOf } from '../layout/role-menu.js';
import { packFaults, attendeesOf, leftOut, presentOf, refusedPackAt } from './pack.view.js';
import { type AgendaLine, agendaOf, postsWithout, schoolView } from './school.view.js';

const action = (id: string, dueOn: string | null) => ({ id, dueOn });
const team = (over: object = {}) =>
  ({
    data: {
      school: {
        ...{ urn: '900001', name: 'Alder Bank' },
        directory: {
          state: 'RECEIVED',
          posts: [
            { role: 'SENCO', state: 'VACANT' },
            { role: 'X', state: 'HELD' },
          ],
        },
        teamAroundSchool: { members: [], actions: [], agenda: [], coming: [], ...over },
      },
    },
    faults: [],
  }) as never;
const attention = { data: { school: { teamAroundSchool: { attention: [] } } }, faults: [] } as never;
const fault = (field: string, code = 'SUBGRAPH_UNAVAILABLE') => ({
  ...{ path: ['school', 'teamAroundSchool', field], code, domain: 'PARTNERSHIP', message: 'No.' },
});
const today = '2026-11-20';

describe('a school’s page', () => {
  it('tells what is past its day from what is still to be done: due today is not overdue', () => {
    const actions = [action('a', '2026-11-19'), action('b', '2026-11-20'), action('c', null)];
    const { overdue, open } = schoolView(team({ actions }), attention, today);
    expect(overdue).toMatchObject({ kind: 'held', value: [{ id: 'a' }] });
    expect(open).toMatchObject({ kind: 'held', value: [{ id: 'b' }, { id: 'c' }] });
  });

  it('is not without actions where they could not be asked', () => {
    const answer = { ...(team({ actions: null }) as object), faults: [fault('actions')] } as never;
    const { overdue, open } = schoolView(answer, attention, today);
    expect([overdue.kind, open.kind]).toEqual(['unavailable', 'unavailable']);
  });

  it('has no agenda where only a part of it could be asked', () => {
    const answer = { ...(team({ coming: null }) as object), faults: [fault('coming')] } as never;
    expect(schoolView(answer, attention, today).agenda.kind).toBe('unavailable');
    expect(schoolView(team(), attention, today).agenda).toEqual({ kind: 'none', seesAll: false });
  });

  it('says that a name could not be asked, and not that nobody may be seen', () => {
    const below = { ...fault('agenda'), path: ['school', 'teamAroundSchool', 'agenda', 0, 'child'] };
    const answer = { ...(team() as object), faults: [below] } as never;
    expect(schoolView(answer, attention, today).absence).toEqual({
      ...{ actions: 'none-seen', agenda: 'not-known', attention: 'none-seen' },
    });
  });

  it('has each item of the agenda once, the next meeting first, what was talked about last', () => {
    const line = (id: string, meetingOn: string, closedOn: string | null = null) =>
      ({ id, meetingOn, closedOn }) as unknown as AgendaLine;
    const now = [line('closed', '2026-11-02', '2026-11-20'), line('now', '2026-11-20')];
    const ids = agendaOf(now, [line('later', '2026-12-01'), line('now', '2026-11-20')]).map(({ id }) => id);
    expect(ids).toEqual(['now', 'later', 'closed']);
  });

  it('names the posts that nobody holds', () => {
    const { directory } = schoolView(team(), attention, today);
    expect(directory.kind === 'held' ? postsWithout(directory.value) : null).toEqual([
      { role: 'SENCO', state: 'VACANT' },
    ]);
  });
});

describe('a pack', () => {
  it('is for somebody, on a day', () => {
    expect(packFaults({}).map(({ field }) => field)).toEqual(['meetingOn', 'present']);
    expect(packFaults({ meetingOn: '2026-11-20', 'present-3': 'dsl.900001' })).toEqual([]);
    expect(presentOf({ 'present-3': 'dsl.900001', present: 'x', 'present-x': 'y' })).toEqual(['dsl.900001']);
  });

  it('is for each person once, and for nobody who cannot sign in', () => {
    const member = (userId: string | null, role: string) => ({ userId, role, name: 'Sam Okoro', organisation: null });
    const found = attendeesOf([member('s-1', 'SENCO'), member(null, 'Nurse'), member('s-1', 'Teacher')]);
    expect(found).toEqual([{ userId: 's-1', name: 'Sam Okoro', text: 'Sam Okoro, SENCO' }]);
  });

  it('says what it leaves out, by domain and because of whom', () => {
    const part = (domain: string, fromMember: string) => ({ domain, fromMember });
    const withheld = [part('HEALTH', 'Sam Okoro'), part('SOCIAL_CARE', 'Jo Marsden'), part('HEALTH', 'Jo Marsden')];
    expect(leftOut([...withheld, part('PARTNERSHIP', 'A'), part('PARTNERSHIP', 'A')] as never)).toEqual([
      'health, for Sam Okoro and Jo Marsden',
      'social care, for Jo Marsden',
      'who the child is, the words and the actions, for A',
    ]);
  });

  it('that there is not is explained at the day, or at who is to be there', () => {
    expect(refusedPackAt('meetingOn must not be after today.').words).toContain('today at the latest');
    const [nobody, stranger] = ['There is nobody on the agenda of that day for a pack.', 'Not everybody is one today.'];
    expect(refusedPackAt(nobody)).toEqual({ field: 'meetingOn', words: nobody });
    expect(refusedPackAt(stranger)).toEqual({ field: 'present', words: stranger });
  });
});

describe('the menu', () => {
  it('shows one entry as the present one: the nearest above the page', () => {
    const entries = menuOf({ role: 'headteacher', organisation: { id: '900001', kind: 'school' } });
    const at = (path: string) => entryOf(entries, path)?.title;
    expect([at('/schools/900001'), at('/schools/900001/pack')]).toEqual(['School', 'School']);
    expect(at('/schools/900001/suspensions')).toBe('Suspensions');
    expect(at('/children/c1')).toBe('Search');
    expect(at('/children-of-others')).toBeUndefined();
  });
});

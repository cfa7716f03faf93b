import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { place } from '../support/arrange.js';
import { type LaterHub, startedOn } from '../support/another-day.js';
import { type As, type GatewayBody, testHub, type TestHub } from '../support/hub.js';
import { subjectAs } from '../support/meeting-table.js';

const { school: urn } = place;
const [weekOne, weekTwo] = ['2026-11-20', '2026-11-27'];

const senco: As = { persona: 'senco' };
const head: As = { persona: 'headteacher' };
const lead: As = { persona: 'team-around-school-lead', school: urn };
const worker: As = { persona: 'social-worker', purpose: 'TEAM_AROUND_SCHOOL' };
const psychologist: As = { persona: 'educational-psychologist', purpose: 'TEAM_AROUND_SCHOOL' };
const adviser: As = { persona: 'virtual-school-adviser' };

interface Item {
  readonly id: string;
  readonly version: number;
  readonly outcome: string | null;
  readonly child: { readonly id: string } | null;
  readonly reasons: readonly { readonly kind: string; readonly domain: string; readonly fact: string }[];
  readonly voices: readonly { readonly words: string }[];
  readonly openActions: readonly { readonly id: string; readonly what: string }[];
  readonly withheld: readonly { readonly domain: string; readonly fromMember: string }[];
}
interface Team {
  readonly members: readonly { readonly name: string; readonly role: string }[];
  readonly agenda: readonly Item[];
  readonly attention: readonly Item[];
}

let hub: TestHub;
let later: LaterHub | null = null;
let child: string;
/** A child of whom the team is not to speak. */
let other: string;
let item: Item;
let action: { readonly id: string; readonly version: number; readonly agendaItemId: string | null };

const text = (name: string): string => operations().find((operation) => operation.name === name)?.text ?? '';

async function post(as: As, name: string, variables: Record<string, unknown>): Promise<GatewayBody> {
  return later ? later.post(as, text(name), variables) : (await hub.post(as, text(name), variables)).body;
}

/** What somebody is answered who is answered in full. */
async function asked<T>(as: As, name: string, field: string, variables: Record<string, unknown>): Promise<T> {
  const { data, errors } = await post(as, name, variables);
  expect(errors).toBeUndefined();
  return data?.[field] as T;
}

const done = <T>(as: As, name: string, field: string, given: Record<string, unknown>): Promise<T> =>
  asked<T>(as, name, field, { ...given, idempotencyKey: randomUUID() });

const teamOf = async (as: As, name: string): Promise<Team> =>
  (await asked<{ teamAroundSchool: Team }>(as, name, 'school', { urn })).teamAroundSchool;

const needing = async (as: As): Promise<readonly Item[]> => (await teamOf(as, 'school-attention')).attention;
const agendaOf = async (as: As): Promise<readonly Item[]> => (await teamOf(as, 'team-around-school')).agenda;
const idsOf = (items: readonly Item[]): (string | undefined)[] => items.map((one) => one.child?.id);

const packOf = async (as: As, meetingOn: string, ...members: readonly As[]): Promise<readonly Item[]> => {
  const named = { schoolUrn: urn, meetingOn, members: members.map(subjectAs) };
  return (await asked<{ items: readonly Item[] }>(as, 'meeting-pack', 'meetingPack', named)).items;
};

beforeAll(async () => {
  // The sample area, as its partners' files told of it.
  hub = await testHub({ area: true });
});

afterAll(async () => {
  await later?.close();
  await hub.close();
});

describe('the story of one meeting', () => {
  it('begins with those of whom the SENCO sees that something needs attention', async () => {
    for (const as of [lead, worker, psychologist, adviser]) await (later ?? hub).post(as, '{ me { name } }', {});
    const seats = [lead, worker, psychologist] as const;
    for (const as of seats)
      await done(head, 'set-team-member', 'setTeamMember', { schoolUrn: urn, userId: subjectAs(as), role: as.persona });
    const list = await needing(senco);
    const own = list.filter(({ reasons }) => reasons.some(({ domain }) => domain === 'EDUCATION'));
    expect(own.length).toBeGreaterThan(1);
    const workers = idsOf(await needing(worker));
    // Nobody but the school's own knows of the child who is to be discussed.
    const strangers = idsOf(own).filter((id) => !workers.includes(id));
    expect(strangers.length).toBeGreaterThan(1);
    [child = '', other = ''] = strangers as string[];
    expect(idsOf(await needing(lead))).toEqual([]);
    expect(idsOf(await needing(psychologist))).not.toContain(child);
  });

  it('goes on with the agenda, which opens the child to the team, and to nobody else', async () => {
    item = await done<Item>(senco, 'add-to-agenda', 'addToAgenda', {
      ...{ schoolUrn: urn, childId: child, reason: 'Absence since half-term' },
      ...{ childVoice: 'I like the garden.', parentVoice: 'Mornings are hard.', meetingOn: weekOne },
    });
    const seen = (await needing(senco)).find((one) => one.child?.id === child);
    const opened = await needing(lead);
    expect(idsOf(opened)).toEqual([child]);
    expect(opened[0]?.reasons).toEqual(seen?.reasons);
    expect(idsOf(await needing(worker))).toContain(child);
    expect(idsOf(await needing(worker))).not.toContain(other);
    expect((await post(adviser, 'team-around-school', { urn })).errors?.[0]?.extensions.code).toBe('REFUSED');
    expect((await post(adviser, 'child-attention', { id: child })).data).toEqual({ child: null });
  });

  it('has papers that hold the words, and what everybody there may see', async () => {
    const [sheet, ...more] = await packOf(lead, weekOne, senco, worker, psychologist);
    expect(more).toEqual([]);
    expect(sheet?.child?.id).toBe(child);
    expect(sheet?.voices.map(({ words }) => words)).toEqual(['I like the garden.', 'Mornings are hard.']);
    expect(sheet?.reasons.some(({ domain }) => domain === 'EDUCATION')).toBe(true);
    expect([sheet?.openActions, sheet?.withheld]).toEqual([[], []]);
    const named = { schoolUrn: urn, meetingOn: weekOne, members: [subjectAs(senco), subjectAs(adviser)] };
    expect((await post(lead, 'meeting-pack', named)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await post(worker, 'meeting-pack', named)).errors?.[0]?.extensions.code).toBe('REFUSED');
  });

  it('comes to a decision, and to something to be done', async () => {
    const { id, version } = item;
    const outcome = 'A meeting with the family, and a later start for two weeks.';
    item = await done<Item>(lead, 'record-outcome', 'recordOutcome', { id, expectedVersion: version, outcome });
    expect(item.outcome).toBe(outcome);
    action = await done(senco, 'record-action', 'recordAction', {
      ...{ schoolUrn: urn, childId: child, what: 'Call the family', owner: 'The SENCO', dueOn: '2026-11-26' },
    });
    const [sheet] = await packOf(lead, weekOne, senco, psychologist);
    expect(sheet?.openActions).toMatchObject([{ id: action.id, what: 'Call the family' }]);
    for (const as of [senco, lead, worker, psychologist])
      expect(await agendaOf(as)).toMatchObject([{ child: { id: child }, outcome }]);
  });

  it('is not lost in the next week: what was agreed stands open at its meeting, until it is done', async () => {
    later = await startedOn(hub, weekTwo);
    for (const as of [senco, lead, worker]) expect(idsOf(await agendaOf(as))).toEqual([child]);
    const [sheet] = await packOf(lead, weekTwo, senco, worker);
    expect(sheet?.openActions).toMatchObject([{ id: action.id, what: 'Call the family' }]);
    expect(sheet?.child?.id).toBe(child);

    const { id, version } = action;
    await done(psychologist, 'complete-action', 'completeAction', { id, expectedVersion: version });
    expect((await packOf(lead, weekTwo, senco, worker)).map(({ openActions }) => openActions)).toEqual([[]]);
  });

  it('ends: what was opened is closed, to the team and to its papers', async () => {
    const [listed] = await agendaOf(senco);
    const given = { id: listed?.id, expectedVersion: listed?.version, outcome: 'Back at school.' };
    await done(senco, 'close-agenda-item', 'closeAgendaItem', given);
    expect(idsOf(await needing(lead))).toEqual([]);
    expect((await post(psychologist, 'child-attention', { id: child })).data).toEqual({ child: null });
    const named = { schoolUrn: urn, meetingOn: weekTwo, members: [subjectAs(senco)] };
    for (const as of [senco, lead])
      expect((await post(as, 'meeting-pack', named)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

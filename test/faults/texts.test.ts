import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import type { Role } from '../../platform/vocabulary/role.js';
import { testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

const key = 'idempotencyKey: "k"';
const id = randomUUID();
const team = 'schoolUrn: "900001"';
const records = (record: string): string =>
  `mutation Q($text: String!) { resolveChildren(records: [{ source: "s", sourceKey: "k", sex: UNKNOWN, identifiers: [], ${record} }]) { childId } }`;

/** Each place where a person writes a text, or gives a key, with its limit and its name. */
const places: readonly (readonly [named: string, longest: number, persona: Role, document: string])[] = [
  ['id', 100, 'senco', 'query Q($text: ID!) { child(id: $text) { id } }'],
  ['value', 100, 'senco', 'query Q($text: String!) { childByIdentifier(type: UPN, value: $text) { id } }'],
  ['family', 100, 'senco', 'query Q($text: String!) { searchChildren(family: $text) { id } }'],
  ['given', 100, 'senco', 'query Q($text: String!) { searchChildren(family: "Bell", given: $text) { id } }'],
  ['urn', 100, 'senco', 'query Q($text: ID!) { school(urn: $text) { name } }'],
  ['after', 100, 'social-worker', 'query Q($text: String!) { notices(after: $text) { id } }'],
  [
    'riskConsidered',
    4000,
    'social-worker',
    `mutation Q($text: String!) { markNoticeRead(id: "${id}", expectedVersion: 1, riskConsidered: $text, ${key}) { id } }`,
  ],
  ['after', 100, 'match-reviewer', 'query Q($text: String!) { matchReviews(after: $text) { id } }'],
  [
    'userId',
    255,
    'headteacher',
    `mutation Q($text: ID!) { setTeamMember(${team}, userId: $text, role: "r", ${key}) { role } }`,
  ],
  [
    'role',
    200,
    'headteacher',
    `mutation Q($text: String!) { setTeamMember(${team}, userId: "u", role: $text, ${key}) { role } }`,
  ],
  [
    'idempotencyKey',
    200,
    'headteacher',
    `mutation Q($text: ID!) { setTeamMember(${team}, userId: "u", role: "r", idempotencyKey: $text) { role } }`,
  ],
  ...['reason', 'childVoice', 'parentVoice'].map((name) => {
    const why = name === 'reason' ? '' : 'reason: "r", ';
    const document = `mutation Q($text: String!) { addToAgenda(${team}, childId: "${id}", ${why}${name}: $text, ${key}) { id } }`;
    return [name, 4000, 'senco', document] as const;
  }),
  ...(
    [
      ['outcome', 'recordOutcome', ''],
      ['outcome', 'closeAgendaItem', ''],
      ['reason', 'renewAgendaItem', ''],
      ['reason', 'decideAgendaItem', 'opens: true, '],
    ] as const
  ).map(([name, change, besides]) => {
    const document = `mutation Q($text: String!) { ${change}(id: "${id}", expectedVersion: 1, ${besides}${name}: $text, ${key}) { id } }`;
    return [name, 4000, 'designated-safeguarding-lead', document] as const;
  }),
  ...(
    [
      ['id', 'closeAgendaItem'],
      ['id', 'completeAction'],
    ] as const
  ).map(([name, change]) => {
    const document = `mutation Q($text: ID!) { ${change}(id: $text, expectedVersion: 1, ${key}) { id } }`;
    return [name, 100, 'senco', document] as const;
  }),
  ...(
    [
      ['what', 4000, 'String!'],
      ['owner', 200, 'String!'],
      ['childId', 100, 'ID!'],
      ['schoolUrn', 100, 'ID!'],
      ['ownerOrganisation', 100, 'ID!'],
      ['idempotencyKey', 200, 'ID!'],
    ] as const
  ).map(([name, longest, type]) => {
    const said = { what: 'Call', owner: 'Us', childId: id, schoolUrn: '900001', idempotencyKey: 'k' };
    const others = Object.entries(said).filter(([other]) => other !== name);
    const given = others.map(([other, value]) => `${other}: "${value}"`).join(', ');
    const document = `mutation Q($text: ${type}) { recordAction(${given}, ${name}: $text) { id } }`;
    return [name, longest, 'senco', document] as const;
  }),
  [
    'schoolUrn',
    100,
    'senco',
    'query Q($text: ID!) { meetingPack(schoolUrn: $text, meetingOn: "2026-11-20", members: ["u"]) { meetingOn } }',
  ],
  ['after', 100, 'senco', 'query Q($text: String!) { changes(since: "2026-11-20T00:00:00Z", after: $text) { id } }'],
  ...['reason', 'nextStep'].map((name) => {
    const input = `id: "${id}", expectedVersion: 1, ${key}, to: ON_HOLD, effectiveOn: "2026-11-01", ${name}: $text`;
    const document = `mutation Q($text: String!) { updateWaitingListEntry(input: { ${input} }) { __typename } }`;
    return [`input.${name}`, 500, 'camhs-clinician', document] as const;
  }),
  ...(
    [
      ['childId', 100],
      ['providerId', 10],
      ['priority', 10],
      ['referredBy', 200],
      ['childVoice', 4000],
      ['parentVoice', 4000],
      ['idempotencyKey', 200],
    ] as const
  ).map(([name, longest]) => {
    const said = { childId: id, providerId: 'XAC01', receivedOn: '2026-11-01', referredBy: 'Us', idempotencyKey: 'k' };
    const others = Object.entries(said).filter(([other]) => other !== name);
    const input = others.map(([other, value]) => `${other}: "${value}"`).join(', ');
    const type = ['childId', 'providerId', 'idempotencyKey'].includes(name) ? 'ID!' : 'String!';
    const document = `mutation Q($text: ${type}) { refer(input: { service: SALT, ${input}, ${name}: $text }) { __typename } }`;
    return [`input.${name}`, longest, 'senco', document] as const;
  }),
];

type Refusal = readonly { readonly message: string; readonly code: string }[];

async function refusal(persona: Role, document: string, text: string): Promise<Refusal> {
  const { body } = await hub.post({ persona }, document, { text });
  return (body.errors ?? []).map(({ message, extensions: { code } }) => ({ message, code }));
}

describe('a text through the graph', () => {
  it.each(places)(
    'is refused as %s beyond %d characters, in one sentence',
    async (named, longest, persona, document) => {
      const message = `${named} must be at most ${longest.toLocaleString('en-GB')} characters.`;
      expect(await refusal(persona, document, 'x'.repeat(longest + 1))).toEqual([{ message, code: 'INVALID_INPUT' }]);
      // As many characters, twice as many units: not too long. What else it is, is another matter.
      const wide = JSON.stringify(await refusal(persona, document, '\u{1F642}'.repeat(longest)));
      expect(wide).not.toContain('must be at most');
    },
  );

  it.each(places)('is refused as %s with characters that are not seen (%d)', async (named, _, persona, document) => {
    const message = `${named} must not have control characters, or ones that turn its direction.`;
    for (const hidden of ['\u0007', '\u202E'])
      expect(await refusal(persona, document, `Bell${hidden}`)).toEqual([{ message, code: 'INVALID_INPUT' }]);
  });

  it('is refused in a list, of the support there is while waiting', async () => {
    const document = `mutation Q($text: [String!]!) { updateWaitingListEntry(input: { id: "${id}", expectedVersion: 1,
      ${key}, to: ON_HOLD, effectiveOn: "2026-11-01", supportWhileWaiting: $text }) { __typename } }`;
    const said = async (text: readonly string[]) =>
      (await hub.post({ persona: 'camhs-clinician' }, document, { text })).body.errors?.[0]?.message;
    expect(await said(['x'.repeat(201)])).toBe('input.supportWhileWaiting must be at most 200 characters.');
    expect(await said(Array.from({ length: 21 }, () => 'x'))).toBe('input.supportWhileWaiting must be at most 20.');
  });

  it('is refused in a list, of who is to be at a meeting', async () => {
    const document = `query Q($text: [ID!]!) { meetingPack(schoolUrn: "900001", meetingOn: "2026-11-20", members: $text) { meetingOn } }`;
    const said = async (text: readonly string[]) =>
      (await hub.post({ persona: 'senco' }, document, { text })).body.errors?.[0]?.message;
    expect(await said(['x'.repeat(256)])).toBe('members must be at most 255 characters.');
    expect(await said(Array.from({ length: 51 }, (_, at) => `u${String(at)}`))).toBe('members must be at most 50.');
  });

  it('is refused straight to the subgraph, by the door systems come through', async () => {
    const minter = await hub.assembly.minter('ingest');
    const voucher = minter.vouchForSystem();
    const answer = await hub.assembly.transports['partnership']?.({
      document: parse(records('family: $text')),
      variables: { text: 'x'.repeat(101) },
      request: {},
      seal: (audience, digest) => minter.seal(voucher, audience, digest),
    });
    expect(answer?.errors).toMatchObject([{ message: 'records.family must be at most 100 characters.' }]);
  });
});

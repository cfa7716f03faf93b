import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { subjectAs } from '../support/meeting-table.js';

// What cannot be taken of a meeting, through the gateway: one typed answer each, and nothing half done.
const { school } = place;
const today = '2026-11-20';
const senco: As = { persona: 'senco' };
const safeguards: As = { persona: 'designated-safeguarding-lead' };
const adviser: As = { persona: 'virtual-school-adviser' };
/** Works at the hub, and has no seat. */
const stranger: As = { persona: 'educational-psychologist', purpose: 'TEAM_AROUND_SCHOOL' };
const ids = /"(id|requestId)":"[^"]+"/g;
const endless = 'a'.repeat(100_000);

let hub: TestHub;
let child: string;
let elsewhere: string;
let item: string;
let action: string;

beforeAll(async () => {
  hub = await testHub();
  child = await arrangeChild(hub.admin, [
    { basis: 'SCHOOL_ROLL', grantee: `org:${school}` },
    { basis: 'PLAN_DUTY', grantee: `org:${place.council}` },
  ]);
  elsewhere = await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: 'org:900002' }]);
  for (const as of [senco, stranger]) await hub.post(as, '{ me { name } }');
  item = await given(senco, 'add-to-agenda', { schoolUrn: school, childId: child, reason: 'Attendance' });
  action = await given(senco, 'record-action', { schoolUrn: school, childId: child, what: 'Call', owner: 'Us' });
});

afterAll(() => hub.close());

const text = (name: string): string => operations().find((operation) => operation.name === name)?.text ?? '';

interface Said {
  readonly answer: { readonly id?: string } | null;
  readonly errors: readonly { readonly code: string; readonly message: string }[];
  readonly whole: string;
}

async function asked(as: As, operation: string, variables: object): Promise<Said> {
  const { body, text: whole } = await hub.post(as, text(operation), { idempotencyKey: randomUUID(), ...variables });
  return {
    answer: Object.values(body.data ?? {})[0] ?? null,
    errors: (body.errors ?? []).map(({ message, extensions: { code } }) => ({ message, code })),
    whole,
  };
}

async function given(as: As, operation: string, variables: object): Promise<string> {
  const { answer, errors } = await asked(as, operation, variables);
  expect(errors).toEqual([]);
  return answer?.id ?? '';
}

/** All that is held of meetings, whom they open and what was said of it, to see that nothing was changed. */
async function held(): Promise<unknown> {
  const tables = [
    ...['agenda_item', 'agenda_item_change', 'agreed_action', 'agreed_action_change', 'team_member', 'outbox'].map(
      (name) => `partnership.${name}`,
    ),
    ...['access.relationship', 'access.membership'],
  ];
  const digest = (table: string) =>
    `(select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from ${table} t)`;
  return (await hub.admin.query<object>(`select ${tables.map((one) => `${digest(one)} as "${one}"`).join(', ')}`)).rows;
}

const put = (over: object): [As, string, object] => [
  senco,
  'add-to-agenda',
  { schoolUrn: school, childId: child, reason: 'Attendance', ...over },
];
const record = (over: object, as = senco): [As, string, object] => [
  as,
  'record-action',
  { schoolUrn: as === adviser ? null : school, childId: child, what: 'Call', owner: 'Us', ...over },
];
const change = (as: As, operation: string, over: object): [As, string, object] => [
  as,
  operation,
  { id: item, expectedVersion: 1, ...over },
];
const pack = (...members: readonly As[]): [As, string, object] => [
  senco,
  'meeting-pack',
  { schoolUrn: school, meetingOn: today, members: members.map(subjectAs) },
];

const tooLong = (named: string, longest: string): [string, string] => [
  'INVALID_INPUT',
  `${named} must be at most ${longest} characters.`,
];

describe('what cannot be taken of a meeting', () => {
  const cases: readonly (readonly [
    what: string,
    asking: () => [As, string, object],
    answer: readonly [string, string],
  ])[] = [
    [
      'a meeting on a closed day',
      () => put({ meetingOn: '2026-11-21' }),
      ['INVALID_INPUT', 'meetingOn must be a day on which the school is open.'],
    ],
    [
      'a meeting before today',
      () => put({ meetingOn: '2026-11-19' }),
      ['INVALID_INPUT', 'meetingOn must not be before today.'],
    ],
    [
      'an action due in the past',
      () => record({ dueOn: '2026-11-19' }),
      ['INVALID_INPUT', 'dueOn must not be before today.'],
    ],
    [
      'an action due in the past, on a plan',
      () => record({ dueOn: '2026-11-19' }, adviser),
      ['INVALID_INPUT', 'dueOn must not be before today.'],
    ],
    [
      'an owner of no organisation',
      () => record({ ownerOrganisation: 'XXXX' }),
      ['INVALID_INPUT', 'ownerOrganisation must be a body of the partnership.'],
    ],
    [
      'an owner of no organisation, on a plan',
      () => record({ ownerOrganisation: 'XXXX' }, adviser),
      ['INVALID_INPUT', 'ownerOrganisation must be a body of the partnership.'],
    ],
    ['an action for nobody', () => record({ childId: null }), ['INVALID_INPUT', 'childId must be given.']],
    ['a school that is none', () => record({ schoolUrn: '9' }), ['INVALID_INPUT', 'schoolUrn must be six digits.']],
    ...(['reason', 'childVoice', 'parentVoice'] as const).map(
      (name) => [`${name} without end`, () => put({ [name]: endless }), tooLong(name, '4,000')] as const,
    ),
    ['an action without end', () => record({ what: endless }), tooLong('what', '4,000')],
    ['an owner without end', () => record({ owner: endless }), tooLong('owner', '200')],
    ...(
      [
        [senco, 'record-outcome', 'outcome', {}],
        [senco, 'close-agenda-item', 'outcome', {}],
        [senco, 'renew-agenda-item', 'reason', {}],
        [safeguards, 'decide-agenda-item', 'reason', { opens: true }],
      ] as const
    ).map(
      ([as, operation, name, besides]) =>
        [
          `${operation} without end`,
          () => change(as, operation, { [name]: endless, ...besides }),
          tooLong(name, '4,000'),
        ] as const,
    ),
    [
      'a pack for a person who is no member',
      () => pack(senco, stranger),
      ['NOT_FOUND', 'A pack is for members of the team around the school: not everybody named is one today.'],
    ],
    [
      'a pack for a person nobody has heard of',
      () => pack({ ...stranger, claims: { sub: 'nobody-001' } }),
      ['NOT_FOUND', 'A pack is for members of the team around the school: not everybody named is one today.'],
    ],
  ];

  it.each(cases)('is answered once, and leaves nothing: %s', async (_, asking, [code, message]) => {
    const before = await held();
    const { answer, errors } = await asked(...asking());
    expect([answer, errors]).toEqual([null, [{ code, message }]]);
    expect(await held()).toEqual(before);
  });

  it('is a child of another school, by the same answer as one who does not exist', async () => {
    const before = await held();
    for (const [as, operation, variables] of [put({}), record({}), record({}, adviser)]) {
      const [real, absent] = [
        await asked(as, operation, { ...variables, childId: elsewhere }),
        await asked(as, operation, { ...variables, childId: randomUUID() }),
      ];
      expect(real.whole.replace(ids, '')).toBe(absent.whole.replace(ids, ''));
      expect(real.errors.map(({ code }) => code)).toEqual(['NOT_FOUND']);
    }
    expect(await held()).toEqual(before);
  });

  it('is a child of the school for whom another’s team agrees, by the same answer as no member', async () => {
    const before = await held();
    const { errors } = await asked(...record({ schoolUrn: '900002' }));
    expect(errors.map(({ code }) => code)).toEqual(['REFUSED']);
    expect(await held()).toEqual(before);
  });

  it('is a child of the member’s own who is on no roll of the school, and whom its team does not discuss', async () => {
    const worker: As = { persona: 'social-worker' };
    await hub.post(worker, '{ me { name } }');
    await given({ persona: 'headteacher' }, 'set-team-member', { schoolUrn: school, userId: 'sw-001', role: 'Worker' });
    await hub.admin.query(
      `insert into access.relationship values ($1, 'person:sw-001', 'CASELOAD', 'test', tstzrange('2026-01-01', null))`,
      [elsewhere],
    );
    const before = await held();
    const of = { schoolUrn: school, childId: elsewhere };
    const { errors } = await asked(worker, 'record-action', { ...of, what: 'Call', owner: 'Us' });
    expect(errors.map(({ code }) => code)).toEqual(['NOT_FOUND']);
    expect((await asked(worker, 'add-to-agenda', { ...of, reason: 'Moves' })).errors).toMatchObject([
      { code: 'REFUSED', message: 'This child cannot be put on this school’s agenda.' },
    ]);
    expect(await held()).toEqual(before);
    await hub.admin.query(`delete from access.relationship where child_id = $1 and basis = 'CASELOAD'`, [elsewhere]);
  });

  it('is written down of nobody to whom a pack is not told', async () => {
    const { rows } = await hub.admin.query(
      `select from partnership.audit_unit u where u.actor = $1 and exists (select from unnest(u.requests) r where r.kind = 'meeting-pack')`,
      [subjectAs(stranger)],
    );
    expect(rows).toEqual([]);
  });

  it('is nothing else: the same by right means is taken', async () => {
    const before = await held();
    const done = await asked(senco, 'complete-action', { id: action, expectedVersion: 1 });
    expect(done.errors).toEqual([]);
    expect(await held()).not.toEqual(before);
    expect((await asked(...pack(senco))).errors).toEqual([]);
  });
});

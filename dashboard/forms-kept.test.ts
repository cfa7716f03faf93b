import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pageIn } from './form-in.test-support.js';
import { StubGateway } from './stub-gateway.test-support.js';

const gateway = new StubGateway();
beforeAll(() => gateway.start());
afterAll(() => gateway.stop());
beforeEach(() => gateway.forget());

const [today, item] = ['2026-11-27', '0b8f0d3e-1111-4222-8333-944445555666'];
/** Words that a page has to write otherwise than they are, on more lines than one. */
const words = 'She said: “I like <b>art</b> & maths”.\nHer mother says the same.';
const line = 'The family’s "own" words & <i>more</i>';
const name = { given: 'Tamsin', family: 'Adeyemi', preferred: null, previousFamily: [] };
const child = { id: 'c1', name, dateOfBirth: '2014-05-19' };
const next = (status: string, needsReason = false) => ({ status, needsReason });
const wait = {
  ...{ id: 'e1', version: 4, service: 'SALT', status: 'ACCEPTED_WAITING', receivedOn: '2026-09-01', child },
  ...{ weeksWaiting: 12, nextStep: null, nextAppointmentOn: null, provider: null, clock: null, history: [] },
  allowedNext: [next('BOOKED'), next('ON_HOLD', true), next('REDIRECTED', true), next('DID_NOT_ATTEND')],
};
const visit = { appointmentOn: '2026-12-05', cancelledBy: null };
const booked = {
  ...{ ...wait, id: 'e2', status: 'BOOKED', nextAppointmentOn: '2026-12-05' },
  ...{
    allowedNext: [next('ACCEPTED_WAITING')],
    history: [{ id: '7', to: 'BOOKED', effectiveOn: today, counts: true, ...visit }],
  },
};
const record = (id: string) => ({
  ...{ id, source: 'gp-list', name, dateOfBirth: '2014-05-19', postcode: null, identifiers: [] },
  receivedAt: '2026-11-20T09:00:00Z',
});
const candidate = { score: 0.9, evidence: [], differences: [], child: { ...child, sourceRecords: [record('s1')] } };
const review = {
  ...{ id: 'r1', kind: 'PROBABLE', source: 'gp-list', state: 'OPEN', version: 3, raisedAt: '2026-11-20T09:00:00Z' },
  ...{ record: record('s9'), candidates: [candidate] },
};
const conflict = { id: 'k1', since: '2026-11-20T09:00:00Z', entry: wait, values: [] };
const notice = {
  ...{ id: 'n1', version: 2, kind: 'WAS_NOT_BROUGHT', fact: 'Was not brought.', raisedAt: '2026-11-20T09:00:00Z' },
  ...{ readAt: null, riskConsidered: null, child },
};
const standing = {
  ...{ id: item, reason: 'A long wait.', meetingOn: '2026-11-20', outcome: null, closedOn: null, child },
  ...{ waitsForDecision: true, until: '2026-12-18', version: 2 },
};
const member = { userId: 'u1', name: 'Sam Okoro', role: 'SENCO', organisation: null };
const school = (around: object) => ({
  data: { school: { urn: '900001', name: 'Alder Bank', teamAroundSchool: around } },
});

/** What the pages of the forms ask before they are shown. */
const answers: StubGateway['answers'] = {
  ChildHead: () => ({ data: { child } }),
  ChildRiskOfExclusion: () => ({ data: { child: { education: { riskOfExclusion: { version: 1 } } } } }),
  ChildWaits: () => ({ data: { child: { ...child, health: { waiting: [wait, booked] } } } }),
  MatchReview: () => ({ data: { matchReview: review } }),
  Notices: () => ({ data: { notices: [notice] } }),
  PackMembers: () => school({ members: [member] }),
  SchoolAgenda: () => school({ agenda: [standing], coming: [] }),
  Separations: () => ({ data: { separations: [] } }),
  SourceRecords: () => ({
    data: { child: { ...child, recordsVersion: 5, sourceRecords: [record('s1'), record('s2')] } },
  }),
  WaitingList: () => ({ data: { waitingList: { totalCount: 1, pageInfo: {}, edges: [{ node: wait }] } } }),
  WaitingListConflicts: () => ({ data: { waitingListConflicts: [conflict] } }),
};

interface Form {
  /** The route, as the pages name it, and an address of it. */
  readonly route: string;
  readonly address: string;
  /** What is sent where nothing is missing. */
  readonly whole: Readonly<Record<string, string>>;
  /** What has to be there; the name of the control that is led to, where it is another. */
  readonly required: readonly (readonly [field: string, ledTo?: string] | string)[];
  /** The operation that a whole form asks for; null where it asks the provider of sign-ins. */
  readonly asks: string | null;
  readonly role?: string;
  /** What is not in the form that comes back, because it is read anew: the version of what is shown now. */
  readonly anew?: readonly string[];
}

const key = { idempotencyKey: 'once' };
const forms: readonly Form[] = [
  {
    ...{ route: '/schools/:urn/agenda/new', address: '/schools/900001/agenda/new', asks: 'AddToAgenda' },
    whole: {
      ...{ ...key, childId: 'c1', childName: 'Tamsin Adeyemi', reason: words, childVoice: words, parentVoice: line },
      meetingOn: '2026-12-01',
    },
    required: ['reason'],
  },
  {
    ...{ route: '/schools/:urn/agenda/:item/decide', address: `/schools/900001/agenda/${item}/decide` },
    ...{ role: 'designated-safeguarding-lead', asks: 'DecideAgendaItem' },
    whole: { ...key, version: '2', childName: 'Tamsin Adeyemi', opens: 'no', reason: line },
    required: ['opens', 'reason'],
  },
  {
    ...{ route: '/schools/:urn/agenda/:item/close', address: `/schools/900001/agenda/${item}/close` },
    ...{ asks: 'CloseAgendaItem', whole: { ...key, version: '2', childName: 'Tamsin Adeyemi', outcome: line } },
    required: [],
  },
  {
    ...{ route: '/schools/:urn/agenda/:item{[0-9a-f-]{36}}/outcome' },
    ...{ address: `/schools/900001/agenda/${item}/outcome`, asks: 'RecordOutcome' },
    ...{ whole: { ...key, act: 'outcome', version: '2', outcome: words }, required: ['outcome'] },
  },
  {
    ...{ route: '/schools/:urn/agenda/:item{[0-9a-f-]{36}}/keep', address: `/schools/900001/agenda/${item}/keep` },
    ...{ asks: 'RenewAgendaItem', whole: { ...key, act: 'keep', version: '2', reason: line }, required: [] },
  },
  {
    ...{ route: '/schools/:urn/actions/new', address: '/schools/900001/actions/new?child=c1', asks: 'RecordAction' },
    whole: { ...key, childName: 'Tamsin Adeyemi', what: words, owner: line, dueOn: '2026-12-01' },
    required: ['what', 'owner'],
  },
  {
    ...{ route: '/children/:id/actions/new', address: '/children/c1/actions/new', asks: 'RecordAction' },
    whole: { ...key, childName: 'Tamsin Adeyemi', what: words, owner: line, dueOn: '2026-12-01' },
    required: ['what', 'owner'],
  },
  {
    ...{ route: '/children/:id/reviews/new', address: '/children/c1/reviews/new', asks: 'RecordRiskReview' },
    whole: {
      ...{ ...key, childName: 'Tamsin Adeyemi', version: '1', tried: words, pupilWords: words },
      reviewedOn: '2026-11-20',
    },
    required: ['tried', 'reviewedOn'],
  },
  {
    ...{ route: '/schools/:urn/pack', address: '/schools/900001/pack', asks: 'MeetingPack' },
    ...{ whole: { meetingOn: today, 'present-0': 'u1' }, required: ['meetingOn', ['present-0']] },
  },
  {
    ...{ route: '/suspensions/provision', address: '/suspensions/provision', asks: 'RecordProvision' },
    whole: {
      ...{ ...key, childId: 'c1', childName: 'Tamsin Adeyemi', startedOn: '2026-11-10', back: '/suspensions' },
      ...{ provider: line, inPlaceOn: '2026-11-20' },
    },
    required: ['provider', 'inPlaceOn'],
  },
  {
    ...{ route: '/waiting-lists/:child/:entry/update', address: '/waiting-lists/c1/e1/update' },
    asks: 'UpdateWaitingListEntry',
    whole: {
      ...{
        ...key,
        expectedVersion: '4',
        from: 'ACCEPTED_WAITING',
        to: 'REDIRECTED',
        effectiveOn: today,
        reason: words,
        nextStep: line,
      },
      ...{ nextAppointmentOn: '', wasNotBrought: 'yes', redirectTo: 'CAMHS', redirectProviderId: 'XSL02' },
    },
    required: ['to', 'effectiveOn', 'reason', 'redirectTo', 'redirectProviderId'],
  },
  {
    ...{ route: '/waiting-lists/:child/:entry/update', address: '/waiting-lists/c1/e2/update' },
    asks: 'UpdateWaitingListEntry',
    whole: {
      ...{ ...key, expectedVersion: '4', from: 'BOOKED', booking: '7', to: 'MOVED', effectiveOn: today, reason: words },
      ...{ nextAppointmentOn: '2026-12-14', cancelledBy: 'PROVIDER', nextStep: line, firstAppointment: 'yes' },
    },
    required: ['nextAppointmentOn', 'cancelledBy'],
  },
  {
    ...{ route: '/waiting-lists/several', address: '/waiting-lists/several', asks: 'UpdateWaitingListEntries' },
    whole: {
      ...{ ...key, 'entry-e1': '4 c1 Tamsin Adeyemi, Speech and language', 'entry-e2': `4 - ${line}`, to: 'ON_HOLD' },
      ...{ effectiveOn: today, reason: words, withReason: 'ON_HOLD' },
    },
    required: ['to', 'effectiveOn', 'reason'],
  },
  {
    ...{ route: '/waiting-lists/several', address: '/waiting-lists/several', asks: 'UpdateWaitingListEntries' },
    whole: {
      ...{ ...key, 'entry-e1': '4 c1 Tamsin Adeyemi, Speech and language', to: 'TRIAGE', effectiveOn: today },
      ...{ reason: words, withReason: '' },
    },
    required: ['entry-e1'],
  },
  {
    ...{ route: '/waiting-lists/conflicts/:id', address: '/waiting-lists/conflicts/k1', asks: 'SettleConflict' },
    ...{ whole: { version: '4', take: 'HUB' }, required: ['take'] },
  },
  {
    ...{ route: '/children', address: '/children', asks: 'SearchChildren' },
    ...{ whole: { family: line, given: line, dateOfBirth: '2014-05-19' }, required: ['family'] },
  },
  {
    ...{ route: '/new-case', address: '/new-case', asks: 'ClaimRelationship', role: 'match-reviewer' },
    whole: { ...key, identifierType: 'ULN', identifier: line, dateOfBirth: '2014-05-19', reason: words },
    required: ['identifierType', 'identifier', 'dateOfBirth', 'reason'],
  },
  {
    ...{ route: '/separations/:id', address: '/separations/c1', asks: 'SeparateChildren', role: 'match-reviewer' },
    whole: { ...key, expectedVersion: '5', 'record-s2': 'yes', reason: words },
    required: [['record-s2', 'record-s1'], 'reason'],
  },
  {
    ...{ route: '/matches/:id', address: '/matches/r1', asks: 'ConfirmMatch', role: 'match-reviewer' },
    ...{ whole: { ...key, expectedVersion: '3', whose: 'c1', reason: words }, required: ['whose', 'reason'] },
  },
  {
    ...{ route: '/notices/:id', address: '/notices/n1', asks: 'MarkNoticeRead' },
    ...{ whole: { ...key, version: '2', riskConsidered: words }, required: [] },
  },
  { route: '/role', address: '/role', asks: null, whole: { role: 'headteacher' }, required: ['role'] },
];

/** Forms in which nobody writes or chooses anything that can be missing. */
const withoutWords = [
  ...['/purpose', '/sign-out'],
  // The same as the forms of their pages, asked for as a file.
  ...['/children.csv', '/schools/:urn/pack.csv'],
  ...['/schools/:urn/actions/:action/done', '/children/:id/actions/:action/done'],
];

/** What of a form is to be in the page that comes back. */
const kept = ({ whole }: Form, without?: string) =>
  Object.fromEntries(Object.entries(whole).filter(([field]) => field !== without));

/** Whoever sends a form, and the page they are answered with. */
async function sender({ address, role = 'senco' }: Form) {
  const organisation = { id: '900001', name: 'Alder Bank', kind: 'school' };
  const me = { name: 'Somebody', role, purposes: ['TEAM_AROUND_SCHOOL'], organisation };
  gateway.answers = { ...answers, SignedIn: () => ({ data: { me } }) };
  const browser = gateway.signedIn({}, { provenAt: Date.now(), roles: ['senco', 'headteacher'] });
  const token = await browser.token();
  return async (form: Readonly<Record<string, string>>) => {
    gateway.asked = [];
    const answer = await browser.post(address, { token, ...form });
    return { status: answer.status, page: pageIn(await answer.text()) };
  };
}

const cases = forms.flatMap((form) =>
  form.required.map((one): [string, string, string, Form] => {
    const [field, ledTo = field] = typeof one === 'string' ? [one] : one;
    return [form.address, field, ledTo, form];
  }),
);

describe('a form that lacks something', () => {
  it.each(cases)('%s without %s keeps all else, and leads to %s', async (_, field, ledTo, form) => {
    const send = await sender(form);
    // A box that is not ticked, and a choice that was not made, is not sent; a field that is empty is.
    const { [field]: __, ...others } = form.whole;
    const left = /^(entry|present|record)-|^(role|take|to|whose)$/.test(field) ? others : { ...others, [field]: '' };
    const { status, page } = await send(left);
    expect([status, page.title]).toEqual([400, expect.stringMatching(/^Error: /)]);
    expect(page.faults()).toEqual([ledTo]);
    expect(page.form(form.address)).toMatchObject(kept(form, field));
    expect(gateway.asked.filter(({ name }) => name === form.asks)).toEqual([]);
  });

  it('is any of those that the pages have', () => {
    const routes = gateway.app().app.routes.filter(({ method }) => method === 'POST');
    const known = [...forms.map(({ route }) => route), ...withoutWords];
    expect([...new Set(routes.map(({ path }) => path))].toSorted()).toEqual([...new Set(known)].toSorted());
  });
});

describe('a form that the hub does not take', () => {
  const sent = forms.filter(
    ({ asks, whole }) => asks !== null && Object.values(whole).some((one) => one.includes(' ')),
  );

  it.each(sent.map((form) => [form.address, form] as const))('%s keeps every word', async (_, form) => {
    const send = await sender(form);
    const said = 'It is longer than the hub takes.';
    const asks = form.asks ?? '';
    gateway.answers[asks] = () => ({
      ...{ data: null, errors: [{ message: said, path: ['any'], extensions: { code: 'INVALID_INPUT' } }] },
    });
    const { page } = await send(form.whole);
    expect(gateway.asked.filter(({ name }) => name === asks)).toHaveLength(1);
    expect([page.title, page.faults().every((one) => one !== undefined)]).toEqual([
      expect.stringMatching(/^Error: /),
      true,
    ]);
    expect(page.faults()).toHaveLength(1);
    const again = page.form(form.address);
    const { idempotencyKey, ...others } = form.whole;
    expect(again).toMatchObject(others);
    // What was answered is another question from now on: under the same key it would be answered as it was.
    if (idempotencyKey !== undefined) expect(again['idempotencyKey']).not.toBe(idempotencyKey);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { linesBefore } from '../csv/csv-file.js';
import { pageIn } from '../form-in.test-support.js';
import { StubGateway } from '../stub-gateway.test-support.js';

const gateway = new StubGateway();
beforeAll(() => gateway.start());
afterAll(() => gateway.stop());
beforeEach(() => gateway.forget());

const child = { id: 'c1', name: { given: 'Tamsin', family: 'Adeyemi', preferred: null }, dateOfBirth: null };
const action = { id: 'a1', what: '=Ring the family', owner: 'SENCO', dueOn: '2026-12-01' };
const sheet = { child, reasons: [], voices: [], openActions: [action], withheld: [] };
const shut = { ...sheet, child: null, openActions: [], withheld: [{ domain: 'PARTNERSHIP', fromMember: 'Sam Okoro' }] };
const member = { userId: 'u1', name: 'Sam Okoro', role: 'SENCO', organisation: null };
const form = { meetingOn: '2026-11-27', 'present-0': 'u1' };

function packed(items: readonly object[]): void {
  const school = { urn: '900001', name: 'Alder Bank' };
  gateway.answers['PackMembers'] = () => ({ data: { school: { ...school, teamAroundSchool: { members: [member] } } } });
  gateway.answers['MeetingPack'] = () => ({ data: { meetingPack: { school, meetingOn: form.meetingOn, items } } });
}

describe('what is still to be done of a pack, as a file', () => {
  it('is sent for by a form of the same meeting, and asks for the pack anew as a file', async () => {
    packed([sheet, shut]);
    const browser = gateway.signedIn();
    const token = await browser.token();
    const page = pageIn(await (await browser.post('/schools/900001/pack', { token, ...form })).text());
    const again = page.form('/schools/900001/pack.csv');
    expect(again).toMatchObject(form);
    gateway.asked = [];
    const answer = await browser.post('/schools/900001/pack.csv', again);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="meeting-pack.csv"');
    expect(parse(await answer.text(), { bom: true }).slice(linesBefore)).toEqual([
      ['Child', 'What', 'Who', 'By when', 'Not in this pack'],
      ['Tamsin Adeyemi', "'=Ring the family", 'SENCO', '1 Dec 2026', 'Nothing was left out'],
      [
        'A child whom not everybody there may know',
        ...[
          'None that everybody there may see',
          'None that everybody there may see',
          'None that everybody there may see',
        ],
        'who the child is, the words and the actions, for Sam Okoro',
      ],
    ]);
    expect(gateway.asked.map(({ name, headers }) => [name, headers['hub-export']])).toEqual([
      ['PackMembers', 'file'],
      ['MeetingPack', 'file'],
    ]);
    expect(gateway.asked.at(-1)?.variables).toMatchObject({ meetingOn: '2026-11-27', members: ['u1'] });
  });

  it('is of no pack that cannot be made, and is asked for by our own page alone', async () => {
    packed([]);
    const browser = gateway.signedIn();
    const token = await browser.token();
    expect((await browser.post('/schools/900001/pack.csv', { token, meetingOn: '2026-11-27' })).status).toBe(400);
    expect((await browser.post('/schools/900001/pack.csv', form)).status).toBe(403);
    expect((await browser.get('/schools/900001/pack.csv')).status).toBe(404);
    const me = {
      name: 'Somebody',
      role: 'social-worker',
      purposes: [],
      organisation: { id: 'a', name: 'A', kind: 'x' },
    };
    gateway.answers['SignedIn'] = () => ({ data: { me } });
    const other = gateway.signedIn();
    expect((await other.post('/schools/900001/pack.csv', { token: await other.token(), ...form })).status).toBe(403);
  });
});

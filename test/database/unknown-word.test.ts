import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeChild, place } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;

const question = `query Look($id: ID!) { child(id: $id) {
  name { family } education { enrolments { status } } health { waiting { status } } } }`;

beforeAll(async () => {
  hub = await testHub();
});
afterAll(() => hub.close());

const look = async (id: string) => (await hub.post({ persona: 'senco' }, question, { id })).body;
const ofOne = { basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` };

describe('a word in the store that this version of the hub does not know', () => {
  it('takes its own read from the answer and no other, and is not told', async () => {
    const id = await arrangeChild(hub.admin, [ofOne]);
    const whole = await look(id);
    expect(whole.errors).toBeUndefined();
    await hub.admin.query(`update education.enrolment set status = 'FROM_TOMORROW' where child_id = $1`, [id]);
    const { data, errors } = await look(id);
    const before = whole.data?.['child'] as Record<string, unknown>;
    expect(data?.['child']).toEqual({ ...before, education: null });
    expect(errors).toMatchObject([{ path: ['child', 'education'], extensions: { code: 'DEFECT' } }]);
    expect(JSON.stringify(errors)).not.toMatch(/FROM_TOMORROW|enrolment"|status"/);
  });
});

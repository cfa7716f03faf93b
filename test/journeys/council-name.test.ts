import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
const council = { id: '990', name: 'Aldermere', kind: 'council' };

beforeAll(async () => {
  hub = await testHub({ area: true });
});
afterAll(() => hub.close());

describe('the council', () => {
  it('has the name that the register of schools gives it, for those who work there', async () => {
    const { body } = await hub.post({ persona: 'virtual-school-head' }, '{ me { organisation { id name kind } } }');
    expect(body).toEqual({ data: { me: { organisation: council } } });
  });

  it('has it wherever a child’s team names it', async () => {
    const { body } = await hub.post(
      { persona: 'senco' },
      'query Team($id: ID!) { child(id: $id) { team { organisation { id name kind } } } }',
      { id: hub.story('all-five').id },
    );
    const { team } = body.data?.['child'] as { team: { organisation: { id: string } | null }[] };
    const named = team
      .map(({ organisation }) => organisation)
      .filter((organisation) => organisation?.id === council.id);
    expect(named).toEqual([council, council]);
  });
});

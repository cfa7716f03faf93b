import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { StubGateway } from '../stub-gateway.test-support.js';

const gateway = new StubGateway();
beforeAll(() => gateway.start());
afterAll(() => gateway.stop());
beforeEach(() => gateway.forget());

describe('a page of what could not be asked', () => {
  it.each([
    ['/children/c1', 'ChildHead', 'child'],
    ['/matches/m1', 'MatchReview', 'matchReview'],
    ['/schools/900001', 'SchoolTeam', 'school'],
    ['/separations/c1', 'SourceRecords', 'child'],
    ['/waiting-lists/c1/w1/update', 'ChildWaits', 'child'],
  ])('%s is never one of what is not there, whatever the fault was', async (path, operation, field) => {
    const statusOf = async (code: string): Promise<number> => {
      const errors = [{ message: 'No.', path: [field], extensions: { code } }];
      gateway.answers[operation] = () => ({ data: { [field]: null }, errors });
      return (await gateway.get(path)).status;
    };
    for (const code of ['SUBGRAPH_UNAVAILABLE', 'DEFECT', 'A_CODE_OF_TOMORROW']) expect(await statusOf(code)).toBe(503);
    expect(await statusOf('NOT_FOUND')).toBe(404);
  });
});

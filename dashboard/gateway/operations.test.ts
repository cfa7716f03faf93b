import { describe, expect, it } from '@jest/globals';
import { isCurrent } from './write-operations.js';

describe('the types of what pages ask', () => {
  it('are those that the operations and the supergraph give', async () => {
    // Where this fails: npm run dashboard:operations writes them anew.
    expect(await isCurrent()).toBe(true);
  });
});

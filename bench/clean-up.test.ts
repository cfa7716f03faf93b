import { describe, expect, it } from '@jest/globals';
import { CleanUp } from './clean-up.js';

describe('cleaning up', () => {
  it('ends everything once, the last first', async () => {
    const ended: string[] = [];
    const cleanUp = new CleanUp();
    cleanUp.push(() => ended.push('first'));
    cleanUp.push(() => Promise.resolve().then(() => ended.push('second')));
    await Promise.all([cleanUp.run(), cleanUp.run()]);
    expect(ended).toEqual(['second', 'first']);
  });

  it('goes on after an end that failed', async () => {
    const ended: string[] = [];
    const cleanUp = new CleanUp();
    cleanUp.push(() => ended.push('first'));
    cleanUp.push(() => Promise.reject(new Error('gone already')));
    await cleanUp.run();
    expect(ended).toEqual(['first']);
  });

  it('ends at once what is made while it cleans up', async () => {
    const ended: string[] = [];
    const cleanUp = new CleanUp();
    await cleanUp.run();
    cleanUp.push(() => ended.push('late'));
    expect(ended).toEqual(['late']);
  });
});

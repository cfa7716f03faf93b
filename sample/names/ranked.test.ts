import { describe, expect, it } from '@jest/globals';
import { Random } from '../random.js';
import { Ranked } from './ranked.js';

describe('names drawn by rank', () => {
  it('come as often as their weights say, counted one by one', () => {
    const names = ['first', 'second', 'third', 'second', 'fourth'];
    const ranked = new Ranked(names, 1);
    expect(ranked.names).toEqual(['first', 'second', 'third', 'fourth']);
    const weights = [2, 3, 4, 5].map((place) => place ** -0.9);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const random = new Random('ranked');
    const drawn = Array.from({ length: 20_000 }, () => ranked.draw(random));
    for (const [index, name] of ranked.names.entries()) {
      const share = drawn.filter((one) => one === name).length / drawn.length;
      expect(Math.abs(share - (weights[index] ?? 0) / total)).toBeLessThan(0.015);
    }
  });
});

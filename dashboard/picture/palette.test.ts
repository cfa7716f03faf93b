import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { productRoot } from '../../platform/config/product-root.js';

const css = readFileSync(path.join(productRoot, 'dashboard/layout/asset/app.css'), 'utf8');

/** What the style sheet gives a class, such as `fill`. */
function given(name: string, property: 'fill' | 'stroke'): string {
  const rule = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].find(
    ([, selectors = '', body = '']) =>
      selectors.split(',').some((one) => one.trim().split(/\s+/).at(-1) === `.${name}`) &&
      new RegExp(`(^|\\s)${property}:`).test(body),
  );
  const colour = new RegExp(`(?:^|\\s)${property}: (#[0-9a-f]+)`).exec(rule?.[2] ?? '')?.[1];
  if (colour === undefined) throw new Error(`.${name} has no ${property}.`);
  return colour;
}

/** Contrast as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [one, other].map(luminance).toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const full = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(full.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const white = '#ffffff';

// WCAG 2.2, 1.4.11 and 1.4.3: what axe cannot judge, since it does not look at drawn shapes and drawn text.
describe('the colours of pictures', () => {
  it.each<[string, 'fill' | 'stroke']>([
    ['attended', 'fill'],
    ['authorised', 'stroke'],
    ['unauthorised', 'stroke'],
    ['dots', 'fill'],
    ['waiting', 'fill'],
    ['waiting', 'stroke'],
    ['past', 'stroke'],
    ['counter', 'fill'],
    ['not-received', 'stroke'],
    ['bar', 'stroke'],
    ['due', 'stroke'],
    ['move', 'stroke'],
    ['today', 'stroke'],
    ['ours', 'stroke'],
    ['national', 'stroke'],
    ['last-year', 'stroke'],
    ['bar-old', 'fill'],
    ['bar-new', 'fill'],
    ['cross', 'stroke'],
  ])('are told from white: .%s by its %s', (name, property) => {
    expect(contrast(given(name, property), white)).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ['on-dark', 'care-dark'],
    ['on-dark', 'care-middle'],
    ['on-dark', 'sen-dark'],
  ])('can be read: .%s on .%s', (text, ground) => {
    expect(contrast(given(text, 'fill'), given(ground, 'fill'))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['care-pale', 'sen-pale', 'closed'])('can be read: black on .%s', (ground) => {
    expect(contrast('#0b0c0c', given(ground, 'fill'))).toBeGreaterThanOrEqual(4.5);
  });

  it('can be read: quiet text on white', () => {
    expect(contrast(given('quiet', 'fill'), white)).toBeGreaterThanOrEqual(4.5);
  });

  it('differ from what stands on them: dots on their ground', () => {
    expect(contrast(given('dot', 'fill'), given('dots', 'fill'))).toBeGreaterThanOrEqual(3);
  });
});

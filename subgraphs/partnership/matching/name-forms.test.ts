import { describe, expect, it } from '@jest/globals';
import { knownName } from './known-name.js';
import { formsOf, sameByForm } from './name-forms.js';
import { shortForms } from './short-forms.js';
import { spellings } from './spellings.js';

const linesOf = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

const spelt = linesOf(spellings);
const short = linesOf(shortForms);
const names = [...new Set([...spelt, ...short].flat())];

const forms = new Map(names.map((name) => [name, formsOf(knownName(name))]));
const formsFor = (name: string): readonly string[] => forms.get(name) ?? formsOf(knownName(name));
const same = (one: string, other: string): boolean => sameByForm(formsFor(one), formsFor(other));

/** Every spelling of a name, itself among them: slow and obvious. */
const spellingsOf = (name: string): readonly string[] => spelt.find((line) => line.includes(name)) ?? [name];

/** The pairs that the two lists say are one, written out. */
const oneName = new Set(
  [
    ...names.flatMap((name) => spellingsOf(name).map((other) => [name, other])),
    ...short.flatMap(([name = '', ...rest]) =>
      rest.flatMap((form) => spellingsOf(name).flatMap((one) => spellingsOf(form).map((other) => [one, other]))),
    ),
  ].flatMap(([one = '', other = '']) => [`${one} ${other}`, `${other} ${one}`]),
);

describe('the list of spellings', () => {
  it('has no name on two lines, nor twice on one', () => {
    expect(spelt.flat().filter((name, at, all) => all.indexOf(name) !== at)).toEqual([]);
  });

  it('has no line of one name alone', () => {
    expect(spelt.filter((line) => line.length < 2)).toEqual([]);
  });

  it('is in the order of the alphabet, and in the form in which names are compared', () => {
    const first = spelt.map(([name = '']) => name);
    expect(first).toEqual([...first].sort());
    expect(spelt.flat().filter((name) => knownName(name).whole !== name)).toEqual([]);
  });

  it('makes all spellings of a name one, both ways and each with each', () => {
    const apart = spelt.flatMap((line) =>
      line.flatMap((one) => line.filter((other) => !same(one, other)).map((other) => `${one} ${other}`)),
    );
    expect(apart).toEqual([]);
  });
});

describe('the list of short forms', () => {
  it('has a line a name, and no form twice on it', () => {
    const first = short.map(([name = '']) => name);
    expect(first).toEqual([...new Set(first)].sort());
    expect(short.filter((line) => line.length < 2 || new Set(line).size < line.length)).toEqual([]);
    expect(short.flat().filter((name) => knownName(name).whole !== name)).toEqual([]);
  });

  it('makes each form and its name one, both ways', () => {
    const apart = short.flatMap(([name = '', ...rest]) =>
      rest.filter((form) => !same(name, form) || !same(form, name)),
    );
    expect(apart).toEqual([]);
  });

  it('has the first spelling of each name first', () => {
    expect(short.flatMap(([name = '']) => (spellingsOf(name)[0] === name ? [] : [name]))).toEqual([]);
  });
});

describe('two names', () => {
  it('are one where the lists say so, however each is spelt, and nowhere else', () => {
    const wrong = names.flatMap((one) =>
      names
        .filter((other) => one <= other && same(one, other) !== oneName.has(`${one} ${other}`))
        .map((other) => `${one} ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  it('are one whichever comes first', () => {
    expect(names.flatMap((one) => names.filter((other) => same(one, other) !== same(other, one)))).toEqual([]);
  });

  it.each([
    ['Mohammed', 'Muhammad'],
    ['Zoë', 'Zoey'],
    ['Katie', 'Catherine'],
    ['Katie', 'Katherine'],
    ['Charlie', 'Charlotte'],
    ['Charlie', 'Charles'],
    ['Theo', 'Theodore'],
    ['Tilly', 'Matilda'],
    ['Jo-Anne', 'Joanne'],
    ['Katie Hope', 'Catherine Hope'],
  ])('%s and %s are one child’s', (one, other) => {
    expect(same(one, other)).toBe(true);
  });

  it.each([
    ['Alfie', 'Freddie'],
    ['Fred', 'Freddie'],
    ['Lily', 'Elizabeth'],
    ['Lily', 'Lillian'],
    ['Molly', 'Mary'],
    ['Daisy', 'Margaret'],
    ['Poppy', 'Penelope'],
    ['Amelia', 'Emily'],
    ['Ella', 'Eleanor'],
    ['Eva', 'Evelyn'],
    ['Evie', 'Eve'],
    ['Lucy', 'Louise'],
    ['Leo', 'Leonard'],
    ['Lucas', 'Luke'],
    ['Max', 'Maxwell'],
    ['Louie', 'Lewis'],
    ['Anna', 'Hannah'],
    ['Kate', 'Katie'],
    ['Charlotte', 'Charles'],
    ['Samuel', 'Samantha'],
    ['Alexander', 'Alexandra'],
    ['Daniel', 'Danielle'],
    ['John', 'Jonathan'],
    ['Edward', 'Theodore'],
    ['Isaac', 'Zachary'],
    ['Zoë', 'Chloë'],
  ])('%s and %s may be two of one family', (one, other) => {
    expect(same(one, other)).toBe(false);
    expect(same(other, one)).toBe(false);
  });

  it('that are nothing are not one', () => {
    expect(formsOf(knownName(null))).toEqual([]);
    expect(sameByForm([], [])).toBe(false);
    expect(sameByForm([], formsFor('Zoë'))).toBe(false);
  });
});

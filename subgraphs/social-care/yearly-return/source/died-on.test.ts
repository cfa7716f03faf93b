import { describe, expect, it } from '@jest/globals';
import { isoDate } from '../../../../platform/ingest/plain-date.js';
import { csvOf, trialOf } from '../../../../platform/ingest/trial.test-support.js';
import { cinCensus } from './cin-census/cin-census.js';
import { diedOn } from './died-on.js';
import { episodeColumns, headerColumns } from './ssda903/columns.js';
import { ssda903 } from './ssda903/ssda903.js';

const census = (identifiers: string, details = ''): string => `<?xml version="1.0" encoding="utf-8"?>
<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><LEA>990</LEA></Source></Header><Children>
<Child><ChildIdentifiers><LAchildID>SC1</LAchildID>${identifiers}<PersonBirthDate>2013-05-06</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>${details}</Child></Children></Message>`;

async function saidOf(trial: ReturnType<typeof trialOf<unknown, { readonly diedOn: string | null }>>) {
  const { taken } = await trial;
  return {
    deaths: taken.flatMap(({ facts }) => facts.flatMap(({ diedOn }) => diedOn ?? [])),
    leftOut: taken.flatMap(({ leftOut }) => leftOut.map(({ rule, line }) => [rule, line])),
  };
}

const ofCensus = (identifiers: string, details?: string) =>
  saidOf(trialOf(cinCensus as never, census(identifiers, details)));
const ofEpisodes = (...episodes: readonly Readonly<Record<string, string>>[]) =>
  saidOf(
    trialOf(
      ssda903({ council: '990', year: 2026 }) as never,
      csvOf(headerColumns, {}),
      csvOf(episodeColumns, ...episodes),
    ),
  );

describe('a death in the CIN census', () => {
  it('is read from PersonDeathDate', async () => {
    expect(await ofCensus('<PersonDeathDate>2026-01-15</PersonDeathDate>')).toEqual({
      deaths: ['2026-01-15'],
      leftOut: [],
    });
    expect(await ofCensus('')).toEqual({ deaths: [], leftOut: [] });
  });

  it('changes nothing of the plans and episodes beside it', async () => {
    const details =
      '<CINdetails><CINreferralDate>2025-09-01</CINreferralDate><ReferralNFA>false</ReferralNFA><ChildProtectionPlans><CPPstartDate>2025-10-01</CPPstartDate></ChildProtectionPlans></CINdetails>';
    const facts = async (identifiers: string) =>
      (await trialOf(cinCensus, census(identifiers, details))).taken.flatMap((one) => one.facts);
    const died = await facts('<PersonDeathDate>2026-01-15</PersonDeathDate>');
    const alive = await facts('');
    expect(died.map((said) => ({ ...said, diedOn: null }))).toEqual(alive);
    expect(alive.flatMap(({ spells }) => spells)).toHaveLength(2);
  });

  it.each([
    ['date-not-iso', '15/01/2026'],
    ['date-not-iso', '2026-02-30'],
    ['cin-8535Q', '2013-05-05'],
  ])('is left out by %s, and the child is taken', async (rule, date) => {
    expect(await ofCensus(`<PersonDeathDate>${date}</PersonDeathDate>`)).toMatchObject({
      deaths: [],
      leftOut: [[rule, expect.any(Number)]],
    });
  });
});

describe('a death in SSDA903', () => {
  it('is the day on which an episode ceased by E2', async () => {
    expect(await ofEpisodes({ DECOM: '03/03/2025', DEC: '15/01/2026', REC: 'E2' })).toEqual({
      deaths: ['2026-01-15'],
      leftOut: [],
    });
    expect(await ofEpisodes({ DECOM: '03/03/2025', DEC: '15/01/2026', REC: 'E4A' })).toEqual({
      deaths: [],
      leftOut: [],
    });
  });

  it('is read where the days of care cannot be', async () => {
    expect(await ofEpisodes({ DECOM: '15/01/2026', DEC: '15/01/2026', REC: 'E2' })).toEqual({
      deaths: ['2026-01-15'],
      leftOut: [['903-355', 2]],
    });
  });

  it('is no death of the year where the episode ceased after it', async () => {
    expect(await ofEpisodes({ DECOM: '03/03/2025', DEC: '01/04/2026', REC: 'E2' })).toEqual({
      deaths: [],
      leftOut: [['903-385', 2]],
    });
  });

  it('is left out where it cannot be, under one rule, at the episode’s line', async () => {
    expect(await ofEpisodes({}, { DECOM: '01/01/2014', DEC: '01/02/2015', REC: 'E2' })).toEqual({
      deaths: [],
      leftOut: [['death-before-birth', 3]],
    });
    expect(await ofEpisodes({ DEC: '31/02/2026', REC: 'E2' })).toEqual({ deaths: [], leftOut: [['903-147', 2]] });
    expect(await ofEpisodes({ DEC: '', REC: 'E2' })).toEqual({ deaths: [], leftOut: [['903-148', 2]] });
  });
});

describe('a day of death', () => {
  const written = {
    form: isoDate,
    bornOn: '2013-05-06',
    beforeBirthRule: 'x',
    name: 'The date',
    lastDay: '2026-11-20',
  };
  const readOf = (text: string) => {
    const left: string[] = [];
    const on = diedOn({ ...written, text }, (rule) => left.push(rule));
    return [on === null ? [] : [on], left];
  };

  it('may be the day of birth and may be today, and not a day to come', () => {
    expect(readOf('2013-05-06')).toEqual([['2013-05-06'], []]);
    expect(readOf('2026-11-20')).toEqual([['2026-11-20'], []]);
    expect(readOf('2026-11-21')).toEqual([[], ['death-in-future']]);
  });
});

import type { Agency } from './person.js';

type ByAgency = Readonly<Record<Agency, number>>;

/** The same share in every agency. */
const alike = (share: number): ByAgency => ({ education: share, health: share, 'social-care': share });

/** Who the children are: shares of families, births or children, 0 to 1. */
export const population = {
  /** Births that are of twins in England and Wales, a little over one in seventy. */
  twinBirth: 0.015,
  /** Mothers by how many children they come to have: 1, 2, 3 or 4. Completed family sizes of women born in 1975. */
  familySize: [
    [1, 0.21],
    [2, 0.45],
    [3, 0.22],
    [4, 0.12],
  ],
  /** Families of one parent, a little under a quarter. */
  loneParent: 0.23,
  /** Mothers whose own surname is not the family's. */
  parentOfAnotherName: 0.3,
  /** Twins whose parents chose the same initial, or names that sound alike. */
  twinsOfOneInitial: 0.3,
  /** Mothers whose later child has another father, and his name. */
  halfSibling: 0.06,
  /** Children whose family name was changed, after a parting, a marriage or by deed. */
  renamed: 0.025,
  /** British families that give both parents' names. */
  doubleBarrelled: 0.045,
  /** Children with a second given name. */
  secondName: 0.65,
  /** Boys of Muslim families from South Asia named after the Prophet first, and called by the second name. */
  muhammadFirst: 0.2,
  /** Families that moved within the years that a record may be old: about a tenth of households move each year. */
  movedFamily: 0.14,
  /** Of those aged 19 and over, who live apart from their parents. */
  grownAndApart: 0.4,
  /** Children in care: 67 of 10,000 under 18 in England. */
  lookedAfter: 0.0067,
  /** Children who share name, sex and birthday with a stranger in the area, beyond what chance alone gives. */
  namesake: 0.0005,
  /** Expected children whom social care has met before their birth. */
  unbornKnown: 0.03,
  /** Of those aged 5 and over: newly arrived, or at school outside the maintained sector, with no UPN yet. */
  withoutUpn: 0.02,
  /** Three and four year olds who go to a maintained nursery, which gives a UPN. */
  upnUnderFive: 0.35,
  /** Families on which social care has ever opened a file; with the next rate, a quarter of children. */
  familyKnown: 0.29,
  /** Parents who gave an e-mail address to anyone. */
  hasEmail: 0.75,
} as const;

/** Who holds whom, 0 to 1. */
export const holding = {
  /** Education holds pupils, some at three, and from 19 only those with a plan in college. */
  education: { threeYearOld: 0.4, pupil: 0.92, from19: 0.06 },
  health: 0.7,
  /** Of the children of a family that social care knows. */
  socialCareOfFamily: 0.86,
  /** Children whom an agency has twice, not having found the first record. */
  twice: 0.005,
} as const;

/** How far each agency's clerks slip beside the rates of `slips`: school sees a birth certificate, social care a telephone. */
export const carelessness: ByAgency = { education: 0.6, health: 0.8, 'social-care': 1.6 };

/** A second record was not matched to the first: it is written in haste. */
export const secondRecordCarelessness = 5;

/** Slips of one record by a clerk of middling care, each drawn apart, 0 to 1. */
export const slips = {
  /** A letter wrong, lost, added or out of turn, in each of the two names: 1 to 2 % in hand-keyed registers. */
  mistypedName: 0.013,
  /** Of names with a twin in sound (Clark, Clarke). */
  soundAlike: 0.03,
  /** Given name and family name in each other's box. */
  swapped: 0.002,
  initialOnly: 0.001,
  /** Of names of two parts: only one is kept. */
  halfOfDouble: 0.08,
  dayMonthSwapped: 0.003,
  dateDigit: 0.004,
  dayBeside: 0.0015,
  /** The date that stands for "not known" on forms. */
  firstOfJanuary: 0.0005,
  dateMissing: 0.0012,
  sexMissing: 0.004,
  sexWrong: 0.002,
  postcodeMissing: 0.02,
  postcodeMistyped: 0.007,
  addressMissing: 0.03,
  mistypedStreet: 0.01,
  mistypedEmail: 0.01,
  mistypedIdentifier: 0.003,
  /** The number of a brother or sister, taken from the line beside. */
  siblingsIdentifier: 0.0008,
} as const;

/** What each agency's system and habits do, 0 to 1. */
export const habits = {
  /** Schools must keep the legal name; clinics and social workers write what a child answers to. */
  calledName: { education: 0.015, health: 0.03, 'social-care': 0.07 },
  calledBySecondName: alike(0.01),
  /** Of boys named Muhammad first. */
  calledBySecondOfMuhammad: { education: 0.12, health: 0.2, 'social-care': 0.35 },
  secondNameAdded: { education: 0.02, health: 0.04, 'social-care': 0.015 },
  /** Of names that more than one spelling is current for: a clerk's own spelling. */
  transliterated: { education: 0.04, health: 0.08, 'social-care': 0.15 },
  accentsLost: { education: 0.4, health: 0.8, 'social-care': 0.6 },
  hyphenLost: { education: 0.08, health: 0.3, 'social-care': 0.25 },
  apostropheLost: { education: 0.12, health: 0.4, 'social-care': 0.25 },
  formerFamilyKept: { education: 0.12, health: 0.35, 'social-care': 0.25 },
  formerFamilyNoted: { education: 0.5, health: 0.15, 'social-care': 0.35 },
  /** Of children who moved: nobody told the agency. */
  formerHomeKept: { education: 0.15, health: 0.4, 'social-care': 0.25 },
  /** Of looked-after children: the placement is the address. */
  placementKnown: { education: 0.7, health: 0.5, 'social-care': 0.92 },
  capitals: { education: 0.02, health: 0.25, 'social-care': 0.01 },
  flatLast: { education: 0.2, health: 0.5, 'social-care': 0.3 },
  shortStreet: { education: 0.1, health: 0.5, 'social-care': 0.3 },
  unspacedPostcode: { education: 0.03, health: 0.05, 'social-care': 0.1 },
  /** Telephone numbers written with a space after the area code. */
  spacedPhone: alike(0.5),
  phoneHeld: { education: 0.85, health: 0.75, 'social-care': 0.6 },
  emailHeld: { education: 0.75, health: 0.4, 'social-care': 0.35 },
  /** The other parent's telephone and e-mail. */
  otherParent: { education: 0.15, health: 0.25, 'social-care': 0.25 },
  /** Education must have the UPN; social care copies it for its returns; health has no use for it. */
  upnHeld: { education: 0.99, health: 0, 'social-care': 0.62 },
  /** Health runs on the NHS number; social care traces it; education may not hold it. */
  nhsNumberHeld: { education: 0, health: 0.97, 'social-care': 0.55 },
} as const satisfies Readonly<Record<string, ByAgency>>;

/** Children under one whose social-care file still reads as it did before the birth. */
export const staleUnborn = 0.03;

import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { Temporal } from 'temporal-polyfill';

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * No question of the hub's is about a day before 1900, and the database's calendar has no year 0000. The last century of
 * four digits stays out too, so that adding months to any day that was taken still gives one that can be written.
 */
const [FIRST, LAST] = ['1900-01-01', '9899-12-31'] as const;

function plainDate(value: unknown): string {
  if (typeof value !== 'string' || !SHAPE.test(value)) throw new GraphQLError('A Date is written YYYY-MM-DD.');
  if (!isDay(value)) throw new GraphQLError('A Date must be a day of the calendar.');
  if (value < FIRST || value > LAST) throw new GraphQLError(`A Date must be between ${FIRST} and ${LAST}.`);
  return value;
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/**
 * A plain date `YYYY-MM-DD`: no time, no zone; a string inside the hub too. What comes in is validated: a day of the
 * calendar, of a year that the hub can reckon with. What goes out comes from date columns and is sent as it is. Its errors never repeat the value, which may be a child's.
 */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day of the calendar, written YYYY-MM-DD: no time of day, no time zone.',
  serialize(value) {
    if (typeof value !== 'string') throw new GraphQLError('A Date is sent as a string.');
    return value;
  },
  parseValue: plainDate,
  parseLiteral: (node) => plainDate(node.kind === Kind.STRING ? node.value : undefined),
});

import {
  defaultFieldResolver,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';
import { Defect, InvalidInput } from '../errors/hub-error.js';
import { faultOfText } from '../vocabulary/text-rule.js';
import { limitSaid, type TextLimit } from './text-limit.js';

/** Throws InvalidInput where a value is longer than its type says; the message names the argument alone. */
type Check = (value: unknown) => void;

type Taken = GraphQLArgument | GraphQLInputField;

const texts: ReadonlySet<string> = new Set(['String', 'ID']);

const written = (count: number): string => count.toLocaleString('en-GB');

function checkText(name: string, { longest }: TextLimit, value: unknown): void {
  const fault = faultOfText(String(value), longest);
  if (fault === 'too-long') throw new InvalidInput(`${name} must be at most ${written(longest)} characters.`);
  if (fault) throw new InvalidInput(`${name} must not have control characters, or ones that turn its direction.`);
}

function each(name: string, check: Check, most: number | null): Check {
  return (value) => {
    if (!Array.isArray(value)) return;
    if (most !== null && value.length > most) throw new InvalidInput(`${name} must be at most ${written(most)}.`);
    for (const item of value) if (item !== null && item !== undefined) check(item);
  };
}

function checkOf(name: string, taken: Taken, above: readonly string[]): Check | null {
  const type: GraphQLInputType = getNullableType(taken.type);
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    if (above.includes(named.name)) throw new Defect(`The input type ${named.name} contains itself: it has no bound.`);
    const fields = Object.values(named.getFields()).flatMap((field) => {
      const check = checkOf(`${name}.${field.name}`, field, [...above, named.name]);
      return check ? [[field.name, check] as const] : [];
    });
    if (fields.length === 0) return null;
    const check: Check = (value) => {
      const given = value as Readonly<Record<string, unknown>>;
      for (const [field, of] of fields) if (given[field] !== null && given[field] !== undefined) of(given[field]);
    };
    return isListType(type) ? each(name, check, null) : check;
  }
  if (!texts.has(named.name)) return null;
  const limit = limitSaid(taken.description);
  if (!limit || (limit.most === null) === isListType(type))
    throw new Defect(`${name} takes a text without a limit: describe it by upTo, a list by manyUpTo.`);
  const check: Check = (value) => {
    checkText(name, limit, value);
  };
  return isListType(type) ? each(name, check, limit.most) : check;
}

/**
 * Holds every argument and input field of type String or ID to the limit its own description ends with, and to the rule
 * of characters that files are held to. A schema in which one says none is not built: a text without a bound cannot be
 * published. Throws Defect then; a value beyond its limit is InvalidInput, before anything is resolved.
 */
export function boundTexts(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      // Federation's own: representations come from the gateway, as what another subgraph answered.
      if (field.name.startsWith('_')) continue;
      const checks = field.args.flatMap((arg) => {
        const check = checkOf(arg.name, arg, []);
        return check ? [[arg.name, check] as const] : [];
      });
      if (checks.length === 0) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args: Readonly<Record<string, unknown>>, context, info) => {
        for (const [name, check] of checks) if (args[name] !== null && args[name] !== undefined) check(args[name]);
        return resolve(source, args, context, info);
      };
    }
  }
  return schema;
}

import type { Change } from './changed-answers.js';
import type { GatewayBody } from './hub.js';

type Value = unknown;
type Fields = Record<string, Value>;
type Path = (string | number)[];

const isObject = (value: Value): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object of an answer is made anew by what is given, the inner ones first. */
function made(value: Value, by: (object: Fields) => Fields): Value {
  if (Array.isArray(value)) return value.map((each) => made(each, by));
  if (!isObject(value)) return value;
  return by(Object.fromEntries(Object.entries(value).map(([name, each]) => [name, made(each, by)])));
}

const ofData =
  (by: (object: Fields) => Fields): Change =>
  (body) => ({ ...body, data: made(body.data, by) as GatewayBody['data'] });

/** Nothing is recorded: every list is empty. */
const emptied = (object: Fields): Fields => {
  const entries = Object.entries(object).map(([name, value]): [string, Value] => [
    name,
    Array.isArray(value) ? [] : value,
  ]);
  return { ...Object.fromEntries(entries), ...('totalCount' in object ? { totalCount: 0 } : {}) };
};

/** Each domain holds nothing about the child, and says so. */
const domains = ['education', 'health', 'socialCare', 'virtualSchool'];
const unheld = (object: Fields): Fields =>
  Object.fromEntries(
    Object.entries(object).map(([name, value]): [string, Value] => [name, domains.includes(name) ? null : value]),
  );

/** Too few children for any figure. */
const suppressed = (object: Fields): Fields => {
  if (typeof object['suppressed'] !== 'boolean') return object;
  const hidden = Object.entries(object).map(([name, value]): [string, Value] => [
    name,
    typeof value === 'number' ? null : value,
  ]);
  return { ...Object.fromEntries(hidden), suppressed: true };
};

/** Every source is late. */
const late = (object: Fields): Fields => {
  if (typeof object['stale'] !== 'boolean') return object;
  return { ...object, stale: true, ...('lastReceived' in object ? { lastReceived: '2026-11-01T06:10:00.000Z' } : {}) };
};

/** Whose children are not told: a list without names. A child who was asked for by name stays. */
const unnamed: Change = (body) => {
  const nameless = (object: Fields): Fields => (isObject(object['child']) ? { ...object, child: null } : object);
  const inside = Object.entries(body.data ?? {}).map(([name, value]): [string, Value] => [name, made(value, nameless)]);
  return { ...body, data: body.data ? Object.fromEntries(inside) : body.data };
};

/** What is told whole or not at all, though it has an id. */
const neverInPart = ['matchReview'];

/** The parts of an answer that can be missing by themselves: those of a child or a school, and each list or figure. */
function partsOf(data: Fields, path: Path = []): Path[] {
  return Object.entries(data).flatMap(([name, value]) => {
    const at = [...path, name];
    if (!isObject(value)) return Array.isArray(value) ? [at] : [];
    const whole = 'id' in value || 'urn' in value || name === 'teamAroundSchool';
    return whole && !neverInPart.includes(name) ? partsOf(value, at) : name === 'name' ? [] : [at];
  });
}

/** No part is for this role. */
const refused: Change = ({ data, errors = [] }) => {
  if (!data) return { data, errors };
  const parts = partsOf(data);
  const copy = structuredClone(data);
  for (const part of parts) {
    const holder = part.slice(0, -1).reduce<Fields>((at, name) => at[name] as Fields, copy);
    holder[String(part.at(-1))] = null;
  }
  const refusals = parts.map((path) => ({
    message: 'This is for others.',
    path,
    extensions: { code: 'REFUSED', requestId: 'r' },
  }));
  return { data: copy, errors: [...errors, ...refusals] };
};

/** States that the area itself is not in, each as what becomes of an answer. */
export const answerStates = {
  none: ofData(emptied),
  'nothing held': ofData(unheld),
  unnamed,
  refused,
  suppressed: ofData(suppressed),
  late: ofData(late),
} as const satisfies Readonly<Record<string, Change>>;

import fc, { type GeneratorValue } from 'fast-check';
import {
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isRequiredArgument,
} from 'graphql';

export interface Questions {
  readonly schema: GraphQLSchema;
  /** What is asked at the top, with its arguments, and the type it answers. */
  readonly roots: Readonly<Record<string, string>>;
  /** Names aliases are taken from. */
  readonly names: readonly string[];
  readonly depth: number;
  /** Whether a field, as `Type.field`, may be asked for; any may, unless given. */
  readonly takes?: (coordinate: string) => boolean;
}

/** One random question, and the same with every field under its own name. Variables: `$yes` is true. */
export interface RandomQuestion {
  readonly aliased: string;
  readonly plain: string;
}

const open = (type: GraphQLCompositeType): GraphQLField<unknown, unknown>[] =>
  'getFields' in type ? Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument)) : [];

/** Writes a valid question twice at once: whatever is chosen is chosen for both. */
class Writer {
  private readonly fragments: RandomQuestion[] = [];

  constructor(
    private readonly pick: GeneratorValue,
    private readonly questions: Questions,
  ) {}

  question(): RandomQuestion {
    const { schema, roots, depth } = this.questions;
    const asked = this.pick(fc.subarray, Object.keys(roots), { minLength: 1, maxLength: 2 });
    const aliases = this.aliases(asked.map((root) => root.split('(')[0] ?? ''));
    const parts = asked.map((root) => {
      const type = schema.getType(roots[root] ?? '');
      if (!isCompositeType(type)) throw new Error(`no type for ${root}`);
      return this.field(root, aliases, joined(this.place(type, depth)), '');
    });
    const all = [...parts, ...this.fragments];
    const used = all.some(({ plain }) => plain.includes('$yes'));
    const whole = (how: keyof RandomQuestion): string =>
      `query ${used ? '($yes: Boolean!) ' : ''}{ ${parts.map((part) => part[how]).join(' ')} }\n` +
      this.fragments.map((part) => part[how]).join('\n');
    return { aliased: whole('aliased'), plain: whole('plain') };
  }

  /** No two fields of one place under one name, and no alias that is the name of a field beside it. */
  private aliases(fields: readonly string[]): ReadonlyMap<string, string> {
    const own = fields.filter(() => this.pick(fc.nat, 2) === 0);
    const free = this.pick(fc.shuffledSubarray, [...this.questions.names], {
      minLength: this.questions.names.length,
    }).filter((name) => !own.includes(name));
    return new Map(fields.map((field) => [field, own.includes(field) ? field : (free.pop() ?? field)]));
  }

  /** The parts of a selection set: of an interface or union, with what is asked of each of its types. */
  private place(type: GraphQLCompositeType, depth: number): RandomQuestion[] {
    const { schema } = this.questions;
    const types = [type, ...(isAbstractType(type) ? schema.getPossibleTypes(type) : [])];
    const chosen = types.map((each) => [each, this.chosen(each, depth)] as const);
    const aliases = this.aliases([...new Set(chosen.flatMap(([, fields]) => fields))]);
    const sets = chosen
      .map(([each, fields]) => {
        const named = (field: string) => getNamedType(open(each).find(({ name }) => name === field)?.type);
        const written = fields.map((field) => {
          const inner = named(field);
          return this.split(field, aliases, isCompositeType(inner) ? this.place(inner, depth - 1) : null);
        });
        return each === type
          ? written.map((part) => this.framed(each, part, false))
          : this.framed(each, joined(written), true);
      })
      .flat();
    return sets;
  }

  /** A field as one, or as two of one name that share what is asked of it. */
  private split(field: string, aliases: ReadonlyMap<string, string>, parts: RandomQuestion[] | null): RandomQuestion {
    const [first, ...rest] = parts ?? [];
    if (this.pick(fc.nat, 3) > 0) return this.field(field, aliases, parts && joined(parts));
    const halves = first ? [joined([first]), joined(rest.length > 0 ? rest : [first])] : [null, null];
    return joined(halves.map((half) => this.field(field, aliases, half)));
  }

  private chosen(type: GraphQLCompositeType, depth: number): string[] {
    const { takes } = this.questions;
    const fields = open(type)
      .filter(({ name }) => takes?.(`${type.name}.${name}`) ?? true)
      .filter((field) => depth > 1 || !isCompositeType(getNamedType(field.type)));
    return this.pick(fc.subarray, [...fields.map(({ name }) => name), '__typename'], { minLength: 1 }).slice(0, 5);
  }

  private field(
    field: string,
    aliases: ReadonlyMap<string, string>,
    inner: RandomQuestion | null,
    directive = ['', '', '', ' @include(if: $yes)', ' @skip(if: $yes)'][this.pick(fc.nat, 4)] ?? '',
  ): RandomQuestion {
    const alias = aliases.get(field.split('(')[0] ?? '');
    const write = (how: keyof RandomQuestion): string => `${field}${directive}${inner ? ` { ${inner[how]} }` : ''}`;
    return { aliased: `${alias === field ? '' : `${alias ?? ''}: `}${write('aliased')}`, plain: write('plain') };
  }

  /** As it is, in an inline fragment, or in a fragment of its own. */
  private framed(type: GraphQLCompositeType, set: RandomQuestion, needed: boolean): RandomQuestion {
    const form = this.pick(fc.nat, 2);
    if (form === 0 && !needed) return set;
    if (form < 2) return around(`... on ${type.name}`, set);
    const name = `F${String(this.fragments.length)}`;
    this.fragments.push(around(`fragment ${name} on ${type.name}`, set));
    return { aliased: `...${name}`, plain: `...${name}` };
  }
}

const joined = (parts: readonly RandomQuestion[]): RandomQuestion => ({
  aliased: parts.map(({ aliased }) => aliased).join(' '),
  plain: parts.map(({ plain }) => plain).join(' '),
});

const around = (head: string, set: RandomQuestion): RandomQuestion => ({
  aliased: `${head} { ${set.aliased} }`,
  plain: `${head} { ${set.plain} }`,
});

/** Random valid questions over a schema, each written with aliases and without. */
export const randomQuestions = (questions: Questions): fc.Arbitrary<RandomQuestion> =>
  fc.gen().map((pick) => new Writer(pick, questions).question());

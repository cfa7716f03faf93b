import { Defect } from '../platform/errors/hub-error.js';

const word = 'ctx.keys(';

/** The ids that a child's rows stand under, read from the links alone: as `ctx.keys` answers whoever may see them all. */
const linked = (ids: string): string => `(select asked.id as asked, held.id as held
    from unnest(${ids}::uuid[]) asked(id)
    cross join lateral (select coalesce(
      (select a.canonical from access.child_alias a where a.held = asked.id), asked.id) as id) root
    cross join lateral (select root.id union all
      select a.held from access.child_alias a where a.canonical = root.id) held(id))`;

/** Where the bracket ends that was opened just before `from`. */
function closing(text: string, from: number): number {
  let open = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '(') open += 1;
    if (text[at] === ')') open -= 1;
    if (open === 0) return at;
  }
  throw new Defect('A read opens a bracket that it does not close.');
}

/** A read as it would be if nobody's access were looked at: without the words that answer only what was opened. */
export function withPlainKeys(text: string): string {
  const at = text.indexOf(word);
  if (at < 0) return text;
  const from = at + word.length;
  const to = closing(text, from);
  return text.slice(0, at) + linked(text.slice(from, to)) + withPlainKeys(text.slice(to + 1));
}

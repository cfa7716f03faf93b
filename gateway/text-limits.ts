import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import { InvalidInput } from '../platform/errors/hub-error.js';
import type { Limits } from './limits.js';
import { tooLarge } from './too-large.js';

const opening: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Refuses a text that is too long, or whose brackets stand too deep in one another, before it is parsed: the parser,
 * and much that comes after it, calls itself once for each. Also `__proto__` wherever it is a name, which is no
 * ordinary name to the language the answer is put together in. What is no GraphQL is left to the parser to say.
 */
export function checkText(text: string, limits: Limits): void {
  if (text.length > limits.characters) throw tooLarge(limits.characters, 'characters');
  const lexer = new Lexer(new Source(text));
  let depth = 0;
  try {
    for (let read = 0; read <= limits.tokens; read += 1) {
      const { kind, value } = lexer.advance();
      if (kind === TokenKind.EOF) return;
      if (kind === TokenKind.NAME && value === '__proto__') throw new InvalidInput('Nothing can be called __proto__.');
      if (opening.has(kind)) depth += 1;
      else if (closing.has(kind)) depth -= 1;
      if (depth > limits.brackets) throw tooLarge(limits.brackets, 'brackets within one another');
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
}

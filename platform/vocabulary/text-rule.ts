/**
 * Characters that change how a text looks, or what a program makes of it, without being seen: control characters but for
 * white space, those that turn the direction of what follows, and halves of a character. A text with one is not stored
 * with it, nor without it: the sender saw another text than the hub would show, and nobody can tell which was meant.
 */
const hidden = /(?!\s)\p{Cc}|\p{Cs}|[\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]/u;

/** What is wrong with a text, whatever it means. */
export type TextFault = 'too-long' | 'hidden-characters';

/** `longest` is in characters (code points), so that a name is as long in one script as in another. */
export function faultOfText(text: string, longest: number): TextFault | null {
  // A character is one unit or two: most texts are decided without counting.
  if (text.length > longest && (text.length > 2 * longest || Array.from(text).length > longest)) return 'too-long';
  return hidden.test(text) ? 'hidden-characters' : null;
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';

/**
 * The files that paths and patterns (`src/**\/*.graphql`) name from the present folder, each once and as a whole path; a
 * pattern's in the order of their names, and never those of installed packages. What names none stays, to be told.
 */
export function filesNamed(given: readonly string[]): string[] {
  return [...new Set(given.flatMap(filesOf))];
}

const packages = `${path.sep}node_modules${path.sep}`;

function filesOf(text: string): string[] {
  // A file may be called as a pattern is written.
  if (existsSync(text)) return [path.resolve(text)];
  const found = globSync(text, { absolute: true, expandDirectories: false }).map((file) => path.resolve(file));
  const own = found.filter((file) => text.includes('node_modules') || !file.includes(packages));
  return own.length > 0 ? own.sort() : [path.resolve(text)];
}

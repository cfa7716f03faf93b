/** SQL with its words put in: `{{prefix}}` is the database's name, which the server's roles carry, `{{owner}}` the schema's owner. */
export function withWords(sql: string, words: Readonly<Record<string, string>>): string {
  return sql.replace(/\{\{(\w+)\}\}/g, (_all, word: string) => {
    const value = words[word];
    if (value === undefined) throw new TypeError(`no such word in SQL of ours: ${word}`);
    return value;
  });
}

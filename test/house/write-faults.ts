import ts from 'typescript';
import type { ProductFile } from './product-files.js';

/** Whoever holds one of these can write without a permit. */
const connections = /^(EntityManager|DataSource|QueryRunner)$/;
const changing = /\b(insert\s+into|delete\s+from|merge\s+into|truncate|update\s+[\w."]+\s+(as\s+)?(\w+\s+)?set)\b/i;

const isLiteral = (node: ts.Node): node is ts.StringLiteralLike | ts.TemplateExpression =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

/** A text as it stands; a value in it is a word. */
const textOf = (node: ts.StringLiteralLike | ts.TemplateExpression): string =>
  ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('x')
    : node.text;

/** The text that adds rows to a table, as `Columns` makes it. */
const isInsertion = (node: ts.Node): boolean => ts.isPropertyAccessExpression(node) && node.name.text === 'insertion';

function all(node: ts.Node): ts.Node[] {
  const found = [node];
  ts.forEachChild(node, (child) => {
    found.push(...all(child));
  });
  return found;
}

const takesWriting = ({ parameters }: ts.SignatureDeclaration): boolean =>
  parameters.some(({ type }) => type?.getText() === 'Writing');

/** Whether it stands in a function, or a class, that is handed a Writing. */
function isHandedWriting(node: ts.Node): boolean {
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isFunctionLike(at) && takesWriting(at)) return true;
    if (ts.isClassLike(at) && at.members.some((one) => ts.isConstructorDeclaration(one) && takesWriting(one)))
      return true;
  }
  return false;
}

/** The constant of the file that a text is, or is a part of. */
function constantOf(node: ts.Node): ts.VariableDeclaration | null {
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent)
    if (ts.isVariableDeclaration(at) && ts.isSourceFile(at.parent.parent.parent)) return at;
  return null;
}

/** Whether wherever it is used in the file a Writing is at hand. What leaves the file is used elsewhere. */
function isWritten(node: ts.Node, file: ts.SourceFile, on: readonly ts.Node[] = []): boolean {
  if (isHandedWriting(node)) return true;
  const constant = constantOf(node);
  if (!constant || on.includes(constant)) return false;
  const statement = constant.parent.parent as ts.VariableStatement;
  if (statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return false;
  const name = constant.name.getText();
  const uses = all(file).filter((one) => ts.isIdentifier(one) && one.text === name && one !== constant.name);
  return uses.every((use) => isWritten(use, file, [...on, constant]));
}

/**
 * Ways in which a file of a subgraph could write without a permit, a sentence each: a connection that it names, and a
 * statement that changes something, or calls one of `functions` that do, where no Writing is handed in.
 */
export function writeFaults({ path, text }: ProductFile, functions: readonly string[] = []): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const nodes = all(file);
  const calls = new RegExp(
    `\\b(${['access.open', ...functions].map((name) => name.replace('.', '\\.')).join('|')})\\(`,
  );
  const named = nodes.filter((node) => ts.isIdentifier(node) && connections.test(node.text));
  const loose = nodes
    .filter((node) => (isLiteral(node) ? changing.test(textOf(node)) || calls.test(textOf(node)) : isInsertion(node)))
    .filter((node) => !isWritten(node, file));
  const line = (node: ts.Node): string => String(file.getLineAndCharacterOfPosition(node.getStart()).line + 1);
  return [
    ...named.map((node) => `${path}:${line(node)} names ${node.getText()}.`),
    ...loose.map((node) => `${path}:${line(node)} changes something without a Writing.`),
  ];
}

import { stripTypeScriptTypes } from 'node:module';
import { parse, type ImportDeclaration, type Program } from 'acorn';
import { BoxFailure } from './fail.ts';

/**
 * A student's file → plain script of the same lines: types blanked out, `import … from '@tensorflow/tfjs'` turned into
 * `require`. Plain JavaScript is tried first, so a valid file never meets the TypeScript parser.
 */
export function prepareSource(source: string): string {
  const plain = tryParse(source);
  if ('program' in plain) return importsToRequire(source, plain.program);
  const stripped = strip(source, plain.failure);
  const again = tryParse(stripped);
  if ('failure' in again) throw again.failure;
  return importsToRequire(stripped, again.program);
}

function tryParse(source: string): { program: Program } | { failure: BoxFailure } {
  try {
    const options = {
      allowAwaitOutsideFunction: true,
      allowImportExportEverywhere: true,
      allowHashBang: true,
    } as const;
    return { program: parse(source, { ecmaVersion: 'latest', sourceType: 'script', ...options }) };
  } catch (error) {
    const { message, loc } = error as Error & { loc?: { line: number } };
    return { failure: new BoxFailure('syntax', message.replace(/ \(\d+:\d+\)$/, ''), loc?.line ?? null) };
  }
}

/** Blanks types, keeping every position. Where this fails too, the JavaScript error stands unless the file is TypeScript. */
function strip(source: string, plainFailure: BoxFailure): string {
  try {
    return stripTypeScriptTypes(source);
  } catch (error) {
    const { message, stack, code } = error as NodeJS.ErrnoException;
    // Node writes ":<line>" and the code frame before the stack.
    const line = Number(/^[^\n]*?:(\d+)\n/.exec(stack ?? '')?.[1]) || null;
    if (code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX')
      throw new BoxFailure('unsupportedSyntax', message, line);
    const typed = line !== null && plainFailure.line !== null && line > plainFailure.line;
    throw typed ? new BoxFailure('syntax', message, line) : plainFailure;
  }
}

function importsToRequire(source: string, program: Program): string {
  let result = source;
  for (const node of program.body.toReversed()) {
    if (node.type.startsWith('Export')) {
      const line = source.slice(0, node.start).split('\n').length;
      throw new BoxFailure(
        'syntax',
        "'export' has no meaning here: the script leaves its model in `model`",
        line,
      );
    }
    if (node.type !== 'ImportDeclaration') continue;
    const lines = source.slice(node.start, node.end).split('\n').length - 1;
    result = result.slice(0, node.start) + asRequire(node) + '\n'.repeat(lines) + result.slice(node.end);
  }
  return result.replace(/^#!.*/, '');
}

function asRequire(node: ImportDeclaration): string {
  const required = `require(${JSON.stringify(node.source.value)})`;
  const whole = node.specifiers
    .filter((each) => each.type !== 'ImportSpecifier')
    .map((each) => each.local.name);
  const parts = node.specifiers.flatMap((each) => {
    if (each.type !== 'ImportSpecifier') return [];
    const imported =
      each.imported.type === 'Identifier' ? each.imported.name : JSON.stringify(each.imported.value);
    return [`${imported}: ${each.local.name}`];
  });
  const statements = whole.map((name) => `const ${name} = ${required};`);
  if (parts.length > 0) statements.push(`const { ${parts.join(', ')} } = ${required};`);
  return statements.join(' ') || `${required};`;
}

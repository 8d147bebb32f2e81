const lines = (count, line) => Array.from({ length: count }, (_, no) => line(no)).join('');

/** For each rule of Biome that matters here: a file that breaks it. */
export const plantedStyle = {
  format: { 'format.ts': 'export const a=1\n' },
  organizeImports: {
    'imports.ts': "import { b } from './b.js';\nimport { a } from './a.js';\n\nexport const c = [a, b];\n",
  },
  noConsole: { 'console.ts': "console.log('text');\n" },
  noDefaultExport: { 'default-export.ts': 'const a = 1;\nexport default a;\n' },
  noExcessiveCognitiveComplexity: {
    'complexity.ts': `export function f(n: number): void {\n${lines(11, (no) => `  if (n > ${no}) n = ${no};\n`)}}\n`,
  },
  noExcessiveLinesPerFile: { 'long-file.ts': lines(251, (no) => `export const a${no} = ${no};\n`) },
  noExcessiveLinesPerFunction: {
    'long-function.ts': `export function f(): void {\n${lines(51, (no) => `  void ${no};\n`)}}\n`,
  },
  noExplicitAny: { 'any.ts': 'export const a: any = 1;\n' },
  noFloatingPromises: { 'floating.ts': 'async function f(): Promise<void> {}\nf();\n' },
  noFocusedTests: { 'focused.test.ts': "import { it } from 'vitest';\n\nit.only('a', () => undefined);\n" },
  noMisusedPromises: {
    'misused.ts': 'async function f(): Promise<number> {\n  return 1;\n}\nexport const a = f() ? 1 : 2;\n',
  },
  noNonNullAssertion: { 'non-null.ts': 'export const f = (a?: string): string => a!;\n' },
  noProcessEnv: { 'environment.ts': 'export const a = process.env;\n' },
  noReExportAll: { 're-export.ts': "export * from './any.js';\n" },
  noUndeclaredDependencies: { 'undeclared.ts': "export type { Command } from 'commander';\n" },
  noUnusedImports: { 'unused-import.ts': "import { join } from 'node:path';\n" },
  noUnusedVariables: { 'unused-variable.ts': 'const a = 1;\n' },
  useExhaustiveSwitchCases: {
    'switch.ts':
      "export function f(a: 'x' | 'y'): void {\n  switch (a) {\n    case 'x':\n      break;\n  }\n}\n",
  },
  useFilenamingConvention: { 'camelCase.ts': 'export const a = 1;\n' },
  useImportExtensions: { 'extension.ts': "export { a } from './any';\n" },
  useThrowOnlyError: { 'throw.ts': "export function f(): never {\n  throw 'text';\n}\n" },
};

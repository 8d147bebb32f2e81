import { plant } from './copy-tree.mjs';
import { run } from './run-tool.mjs';

/** For each strict setting of `tsconfig.base.json`: code that compiles without it. */
const plants = {
  strict: 'export const a: string = null;\n',
  noUncheckedIndexedAccess: 'export const f = (a: readonly string[]): string => a[0];\n',
  exactOptionalPropertyTypes: 'export const a: { readonly b?: string } = { b: undefined };\n',
  noImplicitOverride: 'class A {\n  f(): void {}\n}\nexport class B extends A {\n  f(): void {}\n}\n',
  noFallthroughCasesInSwitch:
    'export function f(a: number): void {\n  switch (a) {\n    case 1:\n      f(2);\n    default:\n  }\n}\n',
  noPropertyAccessFromIndexSignature: 'export const f = (a: Record<string, string>): unknown => a.b;\n',
  verbatimModuleSyntax: "import { RequestOptions } from 'node:http';\nexport type A = RequestOptions;\n",
  erasableSyntaxOnly: 'export enum A {\n  B,\n}\n',
};
const innocent = 'innocent types pass';

/** Every strict setting, as each package inherits it. */
export async function types(tree) {
  const sources = { ...plants, [innocent]: 'export const a: string | undefined = undefined;\n' };
  const packages = ['sdk', 'cli', 'server', 'sandbox'];
  for (const name of packages) {
    for (const [setting, source] of Object.entries(sources)) {
      plant(tree, `packages/${name}/planted-types/${setting.replaceAll(' ', '-')}.ts`, source);
    }
    plant(tree, `packages/${name}/tsconfig.planted.json`, JSON.stringify(config));
  }
  const outputs = await Promise.all(
    packages.map((name) => run('tsc', ['-p', `packages/${name}/tsconfig.planted.json`], tree)),
  );
  return Object.keys(sources).map((rule) => ({
    rule,
    planted: packages.length,
    missed: packages.filter(
      (_, at) => outputs[at].includes(`/${rule.replaceAll(' ', '-')}.ts(`) === (rule === innocent),
    ),
  }));
}

const config = {
  extends: './tsconfig.json',
  compilerOptions: { rootDir: '.', noEmit: true },
  include: ['planted-types'],
  references: [],
};

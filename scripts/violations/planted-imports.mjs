const sdk = 'packages/sdk/src';
const stages = ['plan', 'generate', 'distribute', 'participate', 'draw', 'notify', 'analyze', 'learn'];
const behindDoors = [
  'got',
  'opossum',
  'p-retry',
  'p-limit',
  'bentocache',
  'aws4fetch',
  'altcha-lib',
  'pg',
  'better-sqlite3',
  'kysely',
  'pdfkit',
];

/** For each rule of `.dependency-cruiser.cjs`: files that break it, and what they import. */
export const plantedImports = {
  'no-circular': [[`${sdk}/rules/planted-circle.ts`, './planted-circle.js']],
  'no-unresolvable': [
    [`${sdk}/rules/planted-missing.ts`, './planted-nowhere.js'],
    [`${sdk}/rules/planted-undeclared.ts`, 'commander'],
  ],
  'errors-import-nothing': [[`${sdk}/errors/planted.ts`, '../schema/primitives.js']],
  'schema-imports-errors': [[`${sdk}/schema/planted.ts`, '../rules/facts.js']],
  'rules-are-pure': [[`${sdk}/rules/planted.ts`, '../http/http.js']],
  'rates-are-pure': [[`${sdk}/rates/planted.ts`, '../rules/facts.js']],
  'kernel-imports-errors': [
    [`${sdk}/resilience/planted.ts`, '../http/http.js'],
    [`${sdk}/http/planted.ts`, '../runs/json.js'],
    [`${sdk}/cache/planted.ts`, '../store/store.js'],
  ],
  'runs-know-no-marketing': [[`${sdk}/runs/planted.ts`, '../schema/plan.js']],
  'store-serves': [[`${sdk}/store/planted.ts`, '../providers/channel.js']],
  'security-is-low': [[`${sdk}/security/planted.ts`, '../render/index.js']],
  'render-is-pure': [[`${sdk}/render/planted.ts`, '../runs/json.js']],
  'adapters-do-not-know-stages': [[`${sdk}/providers/planted/planted.ts`, '../../generate/facts.js']],
  'a-stage-knows-contracts-only': stages.map((stage) => [
    `${sdk}/${stage}/planted-neighbour.ts`,
    stage === 'plan' ? '../draw/draw.js' : '../plan/plan.js',
  ]),
  'a-stage-does-not-know-an-adapter': [
    [`${sdk}/distribute/planted-adapter.ts`, '../providers/kt/kt-channel.js'],
    [`${sdk}/campaign/planted-adapter.ts`, '../store/sqlite/open-sqlite-store.js'],
  ],
  'nothing-imports-the-composition': [
    [`${sdk}/campaign/planted-client.ts`, '../client.js'],
    [`${sdk}/campaign/planted-index.ts`, '../index.js'],
  ],
  'the-sdk-stands-alone': [
    [`${sdk}/campaign/planted-sandbox.ts`, '@kt-event/sandbox'],
    [`${sdk}/campaign/planted-cli.ts`, '../../../cli/src/index.js'],
  ],
  'apps-use-the-front-door': [
    ['packages/cli/src/commands/planted.ts', '../../../sdk/src/plan/plan.js'],
    ['packages/server/src/routes/planted.ts', '../../../sdk/src/client.js'],
    ['examples/planted.ts', '../packages/sdk/src/kt-event.js'],
  ],
  'the-server-knows-no-cli': [['packages/server/src/routes/planted-cli.ts', '../../../cli/src/index.js']],
  'the-sandbox-imports-nothing-of-ours': [
    ['packages/sandbox/src/planted.ts', '../../sdk/src/index.js'],
    ['packages/sandbox/src/planted.test.ts', '../../server/src/index.js'],
  ],
  'views-are-pure': [['packages/cli/src/views/planted.ts', 'node:fs']],
  'pages-are-pure': [['packages/server/src/pages/planted.ts', 'node:fs']],
  'no-test-in-src': [
    [`${sdk}/campaign/planted-helper.ts`, '../testing/index.js'],
    [`${sdk}/campaign/planted-fixture.ts`, '../plan/__fixtures__/a-brief.js'],
    ['packages/cli/src/planted.ts', './main.test.js'],
  ],
  ...Object.fromEntries(
    behindDoors.map((name) => [`one-door-for-${name}`, [[`${sdk}/campaign/planted-${name}.ts`, name]]]),
  ),
  'one-door-for-@anthropic-ai/sdk': [
    [`${sdk}/plan/planted-anthropic.ts`, '@anthropic-ai/sdk'],
    [`${sdk}/providers/openai/planted-anthropic.ts`, '@anthropic-ai/sdk'],
  ],
  'one-door-for-openai': [
    [`${sdk}/campaign/planted-openai.ts`, 'openai'],
    [`${sdk}/providers/anthropic/planted-openai.ts`, 'openai'],
  ],
  'one-door-for-@resvg/resvg-js': [[`${sdk}/campaign/planted-resvg.ts`, '@resvg/resvg-js']],
  'one-door-for-fontkit': [[`${sdk}/campaign/planted-fontkit.ts`, 'fontkit']],
  'one-door-for-qrcode': [[`${sdk}/campaign/planted-qrcode.ts`, 'qrcode']],
  'one-door-for-h264-mp4-encoder': [[`${sdk}/render/planted-encoder.ts`, 'h264-mp4-encoder']],
  'one-door-for-mediabunny': [[`${sdk}/render/planted-mediabunny.ts`, 'mediabunny']],
  'the-verifier-imports-nothing-of-ours': [
    ['packages/verifier/src/planted-sdk.ts', '../../sdk/src/index.js'],
  ],
  'the-verifier-runs-in-browsers': [['packages/verifier/src/planted-core.ts', 'node:crypto']],
  'one-door-for-@noble/hashes': [['packages/verifier/src/planted-hashes.ts', '@noble/hashes/sha2.js']],
  'one-door-for-esbuild': [['packages/verifier/src/planted-bundle.ts', 'esbuild']],
  'one-door-for-@noble/curves': [
    [`${sdk}/providers/drand/planted.ts`, '@noble/curves/bls12-381.js'],
    ['packages/sandbox/src/model/planted.ts', '@noble/curves/bls12-381.js'],
  ],
  'one-door-for-commander': [['packages/cli/src/commands/planted-commander.ts', 'commander']],
  'one-door-for-inquirer': [['packages/cli/src/commands/planted-inquirer.ts', 'inquirer']],
  'one-door-for-ora': [['packages/cli/src/planted-ora.ts', 'ora']],
  'one-door-for-yaml': [['packages/cli/src/commands/planted-yaml.ts', 'yaml']],
  'one-door-for-fastify': [['packages/server/planted.ts', 'fastify']],
  'one-door-for-prom-client': [['packages/server/src/routes/planted-metrics.ts', 'prom-client']],
};

/** Break no rule: a guard that finds fault with everything guards nothing. */
export const innocentImports = [
  [`${sdk}/plan/planted-innocent.ts`, '../schema/brief.js'],
  [`${sdk}/http/planted-innocent.ts`, 'got'],
  ['packages/cli/src/planted-innocent.ts', '@kt-event/sdk'],
];

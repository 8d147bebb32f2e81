/** @type {import('dependency-cruiser').IConfiguration} */
const sdk = '^packages/sdk/src/';
const stages = 'plan|generate|distribute|participate|draw|award|notify|analyze|learn';
const test = '[.]test[.]ts$|/__fixtures__/|^packages/[^/]+/src/testing/';

/** "These folders may import only those": the ladder, lowest first. */
const layer = (name, folders, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `${sdk}(${folders})/`, pathNot: test },
  to: { path: sdk, pathNot: [`${sdk}(${allowed})/`, `${sdk}$1/`] },
});

/** "This package has one door." */
const door = (packageName, path) => ({
  name: `one-door-for-${packageName}`,
  comment: `${packageName} is imported in one place, so it can be replaced in one place.`,
  severity: 'error',
  from: { path: '^packages/', pathNot: [path, test] },
  to: { path: `node_modules/(@types/)?${packageName}/` },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    layer('errors-import-nothing', 'errors', '-', 'Errors are the bottom of the ladder.'),
    layer('schema-imports-errors', 'schema', 'errors', 'Types and schemas know no behaviour.'),
    layer('rules-are-pure', 'rules', 'errors|schema', 'A rule judges a value. It calls nothing.'),
    layer('rates-are-pure', 'rates', 'schema', 'A belief is arithmetic over counts.'),
    layer('kernel-imports-errors', 'resilience|http|cache', 'errors|schema', 'The kernel knows no provider and no marketing.'),
    layer('runs-know-no-marketing', 'runs', 'errors|resilience', 'A durable run does not know what it runs.'),
    layer('store-serves', 'store', 'errors|schema|runs', 'The store keeps values; it decides nothing.'),
    layer('security-is-low', 'security', 'errors|schema|runs|store', 'Security seals and signs; it knows no stage.'),
    layer('render-is-pure', 'render', 'errors|schema', 'A picture is a function of a value.'),
    layer(
      'adapters-do-not-know-stages',
      'providers',
      'errors|schema|resilience|http|runs|security|render',
      'An adapter serves stages, it never calls one.',
    ),
    layer(
      'a-stage-knows-contracts-only',
      stages,
      'errors|schema|rules|rates|render|security|providers|store|runs',
      'A stage takes its neighbours as data and its adapters as arguments.',
    ),
    {
      name: 'a-stage-does-not-know-an-adapter',
      severity: 'error',
      comment: 'Stages import contracts (providers/*.ts, store/*.ts), never an implementation (providers/instagram/*).',
      from: { path: `${sdk}(${stages}|campaign)/`, pathNot: test },
      to: { path: `${sdk}(providers|store)/[^/]+/` },
    },
    {
      name: 'nothing-imports-the-composition',
      severity: 'error',
      comment: 'client.ts joins the parts and index.ts shows them; no part knows either.',
      from: { path: `${sdk}[^/]+/`, pathNot: test },
      to: { path: `${sdk}(client[^/]*|compose-[^/]+|index)[.]ts$` },
    },
    {
      name: 'the-sdk-stands-alone',
      severity: 'error',
      comment: 'cli, server and sandbox build on the SDK, never the other way round.',
      from: { path: '^packages/sdk/', pathNot: test },
      to: { path: '^packages/(cli|server|sandbox)/' },
    },
    {
      name: 'apps-use-the-front-door',
      severity: 'error',
      comment: 'cli, server and examples import @kt-event/sdk as a customer would.',
      from: { path: '^packages/(cli|server)/|^examples/' },
      to: { path: '^packages/sdk/src/', pathNot: `${sdk}(index|(testing|runs|resilience)/index)[.]ts$` },
    },
    {
      name: 'the-server-knows-no-cli',
      severity: 'error',
      from: { path: '^packages/server/', pathNot: test },
      to: { path: '^packages/(cli|sandbox)/' },
    },
    {
      name: 'the-sandbox-imports-nothing-of-ours',
      severity: 'error',
      comment: 'A stand-in that shares our code would share our mistakes.',
      from: { path: '^packages/sandbox/' },
      to: { path: '^packages/(sdk|cli|server)/' },
    },
    {
      name: 'the-verifier-imports-nothing-of-ours',
      severity: 'error',
      comment: 'A second opinion that shares our code would share our mistakes.',
      from: { path: '^packages/verifier/' },
      to: { path: '^packages/(sdk|sandbox|cli|server)/' },
    },
    {
      name: 'the-verifier-runs-in-browsers',
      severity: 'error',
      comment: 'What the bundle is made of has no Node. Only what makes the bundle has.',
      from: { path: '^packages/verifier/src/', pathNot: [test, '^packages/verifier/src/bundle/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'views-are-pure',
      severity: 'error',
      from: { path: '^packages/cli/src/views/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pages-are-pure',
      severity: 'error',
      from: { path: '^packages/server/src/pages/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'no-test-in-src', severity: 'error', from: { pathNot: test }, to: { path: test } },
    door('got', `${sdk}http/`),
    door('opossum', `${sdk}resilience/`),
    door('p-retry', `${sdk}resilience/`),
    door('p-limit', `${sdk}resilience/`),
    door('bentocache', `${sdk}cache/`),
    door('altcha-lib', `${sdk}security/`),
    door('aws4fetch', `${sdk}providers/s3/`),
    door('@anthropic-ai/sdk', `${sdk}providers/anthropic/`),
    door('openai', `${sdk}providers/openai/`),
    door('prom-client', '^packages/server/src/metrics/'),
    door('pg', `${sdk}store/postgres/`),
    door('better-sqlite3', `${sdk}store/sqlite/`),
    door('kysely', `${sdk}store/`),
    door('@resvg/resvg-js', `${sdk}render/`),
    door('pdfkit', `${sdk}render/`),
    door('fontkit', `${sdk}render/`),
    door('qrcode', `${sdk}render/`),
    door('h264-mp4-encoder', `${sdk}render/film/h264/`),
    door('mediabunny', `${sdk}render/film/h264/`),
    door(
      '@noble/curves',
      `${sdk}providers/drand-round[.]ts$|^packages/sandbox/src/providers/drand/|^packages/verifier/src/primitives[.]ts$`,
    ),
    door('@noble/hashes', '^packages/verifier/src/primitives[.]ts$'),
    door('esbuild', '^packages/verifier/src/bundle/'),
    door('commander', '^packages/cli/src/(tree/|[^/]+[.]ts$)'),
    door('inquirer', '^packages/cli/src/terminal-ask[.]ts$'),
    door('ora', '^packages/cli/src/output/'),
    door('yaml', '^packages/cli/src/campaign-file/'),
    door('fastify', '^packages/server/src/'),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      conditionNames: ['@kt-event/source', 'types', 'import', 'default'],
      exportsFields: ['exports'],
    },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^packages/[^/]+/dist/|^examples/dist/' },
  },
};

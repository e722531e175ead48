/** The layers of README.md, "Architecture", as a test: who may import whom. */
const only = (name, from, ...allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { pathNot: [...allowed, '^node_modules', '^(node:)?[a-z_/]+$'], dependencyTypesNot: ['core'] },
});

const CORE = '^lib/core/';
const PROTOCOL = '^graders/protocol/';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'core-is-pure', severity: 'error', from: { path: CORE, pathNot: '\\.test\\.ts$' }, to: { pathNot: [CORE, '^node_modules/zod/'] } },
    only('app-over-services', '^app/', '^app/', '^lib/(services|auth|core|i18n|config)/', '^lib/content/markdown\\.ts$', '\\.(css|svg|woff2)$'),
    only('services-over-adapters', '^lib/services/', '^lib/(services|core|data|content|grading|auth|config)/'),
    only('data', '^lib/data/', '^lib/(data|core|config)/', '^drizzle/schema/'),
    only('content', '^lib/content/', '^lib/(content|core)/'),
    only('grading', '^lib/grading/', '^lib/(grading|core|config)/', PROTOCOL, '^graders/host/client\\.ts$'),
    only('auth', '^lib/auth/', '^lib/(auth|core|data|config)/'),
    only('i18n', '^lib/i18n/', '^lib/(i18n|core)/'),
    only('config', '^lib/config/', '^lib/config/'),
    only('graders-stand-alone', '^graders/', '^graders/', CORE),
    only('schema', '^drizzle/', '^drizzle/', CORE),
    only('question-bank-author-api', '^question-bank/', '^question-bank/', CORE),
    { name: 'no-cli-from-app', severity: 'error', from: { path: '^(app|lib/(core|services|data|content|grading|auth|i18n))/' }, to: { path: '^lib/cli/' } },
    { name: 'tests-from-tests', severity: 'error', from: { path: '^(app|lib|graders|drizzle)/', pathNot: ['\\.test\\.tsx?$', '^lib/cli/(derin|commands/bench)\\.ts$'] }, to: { path: '^tests/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['react-server', 'import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
    exclude: { path: ['\\.next', 'graders/\\.build', 'graders/engines/wasm/assembly/', 'question-bank/assignments/[^/]+/(starter|reference|wrong|other)'] },
  },
};

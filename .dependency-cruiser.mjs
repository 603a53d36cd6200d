/** Who may import whom; the build fails otherwise. */

const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { pathNot: [`^(${allowed})`, from], dependencyTypesNot: ['core'] },
});

const noIo = '^shared/(domain|imaging|pdf|ports|pipeline|errors|config|telemetry)/';

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      // The bundler's way of asking for a file's address; of Lambda's events there are only types.
      to: { couldNotResolve: true, pathNot: '[?]url$|^aws-lambda$' },
    },
    only('events-know-only-zod', '^events/', 'node_modules/zod/'),
    only('domain-is-alone', '^shared/domain/', 'shared/domain/|node_modules/zod/'),
    only('errors-are-alone', '^shared/errors/', 'shared/errors/'),
    only('ports-know-the-domain', '^shared/ports/', 'shared/(ports|domain|errors)/|events/'),
    only(
      'imaging-is-pure',
      '^shared/imaging/',
      'shared/(imaging|domain|errors|ports)/|node_modules/(sharp|zxing-wasm)/',
    ),
    only(
      'pdf-is-pure',
      '^shared/pdf/',
      'shared/(pdf|imaging|domain|errors|ports)/|node_modules/(pdf-lib|@pdf-lib/fontkit|@hyzyla/pdfium|sharp)/',
    ),
    only(
      'pipeline-knows-no-adapter',
      '^shared/pipeline/',
      'shared/(pipeline|ports|domain|imaging|pdf|errors|config|telemetry)/|events/|node_modules/zod/',
    ),
    only(
      'adapters-know-ports',
      '^shared/adapters/',
      'shared/(adapters|ports|domain|errors|imaging/picture)|events/|node_modules/',
    ),
    only(
      'functions-are-thin',
      '^functions/',
      'functions/|shared/(pipeline|runtime|domain|errors|config|telemetry|ports|imaging/thumbnail)|events/|node_modules/(hono|@hono|zod|fflate)/|aws-lambda$',
    ),
    only(
      'console-knows-pure-rules',
      '^console/src/',
      'console/src/|shared/domain/|node_modules/(preact|pdfjs-dist|zxing-wasm)/|.*[?]url$',
    ),
    {
      name: 'no-io-inside',
      comment: 'Time, files, processes and randomness come through ports.',
      severity: 'error',
      from: { path: noIo },
      to: {
        path: '^(node:)?(fs|fs/promises|child_process|net|http|https|os|worker_threads|sqlite|process)$',
      },
    },
    {
      name: 'aws-only-in-its-adapters',
      severity: 'error',
      from: { pathNot: '^shared/(adapters/aws/|runtime/aws)' },
      to: { path: 'node_modules/@aws-sdk/' },
    },
    {
      name: 'runtime-composes',
      severity: 'error',
      from: { pathNot: '^(shared/runtime|shared/adapters|test)/' },
      to: { path: '^shared/adapters/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};

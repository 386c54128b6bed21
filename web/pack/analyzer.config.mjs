/** What the analyzer of custom elements reads; it would write its findings into package.json too. */
export default {
  globs: ['web/src/*.ts'],
  exclude: ['**/*.gen.ts', '**/*.d.ts'],
  packagejson: false,
};

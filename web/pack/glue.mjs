import { join } from 'node:path';

/** Puts Emscripten's glue (out of `folder`) in the places of web/src/core/glue-*.d.mts. */
export function glueFrom(folder) {
  return {
    name: 'glue',
    setup(build) {
      build.onResolve({ filter: /^\.\/glue-[a-z]+\.mjs$/ }, ({ path }) => {
        const [, name] = /glue-([a-z]+)/.exec(path);
        const file = name === 'core' ? 'postlude-core.mjs' : `postlude-core-${name}.mjs`;
        return { path: join(folder, file), sideEffects: false };
      });
    },
  };
}

/**
 * `node --import ./tests/support/typescript.mjs`: lets a test import web/src/*.ts as it is (esbuild
 * strips the types; `./x.js` finds `x.ts`, as in the bundle) and style sheets as text.
 */
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);

// Emscripten's glue, which web/build.mjs puts in.
import type { CreateGlue } from './start-module.js';

declare const createGlue: CreateGlue;
export default createGlue;

// The runtime takes functions from the loader by their place: only from one of its own version.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FromLoader } from '../../web/src/from-loader.ts';
import { query, takeFromLoader } from '../../web/src/from-loader.ts';
import { kVersion } from '../../web/src/version.ts';

const noop = () => undefined as never;
const brought = (version: string, ask: FromLoader[5]): FromLoader => [
  ...([version, noop, noop, noop, noop] as const),
  ask,
  noop,
  noop,
];

test('a loader of the same version brings its functions', () => {
  const ask = () => null;
  takeFromLoader(brought(kVersion, ask));
  assert.equal(query, ask);
});

test('a loader of another version, or one from before there were any, is refused', () => {
  assert.throws(() => takeFromLoader(brought('0.0.9', noop)), /postlude.js is of version 0.0.9/);
  assert.throws(() => takeFromLoader(undefined as never), TypeError);
});

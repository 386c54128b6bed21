/** The fault matrix at length: prints its table; exit code 1 when a row is not sound. */
import { parseArgs } from 'node:util';
import { kKinds } from './kinds.js';
import { runLoad } from './load.js';
import { headline, isSound, line, runMatrix, sum } from './matrix.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: 'postlude' },
    only: { type: 'string' },
    short: { type: 'boolean', default: false },
    load: { type: 'boolean', default: false },
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '20' },
  },
});

if (values.load) {
  const kept = await runLoad({ rate: Number(values.rate), seconds: Number(values.seconds) });
  process.exit(kept ? 0 : 1);
}
console.log(`seed "${values.seed}"\n\n${headline()}`);
const kinds = kKinds.filter((kind) => kind.name.includes(values.only ?? ''));
const rows = await runMatrix(kinds, {
  form: values.short ? 'short' : 'long',
  seed: values.seed,
  report: (row) => console.log(line(row)),
  complain: (text) => console.error(`  ${text}`),
});
const total = sum(rows);
console.log(`${'-'.repeat(82)}\n${line(total)}`);
const sound = rows.length > 0 && rows.every((row) => row.skipped || isSound(row));
console.log(sound ? '\nno double charge, no lost accept, no disagreement' : '\nNOT SOUND');
process.exit(sound ? 0 : 1);

/**
 * Measures one library on the server, alone in its process: `node measure.mjs MODULE INPUT.json`, where
 * the input holds `words` and `documents` by workload. Prints milliseconds per document as JSON.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { median } from '../figures.mjs';

const kWarmUps = 200;
const kRounds = 30;
const kBatch = 10;

const [module, input] = process.argv.slice(2);
const { words, documents } = JSON.parse(readFileSync(input, 'utf8'));
const { makeRenderer } = await import(pathToFileURL(module));
const renderer = makeRenderer(words);

const result = {};
for (const [workload, text] of Object.entries(documents)) {
  let length = 0;
  const run = () => {
    const { tracking, offers } = renderer(text);
    length += tracking.length + offers.length;
  };
  for (let i = 0; i < kWarmUps; i++) run();
  const samples = [];
  for (let round = 0; round < kRounds; round++) {
    const start = performance.now();
    for (let i = 0; i < kBatch; i++) run();
    samples.push((performance.now() - start) / kBatch);
  }
  if (!length) throw new Error('nothing was rendered');
  result[workload] = median(samples);
}
console.log(JSON.stringify(result));

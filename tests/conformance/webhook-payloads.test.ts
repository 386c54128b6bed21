// Payloads that carriers, platforms and aggregators really sent, pushed as signed webhooks into a
// running server: each becomes a parcel of the shop, scan for scan.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ServerProcess } from '../server/support/server-process.js';
import { Shopper, setStock } from '../server/support/shopper.js';
import { TrackingService } from '../server/support/webhook.js';

const kRoot = fileURLToPath(new URL('../../', import.meta.url));
const kData = join(kRoot, '../shared/data');
const kBin = process.env['POSTLUDE_BIN'] ?? join(kRoot, 'build/debug/bin');

/** A folder's source, which files, and how many parcels with a number are in them. */
const kFolders: [string, string, string, number][] = [
  ['aftership', 'aftership', '.json', 2],
  ['easypost', 'easypost', '.json', 4],
  ['shippo', 'shippo', '.json', 1],
  ['karrio', 'karrio', '.expected.json', 20],
  ['17track', '17track', '.json', 1],
  ['shopify', 'shopify', '.json', 2],
  ['shopify', 'shopify_2026', '.json', 8],
  ['ucp', 'ucp', '.json', 0],
];

/** What a shop can have printed on a label; one payload has an unprintable joke. */
const kNumber = /^[ -~]+$/;

let server: ServerProcess | undefined;

before(async () => {
  if (!existsSync(kData)) {
    console.log('skipped: no payloads beside the source tree');
    return;
  }
  server = await ServerProcess.start();
  await setStock(server.origin, 'porcelain-dripper', 500);
});
after(() => server?.remove());

function files(folder: string, ending: string): string[] {
  return readdirSync(join(kData, folder), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(kData, folder, name));
}

/** What the command line makes of a payload; undefined when there is no shipment in it. */
function normalised(source: string, path: string): any[] | undefined {
  try {
    const options = { encoding: 'utf8', stdio: 'pipe' } as const;
    const text = execFileSync(
      join(kBin, 'postlude'),
      ['normalise', '--from', source, path],
      options,
    );
    return JSON.parse(text).shipments;
  } catch {
    return undefined;
  }
}

for (const [source, folder, ending, parcels] of kFolders) {
  it(`${folder}: ${parcels} parcels are told by webhook`, async () => {
    if (!server) return;
    const service = await TrackingService.at(server.origin, source);
    let told = 0;
    for (const path of files(folder, ending)) {
      const body = readFileSync(path, 'utf8');
      const shipments = normalised(source, path);
      const numbered = (shipments ?? []).filter((shipment) =>
        kNumber.test(shipment.tracking_number ?? ''),
      );
      const shoppers = new Map<string, Shopper>();
      for (const { tracking_number: number } of numbered) {
        const shopper = await Shopper.buy(server.origin);
        await shopper.tell('/shipments', { tracking_number: number });
        shoppers.set(number, shopper);
      }
      const answer = await service.send(body);
      if (!shipments) {
        assert.equal(answer.status, 422, `${path}: ${answer.text}`);
        assert.equal(answer.json.detail, 'no_shipment', path);
        continue;
      }
      assert.equal(answer.status, numbered.length ? 200 : 202, `${path}: ${answer.text}`);
      for (const shipment of numbered) {
        const { tracking } = await shoppers.get(shipment.tracking_number)!.merchant();
        const [kept] = tracking.shipments;
        assert.equal(kept.status ?? 'pending', shipment.status ?? 'pending', path);
        assert.equal(kept.sub_status, shipment.sub_status, path);
        assert.deepEqual(kept.checkpoints, shipment.checkpoints, path);
        assert.deepEqual(kept.estimate, shipment.estimate, path);
        told += 1;
      }
      const again = await service.send(body);
      if (numbered.length) assert.equal(again.json.result, 'unchanged', path);
    }
    assert.equal(told, parcels);
  });
}

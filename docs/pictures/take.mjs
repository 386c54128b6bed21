/**
 * Takes the pictures of the documentation from a running demo:
 *
 *   ./dev demo                     (in another shell; a fresh database)
 *   node docs/pictures/take.mjs http://127.0.0.1:8080
 */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const origin = process.argv[2];
if (!origin) {
  console.error('usage: node docs/pictures/take.mjs ORIGIN');
  process.exit(2);
}

const kScans = 3;
const kSettleMs = 1500;
const kDesktop = { viewport: { width: 1280, height: 900 }, colorScheme: 'light' };
const kPhone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' };

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' });

async function take(page, name) {
  await page.waitForTimeout(kSettleMs);
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, import.meta.url)) });
  console.log(`${name}.png`);
}

/** Buys a dripper and a bag of coffee; ends on the thank-you page. */
async function buy(page) {
  for (const product of ['porcelain-dripper', 'nachtzug-espresso']) {
    await page.goto(`${origin}/product/${product}`);
    await page.click('.buy button');
    await page.waitForURL('**/cart');
  }
  await page.goto(`${origin}/checkout`);
  await page.fill('#name', 'Ada Lovelace');
  await page.fill('#email', 'ada@example.org');
  await page.fill('#address', 'Karl-Heine-Straße 12');
  await page.fill('#postcode', '04229');
  await page.fill('#city', 'Leipzig');
  await page.click('button[data-busy]');
  await page.waitForURL('**/thank-you');
}

const desktop = await (await browser.newContext(kDesktop)).newPage();
await desktop.goto(origin);
await take(desktop, 'shop');
await buy(desktop);
await take(desktop, 'thank-you');
await desktop.goto(`${origin}/merchant`);
await desktop.click('.table a');
await desktop.click('text=Hand over to the carrier');
for (let scan = 0; scan < kScans; ++scan) {
  await desktop.click('text=Next scan');
  await desktop.waitForLoadState();
}
await take(desktop, 'merchant');

const phone = await (await browser.newContext(kPhone)).newPage();
await phone.context().addCookies(await desktop.context().cookies());
await phone.goto(`${origin}/order`);
await take(phone, 'order-phone');

await browser.close();

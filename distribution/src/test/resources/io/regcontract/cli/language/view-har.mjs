// Has har-validator check a HAR, and Playwright answer a page in Chromium from it. Prints the code of each drive, as JSON.
// node view-har.mjs HAR CHROMIUM
import fs from 'node:fs';
import { chromium } from 'playwright-core';
import validator from 'har-validator';

const [file, executablePath] = process.argv.slice(2);
const har = JSON.parse(fs.readFileSync(file, 'utf8'));
await validator.har(har);

// The page is of no service, so the browser must not ask which origin it has.
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-web-security'] });
const context = await browser.newContext();
await context.routeFromHAR(file, { notFound: 'abort' });
const page = await context.newPage();
const codes = [];
for (const { request } of har.log.entries.filter(entry => entry.comment.endsWith(', drive'))) {
  codes.push(await page.evaluate(async ({ method, url, postData }) => {
    const answer = await fetch(url, { method, headers: { 'Content-Type': postData.mimeType }, body: postData.text });
    return (await answer.json()).code;
  }, request));
}
await browser.close();
console.log(JSON.stringify(codes));

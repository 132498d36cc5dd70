// Has a page call a service, and writes what Chromium exchanged as HAR in two ways: by Playwright's recordHar, and from the
// events of the developer tools' protocol, by chrome-har. Prints what the page saw, as JSON on the last line.
// node record-har.mjs UPSTREAM CHROMIUM DIRECTORY BASIC
import http from 'node:http';
import zlib from 'node:zlib';
import fs from 'node:fs';
import { chromium } from 'playwright-core';
import { harFromMessages } from 'chrome-har';

const [upstream, executablePath, directory, basic] = process.argv.slice(2);

// A service behind a gateway that packs its answers, each time in another way.
const packings = [
  ['identity', body => body],
  ['gzip', zlib.gzipSync],
  ['deflate', zlib.deflateSync],
  ['br', zlib.brotliCompressSync],
];
let answers = 0;
const gateway = http.createServer(async (request, response) => {
  if (request.method === 'GET' && request.url === '/page') {
    response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Page</title>');
    return;
  }
  if (request.headers['x-never']) {
    return;
  }
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = { ...request.headers, 'accept-encoding': 'identity' };
  const forwarded = http.request(upstream + request.url, { method: request.method, headers }, async answer => {
    const parts = [];
    for await (const part of answer) parts.push(part);
    const [encoding, pack] = packings[answers++ % packings.length];
    const headers = { ...answer.headers };
    delete headers['content-length'];
    delete headers['transfer-encoding'];
    if (encoding !== 'identity') headers['content-encoding'] = encoding;
    response.writeHead(answer.statusCode, headers).end(pack(Buffer.concat(parts)));
  });
  forwarded.end(Buffer.concat(chunks));
});
await new Promise(done => gateway.listen(0, '127.0.0.1', done));
const address = `http://127.0.0.1:${gateway.address().port}`;

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const owner = { ...form, Authorization: basic };
const calls = [
  ['/entity.count', { type_name: 'user' }, owner],
  ['/entity.count', { type_name: 'no-such-type' }, owner],
  ['/entity.count', { type_name: 'user' }, { ...form, Authorization: 'Basic ' + btoa('nobody:of-this-name') }],
  ['/entity.count', {}, owner],
  ['/entity.find', { type_name: 'user', filter: 'this is no filter' }, owner],
  ['/entity', { type_name: 'user', id: '4711' }, owner],
  ['/entity', { type_name: 'user', id: '1', uuid: '6bd0a4a3-6b4a-4a0e-8a77-4f7a4a2d2f6c' }, owner],
  ['/entity.create', { type_name: 'user', attributes: '{"nosuch":"\u00fc\u{1f600}"}' }, owner],
  ['/entity.create', { type_name: 'user', attributes: '{"birthday":"never"}' }, owner],
  ['/entityType.create', { type_name: 'user', attr_defs: '[]' }, owner],
  ['/settings/get', { key: 'no-such-key' }, owner],
  ['/clients/set_description', { client_id_for_update: 'x' }, owner],
  ['/entity.bulkCreate', { type_name: 'user', all_attributes: '[{"email":"a@example.com"},{"nosuch":1}]' }, owner],
];

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const context = await browser.newContext({ recordHar: { path: `${directory}/playwright.har`, content: 'embed' } });
const page = await context.newPage();
const tools = await context.newCDPSession(page);
const messages = [];
const bodies = [];
for (const method of ['Network.requestWillBeSent', 'Network.requestWillBeSentExtraInfo', 'Network.responseReceived',
  'Network.responseReceivedExtraInfo', 'Network.dataReceived', 'Network.loadingFinished', 'Network.loadingFailed',
  'Network.requestServedFromCache', 'Page.loadEventFired', 'Page.domContentEventFired', 'Page.frameStartedLoading',
  'Page.frameAttached', 'Page.frameScheduledNavigation']) {
  tools.on(method, params => {
    messages.push({ method, params });
    if (method === 'Network.loadingFinished') {
      bodies.push(tools.send('Network.getResponseBody', { requestId: params.requestId })
        .then(body => [params.requestId, body], () => []));
    }
  });
}
await tools.send('Network.enable');
await tools.send('Page.enable');
await page.goto(`${address}/page`);
const seen = await page.evaluate(async calls => {
  const seen = [];
  for (const [path, parameters, headers] of calls) {
    const answer = await fetch(path, { method: 'POST', headers, body: new URLSearchParams(parameters) });
    const body = await answer.json();
    const codes = body.code ? [body.code] : (body.results ?? []).map(result => result.code).filter(code => code);
    seen.push({ operation: path, codes, packed: answer.headers.get('content-encoding') ?? 'identity' });
  }
  const given = new AbortController();
  setTimeout(() => given.abort(), 100);
  await fetch('/entity.count', { method: 'POST', headers: { 'x-never': '1' }, signal: given.signal }).catch(() => {});
  return seen;
}, calls);
for (const [requestId, body] of await Promise.all(bodies)) {
  const message = messages.find(({ method, params }) => method === 'Network.responseReceived' && params.requestId === requestId);
  if (message) Object.assign(message.params.response, { body: body.body, encoding: body.base64Encoded ? 'base64' : undefined });
}
fs.writeFileSync(`${directory}/devtools.har`, JSON.stringify(harFromMessages(messages, { includeTextFromResponseBody: true })));
await context.close();
await browser.close();
gateway.closeAllConnections();
gateway.close();
console.log(JSON.stringify(seen));

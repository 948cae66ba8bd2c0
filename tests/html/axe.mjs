// usage: node axe.mjs CHROMIUM MODULES FILE.html...
// Opens each page without network, in light and dark, wide and at 360 px, and prints what axe-core
// finds. Exit 1 if it finds anything, or if a page is wider than the window.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [chromium, modules, ...files] = process.argv.slice(2);
const require = createRequire(path.join(modules, 'index.js'));
const puppeteer = require('puppeteer-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const looks = [];
for (const scheme of ['light', 'dark']) {
  for (const width of [1200, 360]) looks.push({ scheme, width });
}

const browser = await puppeteer.launch({
  executablePath: chromium,
  pipe: true,
  args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND'],
});
let wrong = 0;
for (const file of files) {
  for (const { scheme, width } of looks) {
    const page = await browser.newPage();
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const url = pathToFileURL(path.resolve(file)).href;
    await page.goto(url);
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
    await page.evaluate(axe);
    const { violations, passes } = await page.evaluate(() => axe.run());
    const place = `${path.basename(file)} ${scheme} ${width}`;
    for (const one of violations) {
      wrong += 1;
      console.log(`${place}: ${one.id}: ${one.help}`);
      for (const node of one.nodes.slice(0, 3)) console.log(`  ${node.target}: ${node.failureSummary}`);
    }
    if (beyond > 0) {
      wrong += 1;
      console.log(`${place}: ${beyond} px wider than the window`);
    }
    for (const other of asked.filter((one) => one !== url)) {
      wrong += 1;
      console.log(`${place}: asks for ${other}`);
    }
    if (passes.length === 0) {
      wrong += 1;
      console.log(`${place}: axe-core checked nothing`);
    }
    await page.close();
  }
}
await browser.close();
console.log(`${files.length} pages in ${looks.length} looks: ${wrong} violations`);
process.exit(wrong > 0 ? 1 : 0);

// Lighthouse's scores of the served page, what it complains about, and how busy the machine was.
import { loadavg } from "node:os";

import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

import { startServer } from "../../tests/browser/stage/server.mjs";

const FLAGS = ["--headless=new", "--disable-gpu", "--disable-quic", "--no-first-run"];
const CATEGORIES = ["accessibility", "best-practices", "seo", "performance"];
const METRICS = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "speed-index",
  "total-blocking-time",
  "cumulative-layout-shift",
];

/** Scores of a page in one browser of its own. */
async function look(address, name, config) {
  const isRoot = process.getuid?.() === 0;
  const chrome = await launch({
    chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    chromeFlags: isRoot ? [...FLAGS, "--no-sandbox"] : FLAGS,
  });
  try {
    const options = { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "error" };
    const { lhr } = await lighthouse(address, options, config);
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    const scores = CATEGORIES.map((id) => `${id} ${Math.round(lhr.categories[id].score * 100)}`);
    console.log(`${name}: ${scores.join(", ")}  (load ${loadavg()[0].toFixed(1)})`);
    console.log(`  ${METRICS.map((id) => `${id} ${lhr.audits[id].displayValue}`).join(", ")}`);
    for (const { title, score, displayValue = "", scoreDisplayMode } of Object.values(lhr.audits)) {
      if (score === null || score >= 0.9 || scoreDisplayMode === "informative") continue;
      console.log(`  ${score.toFixed(2)} ${title} ${displayValue}`);
    }
  } finally {
    await chrome.kill();
  }
}

const server = await startServer();
try {
  await look(server.address, "phone");
  await look(server.address, "desktop", desktopConfig);
} finally {
  await server.stop();
}

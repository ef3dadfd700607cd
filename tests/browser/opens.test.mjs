// The page opens, wherever it is put, and keeps to its security policy.
import { strict as assert } from "node:assert";

import { expectAccessible } from "./stage/accessible.mjs";
import { scene } from "./stage/scene.mjs";
import { screenshot } from "./stage/screenshot.mjs";

scene("a text is read when the page opens", async ({ page, address }) => {
  assert.match(new URL(address).pathname, /^\/.+\/$/, "the page is served below the root");
  assert.match(await page.title(), /Stancelight/);
  assert.equal(await page.getAttribute("html", "lang"), "en");
  await page.waitForSelector("main");
});

scene("nothing is in the way of assistive technology", async ({ page }) => {
  await expectAccessible(page);
});

scene("scripts in the page do not run", { expected: [/Content Security Policy/i] }, async ({ page }) => {
  const policy = await page.getAttribute("meta[http-equiv=Content-Security-Policy]", "content");
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /'unsafe-inline'|'unsafe-eval'|https?:|\*/);
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.body.append(script);
    await new Promise((resolve) => setTimeout(resolve));
    return "ran" in window;
  });
  assert.equal(ran, false);
});

scene("no other host is reached", { expected: [/Content Security Policy/i] }, async ({ page }) => {
  const answer = page.evaluate(() => fetch("https://example.com/").then(() => "sent"));
  await assert.rejects(answer, /Failed to fetch/);
});

for (const [name, profile] of Object.entries({
  wide: { viewport: { width: 1280, height: 800 } },
  "wide-dark": { viewport: { width: 1280, height: 800 }, colorScheme: "dark" },
  phone: { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true },
  "phone-dark": { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true, colorScheme: "dark" },
})) {
  scene(`it fits: ${name}`, profile, async ({ page }) => {
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.equal(overflow, 0, "the page is wider than its window");
    await screenshot(page, `open-${name}`);
  });
}

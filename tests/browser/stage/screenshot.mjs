// Pictures for people to look at; nothing is compared.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const RESULTS = fileURLToPath(new URL("../../results/", import.meta.url));

/** Keeps a picture of the page as `tests/results/NAME.png`. */
export async function screenshot(page, name, { fullPage = false } = {}) {
  await mkdir(RESULTS, { recursive: true });
  await page.screenshot({ path: `${RESULTS}${name}.png`, fullPage });
}

// Chromium, as little in touch with the world as it can be.
import { chromium } from "playwright-core";

const isRoot = process.getuid?.() === 0;

export const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";

export const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Whatever asks for another host, service workers included, gets no answer.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  ...(isRoot ? ["--no-sandbox"] : []),
];

export function launchChromium() {
  return chromium.launch({ executablePath: EXECUTABLE, args: FLAGS, chromiumSandbox: !isRoot });
}

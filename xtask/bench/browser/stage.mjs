// The browser and the server of the browser tests, which are installed with these.
export { launchChromium } from "../../../tests/browser/stage/chromium.mjs";
export { startServer } from "../../../tests/browser/stage/server.mjs";

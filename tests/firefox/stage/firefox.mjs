// Firefox as it is installed, driven over WebDriver BiDi, as little in touch with the world as it
// can be.
import puppeteer from "puppeteer-core";

const PREFERENCES = {
  // Whatever asks for another host is sent where nobody answers; this machine is never proxied.
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": 9,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": 9,
  // What a test does with the clipboard is not asked about.
  "dom.events.testing.asyncClipboard": true,
  // Saved files go to a folder of the test's.
  "browser.download.folderList": 2,
  "browser.download.useDownloadDir": true,
  "browser.download.always_ask_before_handling_new_types": false,
  "browser.download.alwaysOpenPanel": false,
};

/**
 * A browser that saves what is downloaded in `downloads`. With the port of a proxy it reaches through
 * that whatever is not this machine, and trusts what answers there.
 */
export function launchFirefox(downloads, proxy) {
  return puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
    defaultViewport: null,
    acceptInsecureCerts: proxy !== undefined,
    extraPrefsFirefox: {
      ...PREFERENCES,
      ...(proxy && { "network.proxy.ssl_port": proxy }),
      "browser.download.dir": downloads,
    },
  });
}

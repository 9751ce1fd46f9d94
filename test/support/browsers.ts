import { execFileSync } from "node:child_process";
import { type Browser, chromium, firefox } from "playwright";

/** The browsers that the tests start: those of the system. */
export const browsers = [
  { name: "Chromium", launch: launchChromium },
  { name: "Firefox", launch: launchFirefox },
];

function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: find("chromium"),
    args: [
      "--no-sandbox", // containers run as root, which has none
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

function launchFirefox(): Promise<Browser> {
  return firefox.launch({ executablePath: find("firefox-esr", "firefox"), channel: "moz-firefox" });
}

function find(...names: string[]): string {
  for (const name of names) {
    try {
      return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    } catch {
      // Try the next name.
    }
  }
  throw new Error(`${names[0]} is missing: install it, on Debian with apt-get install ${names[0]}`);
}

import { afterEach } from "vitest";
import { openWebSetting } from "../support/web-setting.ts";

export const closing: (() => Promise<void>)[] = [];

// Holds for every test file that takes its setting from here.
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) {
    await close();
  }
});

export async function setting(options: Parameters<typeof openWebSetting>[0] = {}) {
  const opened = await openWebSetting(options);
  closing.push(opened.close);
  return opened;
}

export function cookieOf(response: Response): string {
  return (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

import { type Api, GrammyError } from "grammy";
import { hostOf } from "../shared/http.ts";

/** A command of the menu, with its line in Vietnamese and English. Names hold a-z, 0-9 and _ only. */
export interface MenuCommand {
  readonly command: string;
  readonly vi: string;
  readonly en: string;
}

export const WANTED = ["message", "callback_query"] as const;

/** The menu of private chats: Vietnamese for all, English where the person's Telegram speaks it; none in groups. */
export async function setMenu(api: Api, commands: readonly MenuCommand[]): Promise<void> {
  if (commands.length === 0) {
    return;
  }
  const vi = commands.map(({ command, vi: description }) => ({ command, description }));
  const en = commands.map(({ command, en: description }) => ({ command, description }));
  const scope = { type: "all_private_chats" } as const;
  await api.setMyCommands(vi, { scope });
  await api.setMyCommands(vi, { scope, language_code: "vi" });
  await api.setMyCommands(en, { scope, language_code: "en" });
  await api.deleteMyCommands({ scope: { type: "all_group_chats" } });
}

/** A server that refuses a nicety (a menu, a look at the webhook) is still good for messages. */
export function unlessRefused<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof GrammyError && error.error_code !== 401) {
      return instead;
    }
    throw error;
  };
}

/** Host of the webhook that stands in the way of polling, or null. Pending updates are never dropped. */
export async function webhookInTheWay(api: Api, replace: boolean): Promise<string | null> {
  const { url } = await api.getWebhookInfo().catch(unlessRefused({ url: "" }));
  if (url === undefined || url === "") {
    return null;
  }
  if (replace) {
    await api.deleteWebhook();
    return null;
  }
  return hostOf(url);
}

import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { webWords } from "../vietnamese/wording/residents/web.ts";

/** A token is a short name and a signature; nothing longer was ever made here. */
const LONGEST = 300;

/** GET /lich/<token>.ics: an officer's deadlines for a calendar program. The address is the key, so nothing keeps a copy. */
export function calendarRoutes(
  calendarOf: (token: string) => Promise<string | null>,
): Hono<{ Bindings: HttpBindings }> {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  routes.get("/:file", async (context) => {
    const file = context.req.param("file");
    const token = file.endsWith(".ics") && file.length <= LONGEST ? file.slice(0, -".ics".length) : "";
    const calendar = token === "" ? null : await calendarOf(token);
    return calendar === null
      ? context.text(webWords.notFound, 404)
      : context.body(calendar, 200, {
          "content-type": "text/calendar; charset=utf-8",
          "content-disposition": 'inline; filename="viec-den-han.ics"',
          "cache-control": "private, no-store",
        });
  });
  return routes;
}

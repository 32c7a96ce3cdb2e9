import { createHash } from "node:crypto";
import { type Hit, openEmulatorServer, type Params, paramsOf } from "./emulator-server.ts";
import { type Answer, answer, type FaultRates, openFaults, play, seeded } from "./faults.ts";
import { openPusher } from "./webhook-pusher.ts";

// A strict Zalo OA v3 on loopback: single-use refresh tokens, signed webhooks, errors with status 200.

interface OaDelivered {
  readonly chat: string;
  readonly text: string;
  readonly messageId: string;
  readonly buttons: readonly { readonly title: string; readonly payload: string }[];
  readonly file: string | null;
}

export interface ZaloOaEmulatorSettings {
  readonly faults?: FaultRates;
  readonly seed?: number;
  readonly secondMs?: number;
}

export const OA_APP = {
  appId: "4242",
  appSecret: "app-secret",
  webhookKey: "oa-webhook-key",
  refresh: "refresh-0",
};

export async function openZaloOaEmulator(settings: ZaloOaEmulatorSettings = {}) {
  const faults = openFaults(settings.faults ?? {}, seeded(settings.seed ?? 1));
  const pusher = openPusher(settings.secondMs ?? 1000);
  const delivered: OaDelivered[] = [];
  const calls: { readonly path: string; readonly params: Params }[] = [];
  const uploads = new Map<string, string>();
  /** Error codes to answer the next sends with. */
  const refuse: number[] = [];
  let refresh = OA_APP.refresh;
  let access = "";
  let renewals = 0;
  let number = 1;

  const server = await openEmulatorServer(handle);

  async function handle(hit: Hit): Promise<void> {
    const params = await paramsOf(hit);
    calls.push({ path: hit.path, params });
    if (hit.path === "/v4/oa/access_token") {
      return answer(hit.response, renew(hit, params));
    }
    const token = hit.request.headers.access_token;
    if (access === "" || token !== access) {
      return answer(hit.response, failure(-216, "Access token is invalid"));
    }
    switch (hit.path) {
      case "/v3.0/oa/message/cs":
        return send(hit, params);
      case "/v2.0/oa/upload/file":
        return answer(hit.response, upload(params));
      case "/v2.0/oa/getoa":
        return answer(hit.response, success({ oa_id: "1", oa_type: 4 }));
      case "/v3.0/oa/quota/message":
        return answer(hit.response, success({ quota_type: "reply", remain: 8 }));
      default:
        return answer(hit.response, failure(-240, "API has been shut down"));
    }
  }

  function renew({ request }: Hit, params: Params): Answer {
    const known =
      request.headers.secret_key === OA_APP.appSecret &&
      params.app_id === OA_APP.appId &&
      params.grant_type === "refresh_token" &&
      params.refresh_token === refresh;
    if (!known) {
      return { status: 200, body: { error: -14020, error_name: "Invalid refresh token" } };
    }
    renewals += 1;
    access = `access-${renewals}-secret`;
    refresh = `refresh-${renewals}`;
    return { status: 200, body: { access_token: access, refresh_token: refresh, expires_in: "90000" } };
  }

  async function send(hit: Hit, params: Params): Promise<void> {
    const code = refuse.shift();
    if (code !== undefined) {
      return answer(hit.response, failure(code, "refused"));
    }
    const fault = faults.next();
    if (fault === "f429") {
      return answer(hit.response, failure(-32, "Your application reached limit call api"));
    }
    await play(fault, hit, () => deliver(params), { status: 500, body: { message: "Internal error" } });
  }

  function deliver(params: Params): Answer {
    const { user_id: chat } = params.recipient as { user_id?: string };
    const message = params.message as { text?: string; attachment?: { type: string; payload: Params } };
    const buttons = (message.attachment?.payload.buttons ?? []) as {
      title: string;
      type: string;
      payload: string;
    }[];
    const token = message.attachment?.payload.token as string | undefined;
    const bad =
      typeof chat !== "string" ||
      (token === undefined && (message.text ?? "").trim() === "") ||
      (message.text ?? "").length > 2000 ||
      buttons.length > 5 ||
      buttons.some(({ title, payload }) => title.length < 1 || title.length > 100 || payload.length > 1000);
    if (bad) {
      return failure(-201, "Params is invalid");
    }
    if (token !== undefined && !uploads.has(token)) {
      return failure(-100, "Attachment has expired");
    }
    const messageId = `oa${number++}`;
    const file = token === undefined ? null : (uploads.get(token) ?? null);
    delivered.push({ chat, text: message.text ?? "", messageId, buttons, file });
    return success({ message_id: messageId, user_id: chat, sent_time: String(Date.now()) });
  }

  function upload(params: Params): Answer {
    const file = params.file as { name: string; size: number } | undefined;
    if (file === undefined || !/\.(?:pdf|docx?|csv)$/u.test(file.name) || file.size > 5 * 1024 * 1024) {
      return failure(-201, "File is invalid");
    }
    const token = `file-${number++}`;
    uploads.set(token, file.name);
    return success({ token });
  }

  return {
    url: server.url,
    delivered: delivered as readonly OaDelivered[],
    calls: calls as readonly (typeof calls)[number][],
    faults,
    refuse,
    renewals: () => renewals,
    /** The access token dies, as when another program refreshed or its time is over. */
    expire(): void {
      access = "";
    },
    /** A person grants anew. */
    grant(token: string): void {
      refresh = token;
    },
    event(name: string, chat: string, message: Params): Params {
      const sender = name === "follow" ? { follower: { id: chat }, oa_id: "1" } : { sender: { id: chat } };
      const content = { message: { msg_id: `in${number++}`, ...message } };
      return { app_id: OA_APP.appId, event_name: name, timestamp: String(Date.now()), ...sender, ...content };
    },
    signed: (body: string, timestamp: string) =>
      `mac=${createHash("sha256")
        .update(OA_APP.appId + body + timestamp + OA_APP.webhookKey)
        .digest("hex")}`,
    push(url: string, event: Params): Promise<boolean> {
      const signature = this.signed(JSON.stringify(event), String(event.timestamp));
      return pusher.push("oa", { url, headers: { "x-zevent-signature": signature } }, event);
    },
    async close(): Promise<void> {
      pusher.close();
      await server.close();
    },
  };
}

function failure(error: number, message: string): Answer {
  return { status: 200, body: { error, message } };
}

function success(data: unknown): Answer {
  return { status: 200, body: { error: 0, message: "Success", data } };
}

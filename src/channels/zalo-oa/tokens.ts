import type { OaTokens, TokenVault } from "../../ports/channels.ts";
import type { Clock } from "../../ports/clock.ts";
import { ExchangeError, exchange, jsonObject } from "../shared/http.ts";

export interface OaAppSettings {
  readonly appId: string;
  readonly appSecret: string;
  /** Without a trailing slash, like "https://oauth.zaloapp.com". */
  readonly oauthRoot: string;
  /** From the consent page; used once, when the vault is empty or holds a dead pair. */
  readonly firstRefreshToken: string | null;
}

/** No usable access token. "consent": only a person can grant a new pair. "away": Zalo, or the
 * vault, could not be asked just now. */
export class OaTokenError extends Error {
  override readonly name = "OaTokenError";
  readonly reason: "consent" | "away";
  readonly code: string;
  constructor(reason: OaTokenError["reason"], code: string) {
    super(`There is no usable Zalo OA token (${code}).`);
    this.reason = reason;
    this.code = code;
  }
}

/** An access token lives 25 h; it is renewed at 20 h, while the old one would still do. */
const RENEW_AFTER_MS = 20 * 3_600_000;
const LIFE_MS = 25 * 3_600_000;
const TIMEOUT_MS = 20_000;

/** The token pair, renewed by one caller at a time. A refresh token works once: the new pair is kept before its use. */
export function openOaTokens(
  settings: OaAppSettings,
  deps: { readonly vault: TokenVault; readonly clock: Clock },
) {
  let pair: OaTokens | null = null;
  /** Issued but not yet durable: must not be used, and must not be lost. */
  let unkept: OaTokens | null = null;
  let working: Promise<OaTokens> | null = null;

  function renewed(spent: string | null): Promise<OaTokens> {
    working ??= renew(spent).finally(() => {
      working = null;
    });
    return working;
  }

  async function renew(spent: string | null): Promise<OaTokens> {
    if (unkept === null) {
      pair ??= await kept();
      if (pair !== null && spent !== null && pair.access !== spent) {
        return pair;
      }
      unkept = await issue(pair?.refresh ?? null);
    }
    await keep(unkept);
    pair = unkept;
    unkept = null;
    return pair;
  }

  const keep = (tokens: OaTokens) =>
    deps.vault.save(tokens).catch(() => {
      throw new OaTokenError("away", "vault");
    });
  const kept = () =>
    deps.vault.load().catch(() => {
      throw new OaTokenError("away", "vault");
    });

  async function issue(refresh: string | null): Promise<OaTokens> {
    const first = settings.firstRefreshToken;
    if (refresh === null && first === null) {
      throw new OaTokenError("consent", "no_token");
    }
    try {
      return await ask(refresh ?? first ?? "");
    } catch (error) {
      // The kept pair is dead, but a person may have granted a new one meanwhile.
      const fresh = refresh !== null && first !== null && first !== refresh;
      if (error instanceof OaTokenError && error.reason === "consent" && fresh) {
        return ask(first);
      }
      throw error;
    }
  }

  async function ask(refresh: string): Promise<OaTokens> {
    const fields = { refresh_token: refresh, app_id: settings.appId, grant_type: "refresh_token" };
    const issuedAt = deps.clock.now();
    const answer = await exchange({
      url: `${settings.oauthRoot}/v4/oa/access_token`,
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", secret_key: settings.appSecret },
      body: new URLSearchParams(fields).toString(),
      timeoutMs: TIMEOUT_MS,
    }).catch((error: unknown) => {
      throw new OaTokenError("away", error instanceof ExchangeError ? error.code : "unknown");
    });
    const body = jsonObject(answer.bytes);
    if (typeof body?.access_token === "string" && typeof body.refresh_token === "string") {
      return { access: body.access_token, refresh: body.refresh_token, issuedAt };
    }
    // Refusals come with status 200 too; anything else is a bad moment.
    throw typeof body?.error === "number"
      ? new OaTokenError("consent", `zalo_oa_${body.error}`)
      : new OaTokenError("away", `http_${answer.status}`);
  }

  return {
    /** A token to call with, renewed early. Throws OaTokenError. */
    async access(): Promise<string> {
      pair ??= await kept();
      const age = pair === null ? Number.POSITIVE_INFINITY : deps.clock.now() - pair.issuedAt;
      if (pair !== null && age < RENEW_AFTER_MS && unkept === null) {
        return pair.access;
      }
      try {
        return (await renewed(null)).access;
      } catch (error) {
        const away = error instanceof OaTokenError && error.reason === "away";
        // With a new pair issued, the old access token is dead already.
        if (away && pair !== null && age < LIFE_MS && unkept === null) {
          return pair.access;
        }
        throw error;
      }
    },
    /** A token other than the one Zalo has just refused. */
    renew: async (spent: string): Promise<string> => (await renewed(spent)).access,
  };
}

export type OaTokenSource = ReturnType<typeof openOaTokens>;

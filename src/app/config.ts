import { resolve } from "node:path";
import { config as readDotenv } from "dotenv";
import { z } from "zod";
import { endpointProblem } from "../domain/endpoint.ts";

/** All problems of the environment at once, one line each, naming the variable and an example; never a value. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(
      `The settings cannot be used:\n${problems.map((p) => `  - ${p}`).join("\n")}\nCorrect them in .env and start again.`,
    );
    this.problems = problems;
  }
}

const blank = (value: unknown): unknown =>
  typeof value === "string" && value.trim() === "" ? undefined : value;
const text = () => z.preprocess(blank, z.string().trim().optional());
const url = (example: string) =>
  z.preprocess(blank, z.url({ message: `must be a full address such as ${example}` }).optional());
const mode = () =>
  z.preprocess(
    blank,
    z.enum(["polling", "webhook"], { message: "must be polling or webhook" }).default("polling"),
  );
const number = (fallback: number, min: number, max: number) =>
  z.preprocess(
    blank,
    z.coerce
      .number({ message: `must be a number, for example ${fallback}` })
      .int()
      .min(min)
      .max(max)
      .default(fallback),
  );
const model = (example: string) =>
  z.preprocess(
    blank,
    z
      .string()
      .regex(/^openai:.+/, { message: `must be empty or like ${example}` })
      .optional(),
  );

const Environment = z.object({
  HOST: z.preprocess(blank, z.string().default("127.0.0.1")),
  PORT: number(8080, 0, 65_535),
  PUBLIC_URL: url("https://troly.example.gov.vn"),
  KNOWLEDGE_DIR: z.preprocess(blank, z.string().default("knowledge")),
  DATA_DIR: z.preprocess(blank, z.string().default("data")),
  OFFICE_NAME: z.preprocess(blank, z.string().max(120).default("UBND xã, phường")),
  OFFICE_CONTACT: text(),
  DATA_CONTACT: text(),
  DEFAULT_LOCALITY: z.preprocess(
    blank,
    z
      .string()
      .regex(/^[a-z0-9-]+$/, { message: "must be a slug of knowledge/localities.yaml such as thanh-thuy" })
      .optional(),
  ),
  EMBED_ORIGINS: text(),
  RETENTION_DAYS: number(30, 1, 365),
  TELEGRAM_BOT_TOKEN: z.preprocess(
    blank,
    z
      .string()
      .regex(/^\d+:[\w-]{20,}$/, { message: "must look like 123456789:AA…, as BotFather gave it" })
      .optional(),
  ),
  TELEGRAM_MODE: mode(),
  TELEGRAM_WEBHOOK_SECRET: z.preprocess(
    blank,
    z
      .string()
      .regex(/^[\w-]{16,256}$/, { message: "must be 16 to 256 letters, digits, _ or -" })
      .optional(),
  ),
  TELEGRAM_API_ROOT: url("https://api.telegram.org"),
  ZALO_BOT_TOKEN: z.preprocess(
    blank,
    z
      .string()
      .regex(/^[\w-]+:\S{8,}$/, { message: "must look like 123456789:secret, as Zalo Bot Creator sent it" })
      .optional(),
  ),
  ZALO_BOT_MODE: mode(),
  ZALO_BOT_WEBHOOK_SECRET: z.preprocess(
    blank,
    z.string().min(8, { message: "must have 8 to 256 characters" }).max(256).optional(),
  ),
  ZALO_BOT_API_ROOT: url("https://bot-api.zaloplatforms.com"),
  ZALO_BOT_MONTHLY_LIMIT: number(3000, 1, 10_000_000),
  ZALO_OA_APP_ID: text(),
  ZALO_OA_APP_SECRET: text(),
  ZALO_OA_REFRESH_TOKEN: text(),
  ZALO_OA_WEBHOOK_KEY: text(),
  ZALO_OA_API_ROOT: url("https://openapi.zalo.me"),
  ZALO_OA_OAUTH_ROOT: url("https://oauth.zaloapp.com"),
  EMBEDDINGS: model("openai:text-embedding-3-small"),
  EMBEDDINGS_BASE_URL: url("http://localhost:11434/v1"),
  EMBEDDINGS_API_KEY: text(),
  CHAT_MODEL: model("openai:gpt-4.1-mini"),
  CHAT_MODEL_BASE_URL: url("http://localhost:11434/v1"),
  CHAT_MODEL_API_KEY: text(),
  CHAT_MODEL_WAIT_SECONDS: number(5, 1, 20),
  MODEL_PRIVATE_HOSTS: text(),
});

type Environment = z.infer<typeof Environment>;

export interface ModelConfig {
  readonly model: string;
  readonly baseUrl: string | undefined;
  readonly apiKey: string;
  /** Hosts of the office's own network that models may be called at, in lower case. */
  readonly privateHosts: readonly string[];
}

export type Config = ReturnType<typeof shape>;

/** Switches that only make sense together, each problem said once. */
function together(env: Environment): string[] {
  const problems: string[] = [];
  const need = (condition: boolean, problem: string) => condition && problems.push(problem);
  const telegramHook = env.TELEGRAM_BOT_TOKEN !== undefined && env.TELEGRAM_MODE === "webhook";
  const zaloHook = env.ZALO_BOT_TOKEN !== undefined && env.ZALO_BOT_MODE === "webhook";
  need(
    telegramHook && env.TELEGRAM_WEBHOOK_SECRET === undefined,
    "TELEGRAM_WEBHOOK_SECRET is needed with TELEGRAM_MODE=webhook: without it anyone could post messages",
  );
  need(
    zaloHook && env.ZALO_BOT_WEBHOOK_SECRET === undefined,
    "ZALO_BOT_WEBHOOK_SECRET is needed with ZALO_BOT_MODE=webhook: without it anyone could post messages",
  );
  need(
    (telegramHook || zaloHook) && env.PUBLIC_URL === undefined,
    "PUBLIC_URL is needed for webhooks, for example https://troly.example.gov.vn",
  );
  const oa = [env.ZALO_OA_APP_ID, env.ZALO_OA_APP_SECRET, env.ZALO_OA_WEBHOOK_KEY];
  need(
    oa.some((v) => v !== undefined) && oa.some((v) => v === undefined),
    "ZALO_OA_APP_ID, ZALO_OA_APP_SECRET and ZALO_OA_WEBHOOK_KEY are needed together",
  );
  for (const name of ["EMBEDDINGS_BASE_URL", "CHAT_MODEL_BASE_URL"] as const) {
    const address = env[name];
    const problem = address === undefined ? null : endpointProblem(address, privateHosts(env));
    need(problem !== null, `${name} ${problem}`);
  }
  return problems;
}

function privateHosts(env: Environment): readonly string[] {
  const hosts = (env.MODEL_PRIVATE_HOSTS ?? "").toLowerCase().split(/[\s,]+/u);
  return hosts.filter((host) => host !== "");
}

function modelSettings(
  env: Environment,
  name: string | undefined,
  baseUrl: string | undefined,
  apiKey: string | undefined,
): ModelConfig | null {
  // Local servers ask for no key, yet the client wants one.
  return name === undefined
    ? null
    : {
        model: name.slice("openai:".length),
        baseUrl,
        apiKey: apiKey ?? "none",
        privateHosts: privateHosts(env),
      };
}

function chatModel(env: Environment) {
  const settings = modelSettings(env, env.CHAT_MODEL, env.CHAT_MODEL_BASE_URL, env.CHAT_MODEL_API_KEY);
  return settings === null ? null : { ...settings, firstByteMs: env.CHAT_MODEL_WAIT_SECONDS * 1000 };
}

function telegram(env: Environment) {
  return env.TELEGRAM_BOT_TOKEN === undefined
    ? null
    : {
        token: env.TELEGRAM_BOT_TOKEN,
        mode: env.TELEGRAM_MODE,
        webhookSecret: env.TELEGRAM_WEBHOOK_SECRET ?? null,
        apiRoot: env.TELEGRAM_API_ROOT ?? "https://api.telegram.org",
      };
}

function zaloBot(env: Environment) {
  return env.ZALO_BOT_TOKEN === undefined
    ? null
    : {
        token: env.ZALO_BOT_TOKEN,
        mode: env.ZALO_BOT_MODE,
        webhookSecret: env.ZALO_BOT_WEBHOOK_SECRET ?? null,
        apiRoot: env.ZALO_BOT_API_ROOT ?? "https://bot-api.zaloplatforms.com",
        monthlyLimit: env.ZALO_BOT_MONTHLY_LIMIT,
      };
}

function zaloOa(env: Environment) {
  return env.ZALO_OA_APP_ID === undefined ||
    env.ZALO_OA_APP_SECRET === undefined ||
    env.ZALO_OA_WEBHOOK_KEY === undefined
    ? null
    : {
        appId: env.ZALO_OA_APP_ID,
        appSecret: env.ZALO_OA_APP_SECRET,
        webhookKey: env.ZALO_OA_WEBHOOK_KEY,
        refreshToken: env.ZALO_OA_REFRESH_TOKEN ?? null,
        apiRoot: env.ZALO_OA_API_ROOT ?? "https://openapi.zalo.me",
        oauthRoot: env.ZALO_OA_OAUTH_ROOT ?? "https://oauth.zaloapp.com",
      };
}

function shape(env: Environment) {
  return Object.freeze({
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL ?? null,
    knowledgeDir: resolve(env.KNOWLEDGE_DIR),
    dataDir: resolve(env.DATA_DIR),
    office: {
      name: env.OFFICE_NAME,
      contact: env.OFFICE_CONTACT ?? null,
      dataContact: env.DATA_CONTACT ?? null,
    },
    defaultLocality: env.DEFAULT_LOCALITY ?? null,
    embedOrigins: (env.EMBED_ORIGINS ?? "").split(/[\s,]+/u).filter((origin) => origin !== ""),
    retentionDays: env.RETENTION_DAYS,
    telegram: telegram(env),
    zaloBot: zaloBot(env),
    zaloOa: zaloOa(env),
    embeddings: modelSettings(env, env.EMBEDDINGS, env.EMBEDDINGS_BASE_URL, env.EMBEDDINGS_API_KEY),
    chatModel: chatModel(env),
  });
}

export const settingNames: readonly string[] = Object.keys(Environment.shape);

/** Reads .env and the environment once. Throws ConfigError with every problem found. */
export function loadConfig(environment: Readonly<Record<string, string | undefined>> = withDotenv()): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`));
  }
  const problems = together(parsed.data);
  const tracing = [
    "LANGSMITH_TRACING",
    "LANGSMITH_TRACING_V2",
    "LANGCHAIN_TRACING",
    "LANGCHAIN_TRACING_V2",
  ].filter((name) => environment[name] === "true");
  problems.push(...tracing.map((name) => `${name} would send questions to an outside service: remove it`));
  if (problems.length > 0) {
    throw new ConfigError(problems);
  }
  return shape(parsed.data);
}

function withDotenv(): Readonly<Record<string, string | undefined>> {
  readDotenv({ quiet: true });
  return process.env;
}

// The import rules of the design, in one readable table: who may import whom.
const features = ["knowledge", "answering", "reminders", "conversation"];
const adapters = ["channels", "models", "storage", "web"];
const core = ["domain", "vietnamese", "ports"];
const folders = [...core, ...features, "office", ...adapters, "app"];
// The stages of a feature, the last one first: each may import only those that stand behind it in the list.
const stages = {
  knowledge: ["ingest", "register", "report", "understand.ts", "guides", "lint", "extract", "files", "tables", "outline", "text", "read", "entities"],
  answering: ["answer.ts", "finish.ts", "find", "judge", "retrieve", "rewrite", "compose", "verify.ts", "lookup", "index", "search", "understand", "guard"],
  conversation: ["inbox", "handle.ts", "answer-question.ts", "last-answer.ts", "guide-walk.ts", "commands", "input", "turn"],
  reminders: ["deliver", "report", "plan", "ledger", "tasks", "calendar"],
};
const networks = ["telegram", "zalo-bot", "zalo-oa", "web"];

const within = (...names) => `^src/(${names.map((name) => name.replace(".", "\\.")).join("|")})(/|$)`;
const only = (name, ...allowed) => ({
  name: `${name}-imports`, severity: "error",
  from: { path: within(name) }, to: { path: "^src/", pathNot: within(name, ...allowed) },
});
const vendor = (name, pkg, home) => ({
  name, severity: "error", comment: `${pkg} is known to one place only`,
  from: { path: "^src/", pathNot: home }, to: { path: `node_modules/${pkg}` },
});
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "known-folders", severity: "error", comment: "a new folder needs a rule of its own here",
      from: { path: "^src/", pathNot: within(...folders, "main.ts") }, to: {},
    },
    only("domain"),
    only("vietnamese", "domain"),
    only("ports", "domain"),
    ...features.map((feature) => only(feature, ...core)),
    only("office", ...features, ...core),
    ...adapters.map((adapter) => only(adapter, ...core)),
    only("app", ...folders),
    only("app/log.ts", "domain", "ports"),
    only("app/config.ts", "domain", "ports"),
    ...Object.entries(stages).flatMap(([feature, order]) => [
      {
        name: `${feature}-known-stages`, severity: "error", comment: "a new stage needs its place in the list above",
        from: { path: within(feature), pathNot: within(...order.map((stage) => `${feature}/${stage}`)) }, to: {},
      },
      ...order.map((stage, at) => ({
        name: `${feature}-${stage}-order`, severity: "error",
        from: { path: within(`${feature}/${stage}`) },
        to: { path: within(feature), pathNot: within(...order.slice(at).map((later) => `${feature}/${later}`)) },
      })),
    ]),
    ...networks.map((network) => ({
      name: `channel-${network}-alone`, severity: "error",
      from: { path: within(`channels/${network}`) },
      to: { path: within("channels"), pathNot: within(`channels/${network}`, "channels/shared") },
    })),
    vendor("grammy-home", "(grammy|@grammyjs)", "^src/channels/telegram/"),
    vendor("axios-home", "axios", "^src/channels/shared/"),
    vendor("sqlite-home", "better-sqlite3", "^src/storage/embedded/"),
    vendor("hnsw-home", "(hnswlib-node|@langchain/community)", "^src/storage/embedded/knowledge/"),
    vendor("langchain-home", "(langchain|@langchain/(core|openai))", "^src/(models|storage/embedded)/"),
    vendor("readers-home", "(mammoth|unpdf|yauzl)", "^src/knowledge/read/"),
    vendor("documents-out-home", "(docx|ical-generator)", "^src/reminders/report/"),
    vendor("http-home", "(hono|@hono)", "^src/(web|channels/web)/"),
    vendor("metrics-home", "prom-client", "^src/web/"),
    vendor("one-time-codes-home", "otpauth", "^src/web/console/sign-in/"),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};

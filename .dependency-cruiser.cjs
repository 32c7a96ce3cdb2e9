// The import rules of the design, in one readable table: who may import whom.
const features = ["knowledge", "answering", "reminders", "conversation"];
const adapters = ["channels", "models", "storage", "web"];
const core = ["domain", "vietnamese", "ports"];
const within = (...names) => `^src/(${names.join("|")})(/|$)`;
const vendor = (name, pkg, home) => ({
  name, severity: "error", comment: `${pkg} is known to one place only`,
  from: { path: "^src/", pathNot: home }, to: { path: `node_modules/${pkg}` },
});
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "domain-alone", severity: "error", from: { path: within("domain") }, to: { path: "^src/", pathNot: within("domain") } },
    { name: "vietnamese-pure", severity: "error", from: { path: within("vietnamese") }, to: { path: "^src/", pathNot: within("vietnamese", "domain") } },
    ...features.map((f) => ({
      name: `feature-${f}`, severity: "error", from: { path: within(f) },
      to: { path: "^src/", pathNot: within(f, ...core) },
    })),
    ...adapters.map((a) => ({
      name: `adapter-${a}`, severity: "error", from: { path: within(a) },
      to: { path: "^src/", pathNot: within(a, ...core) },
    })),
    { name: "ports-domain-only", severity: "error", from: { path: "^src/(ports/|app/(log|config)\\.ts)" }, to: { path: "^src/", pathNot: within("domain", "ports", "app/config\\.ts") } },
    vendor("grammy-home", "(grammy|@grammyjs)", "^src/channels/telegram"),
    vendor("axios-home", "axios", "^src/channels/"),
    vendor("sqlite-home", "better-sqlite3", "^src/storage/embedded/"),
    vendor("hnsw-home", "(hnswlib-node|@langchain/community)", "^src/storage/embedded/"),
    vendor("langchain-home", "(langchain|@langchain/(core|openai))", "^src/(models|storage/embedded)/"),
    vendor("docx-in-home", "(mammoth|unpdf|yauzl)", "^src/knowledge/"),
    vendor("http-home", "(hono|@hono)", "^src/(web|channels/web)"),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};

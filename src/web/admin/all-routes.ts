import { accountRoutes } from "./account.ts";
import { auditRoutes } from "./audit.ts";
import { boardRoutes } from "./board.ts";
import { correctTaskRoutes } from "./correct-task.ts";
import { curatedRoutes } from "./curated.ts";
import { dataFilesRoutes } from "./data-files.ts";
import { deliveriesRoutes } from "./deliveries.ts";
import { documentRoutes } from "./document-page.ts";
import { documentsRoutes } from "./documents.ts";
import { editionsRoutes } from "./editions.ts";
import { exportRoutes } from "./export.ts";
import { handOversRoutes } from "./hand-overs.ts";
import { overviewRoutes } from "./overview.ts";
import { peopleRoutes } from "./people.ts";
import { progressRoutes } from "./progress.ts";
import { questionsRoutes } from "./questions.ts";
import { reportsRoutes } from "./reports.ts";
import { switchesRoutes } from "./switches.ts";
import { tasksRoutes } from "./tasks.ts";
import { uploadsRoutes } from "./uploads.ts";
import type { Route } from "./visit.ts";
import { whyRoutes } from "./why.ts";

/** Every route behind the sign-in, so that each can be held to the same rules. */
export function allRoutes(): readonly Route[] {
  return [
    ...overviewRoutes,
    ...questionsRoutes,
    ...handOversRoutes,
    ...curatedRoutes,
    ...tasksRoutes,
    ...correctTaskRoutes,
    ...boardRoutes,
    ...deliveriesRoutes,
    ...reportsRoutes,
    ...documentsRoutes,
    ...documentRoutes,
    ...uploadsRoutes,
    ...progressRoutes,
    ...editionsRoutes,
    ...whyRoutes,
    ...dataFilesRoutes,
    ...peopleRoutes,
    ...switchesRoutes,
    ...auditRoutes,
    ...accountRoutes,
    ...exportRoutes,
  ];
}

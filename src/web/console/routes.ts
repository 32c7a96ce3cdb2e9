import { progressRoutes } from "./frame/progress.ts";
import type { Route } from "./frame/visit.ts";
import { dataFilesRoutes } from "./knowledge/data-files.ts";
import { documentRoutes } from "./knowledge/document-page.ts";
import { documentsRoutes } from "./knowledge/documents.ts";
import { editionsRoutes } from "./knowledge/editions.ts";
import { uploadsRoutes } from "./knowledge/uploads.ts";
import { whyRoutes } from "./knowledge/why.ts";
import { auditRoutes } from "./office/audit.ts";
import { overviewRoutes } from "./office/overview.ts";
import { peopleRoutes } from "./office/people.ts";
import { switchesRoutes } from "./office/switches.ts";
import { curatedRoutes } from "./questions/curated.ts";
import { exportRoutes } from "./questions/export.ts";
import { handOversRoutes } from "./questions/handovers.ts";
import { questionsRoutes } from "./questions/questions.ts";
import { accountRoutes } from "./sign-in/account.ts";
import { boardRoutes } from "./work/board.ts";
import { correctTaskRoutes } from "./work/correct-task.ts";
import { deliveriesRoutes } from "./work/deliveries.ts";
import { reportsRoutes } from "./work/reports.ts";
import { requestsRoutes } from "./work/requests.ts";
import { tasksRoutes } from "./work/tasks.ts";

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
    ...requestsRoutes,
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

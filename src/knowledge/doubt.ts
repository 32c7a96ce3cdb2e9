import type { Finding } from "../domain/task.ts";

/** A finding before it knows its paper. */
export type Doubt = Omit<Finding, "doc">;

import { readGuide } from "../guides/guide.ts";
import { readPaper } from "../read/read.ts";
import { understandDocument } from "../understand.ts";
import type { Readers } from "./documents.ts";

/** How the service and the command lines read papers and guides. */
export const readers: Readers = { readPaper, understandDocument, readGuide };

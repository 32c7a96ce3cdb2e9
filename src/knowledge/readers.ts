import { readGuide } from "./guide.ts";
import { readPaper } from "./read.ts";
import type { Readers } from "./reload-documents.ts";
import { understand } from "./understand.ts";

/** How the service and the command lines read papers and guides. */
export const readers: Readers = { readPaper, understand, readGuide };

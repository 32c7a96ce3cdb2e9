type PaperOrigin = "text" | "markdown" | "pdf_text" | "pdf_ocr" | "pdf_mixed" | "photo" | "docx" | "doc";

/** How reading one file ended. Warnings and reasons are Vietnamese, for admins. */
export type ReadPaper =
  | {
      readonly outcome: "read";
      /** NFC, lines ended by \n, tables as Markdown rows where the file has real ones. */
      readonly text: string;
      readonly origin: PaperOrigin;
      readonly warnings: readonly string[];
      readonly pages?: number;
    }
  | { readonly outcome: "unread"; readonly reason: string };

/** Thrown inside the reading of a file, turned into an unread outcome at its edge. The message is the reason. */
export class Unreadable extends Error {}

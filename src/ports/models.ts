export class ModelError extends Error {
  readonly reason: "unreachable" | "timeout" | "refused" | "bad_answer" | "too_large" | "resting";
  constructor(reason: ModelError["reason"], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Texts to unit-length vectors. The fingerprint changes whenever the vectors would. */
export interface Embedder {
  readonly fingerprint: string;
  readonly dimensions: number;
  embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>;
}

/** A language model behind a switch. Answers JSON text matching the request's shape, or throws ModelError. */
export interface ChatModel {
  readonly name: string;
  complete(
    request: { readonly system: string; readonly user: string; readonly maxTokens: number },
    signal: AbortSignal,
  ): Promise<string>;
}

/** Text to speech, where the machine can do it. */
export interface Speech {
  /** OGG with Opus; null when it cannot be made now. Never rejects. */
  speak(text: string): Promise<Uint8Array | null>;
}

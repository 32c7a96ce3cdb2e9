// The part of autocannon that is used here; the package brings no types.
declare module "autocannon" {
  interface Sent {
    body?: string;
  }
  interface Result {
    readonly "2xx": number;
    readonly non2xx: number;
    readonly errors: number;
    readonly duration: number;
    /** ms */
    readonly latency: { readonly p50: number; readonly p99: number; readonly max: number };
  }
  function autocannon(options: {
    readonly url: string;
    readonly connections: number;
    /** s */
    readonly duration: number;
    readonly requests: readonly {
      readonly method: "POST";
      readonly path: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly setupRequest: (request: Sent) => Sent;
    }[];
  }): Promise<Result>;
  export = autocannon;
}

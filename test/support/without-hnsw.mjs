// Makes a process think that hnswlib-node is not installed.
import { register } from "node:module";

const hooks = `export function resolve(specifier, context, next) {
  if (specifier === "hnswlib-node") {
    throw new Error("Cannot find package 'hnswlib-node'");
  }
  return next(specifier, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

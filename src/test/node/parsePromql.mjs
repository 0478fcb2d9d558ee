// Reads PromQL expressions, a JSON list, from standard input; prints each that Prometheus' own grammar does not accept.
import { parser } from "@prometheus-io/lezer-promql";
import { readFileSync } from "node:fs";

for (const expression of JSON.parse(readFileSync(0, "utf8"))) {
  let broken = expression.trim() === "";
  parser.parse(expression).iterate({ enter: (node) => { broken ||= node.type.isError; } });
  if (broken) {
    console.log(expression);
  }
}

// Headings and lines above sub-items that name the bodies which answer for them.
import { actingUnit, headingUnits, standingName } from "../entities/responsible-unit.ts";
import type { UnitReader } from "../entities/units.ts";
import type { Node } from "../outline/outline.ts";

/** A line that announces its sub-items. */
export const listing = (node: Node): boolean => node.words.text.endsWith(":") && node.children.length > 0;

/** Bodies a heading names; among headings that mostly do, an unknown one stands for itself. */
function namedIn(node: Node, units: UnitReader, siblings: readonly Node[]): readonly string[] {
  const named = headingUnits(node.words.text, units);
  const known = named.length > 0 || actingUnit(node.words.text, units) !== null;
  const name = known || node.kind !== "section" ? null : standingName(node.words.text);
  const beside = (node.parent?.children ?? siblings).filter((one) => one.kind === "section" && one !== node);
  const bodies = beside.filter((one) => actingUnit(one.words.text, units) !== null);
  return name !== null && bodies.length >= 2 && bodies.length * 2 >= beside.length ? [name] : named;
}

/** Bodies that a heading or a line announcing sub-items names. */
export function bodiesHeading(
  node: Node,
  units: UnitReader,
  siblings: readonly Node[] = [],
): readonly string[] {
  return node.kind === "section" || listing(node) ? namedIn(node, units, siblings) : [];
}

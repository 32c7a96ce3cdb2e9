import { at, childrenNamed, valueAt, type XmlElement } from "./xml.ts";

export type HiddenKind = "vanish" | "white" | "tiny";

export interface WordStyles {
  /** The style itself and those it is based on, nearest first. */
  chain(id: string | undefined): readonly XmlElement[];
  readonly defaultParagraph: string | undefined;
  readonly defaults: XmlElement | undefined;
}

export function readStyles(root: XmlElement | null): WordStyles {
  const byId = new Map<string, XmlElement>();
  let defaultParagraph: string | undefined;
  for (const style of childrenNamed(root ?? undefined, "style")) {
    const id = style.attributes.styleId;
    if (id !== undefined) {
      byId.set(id, style);
      if (style.attributes.type === "paragraph" && isOn(style.attributes.default)) {
        defaultParagraph = id;
      }
    }
  }
  return {
    defaultParagraph,
    defaults: at(root ?? undefined, "docDefaults", "rPrDefault", "rPr"),
    chain: (id) => {
      const chain: XmlElement[] = [];
      let style = id === undefined ? undefined : byId.get(id);
      while (style !== undefined && !chain.includes(style)) {
        chain.push(style);
        const base = valueAt(style, "basedOn");
        style = base === undefined ? undefined : byId.get(base);
      }
      return chain;
    },
  };
}

const isOn = (value: string | undefined): boolean =>
  value !== undefined && !["0", "false", "off", "none"].includes(value);

/** First of the given run properties that says something about `name`, nearest first. */
function firstSaid(properties: readonly (XmlElement | undefined)[], name: string): XmlElement | undefined {
  return properties.map((one) => at(one, name)).find((found) => found !== undefined);
}

const NEAR_WHITE = 0xf7;

function isWhite(color: string | undefined): boolean {
  const parts = /^([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(color ?? "");
  return parts?.slice(1).every((part) => Number.parseInt(part, 16) >= NEAR_WHITE) === true;
}

/** White letters on a filled cell, paragraph or run are a heading, not a hiding place. */
export function isShaded(properties: XmlElement | undefined): boolean {
  const fill = at(properties, "shd")?.attributes.fill;
  const highlight = valueAt(properties, "highlight");
  return (
    (fill !== undefined && fill !== "auto" && !isWhite(fill)) ||
    (highlight !== undefined && highlight !== "none" && highlight !== "white")
  );
}

/** True for a run that is struck through: its author took it out and left it standing. */
export function isStruck(
  run: XmlElement | undefined,
  paragraph: XmlElement | undefined,
  styles: WordStyles,
): boolean {
  const properties = [
    run,
    ...styles.chain(valueAt(run, "rStyle")).map((style) => at(style, "rPr")),
    ...styles.chain(valueAt(paragraph, "pStyle") ?? styles.defaultParagraph).map((style) => at(style, "rPr")),
  ];
  return ["strike", "dstrike"].some((name) => {
    const said = firstSaid(properties, name);
    return said !== undefined && isOn(said.attributes.val ?? "1");
  });
}

/** Why a run cannot be seen on the page, or null when it can. Sizes in Word are half points. */
export function hiddenKind(
  run: XmlElement | undefined,
  paragraph: XmlElement | undefined,
  shadedAround: boolean,
  styles: WordStyles,
): HiddenKind | null {
  const paragraphStyle = styles.chain(valueAt(paragraph, "pStyle") ?? styles.defaultParagraph);
  const properties = [
    run,
    ...styles.chain(valueAt(run, "rStyle")).map((style) => at(style, "rPr")),
    ...paragraphStyle.map((style) => at(style, "rPr")),
    styles.defaults,
  ];
  const vanish = firstSaid(properties, "vanish");
  if (vanish !== undefined && isOn(vanish.attributes.val ?? "1")) {
    return "vanish";
  }
  const size = firstSaid(properties, "sz")?.attributes.val;
  if (size !== undefined && Number(size) <= 2) {
    return "tiny";
  }
  const shaded =
    shadedAround ||
    isShaded(paragraph) ||
    properties.some(isShaded) ||
    paragraphStyle.some((style) => isShaded(at(style, "pPr")));
  return !shaded && isWhite(firstSaid(properties, "color")?.attributes.val) ? "white" : null;
}

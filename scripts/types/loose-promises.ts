import ts from "typescript";

// A forgotten await is a lost message, and neither the compiler nor the linter sees all of them: the linter's own rules
// found 34 of 60 that were taken out on purpose.

export interface LoosePromise {
  readonly node: ts.Node;
  readonly what: string;
}

/** Callbacks whose answer is read at once, so that a promise counts as "yes". */
const READ_AT_ONCE = new Set([
  "filter",
  "find",
  "findIndex",
  "findLast",
  "some",
  "every",
  "sort",
  "toSorted",
]);
const EITHER = new Set([ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken]);
const ONE_OF_TWO = new Set([...EITHER, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.CommaToken]);
const COMPARED = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);

/** Promises of one file that nobody waits for, or that are taken for the value they will have. `void` says that it is meant. */
export function loosePromises(file: ts.SourceFile, checker: ts.TypeChecker): readonly LoosePromise[] {
  const found: LoosePromise[] = [];
  const say = (node: ts.Node, what: string) => void found.push({ node, what });
  const typeOf = (node: ts.Node) => checker.getTypeAtLocation(node);
  /** Some of what it may be is a promise. */
  const may = (type: ts.Type): boolean => (type.isUnion() ? type.types.some(may) : isPromise(type));
  /** It is a promise, or nothing. */
  const is = (node: ts.Node): boolean => {
    const type = checker.getNonNullableType(typeOf(node));
    return type.isUnion() ? type.types.every(isPromise) : isPromise(type);
  };
  const always = (node: ts.Node): boolean => is(node) && isPromise(typeOf(node));
  const answers = (type: ts.Type | undefined): ts.Type | undefined => {
    const signature =
      type === undefined ? undefined : checker.getNonNullableType(type).getCallSignatures()[0];
    return signature === undefined ? undefined : checker.getReturnTypeOfSignature(signature);
  };

  function left(node: ts.Expression): void {
    if (ts.isBinaryExpression(node) && ONE_OF_TWO.has(node.operatorToken.kind)) {
      left(node.right);
    } else if (ts.isConditionalExpression(node)) {
      left(node.whenTrue);
      left(node.whenFalse);
    } else if (
      !ts.isBinaryExpression(node) &&
      !ts.isVoidExpression(node) &&
      may(typeOf(node)) &&
      !caught(node)
    ) {
      say(node, "nobody waits for this promise");
    }
  }

  function asked(node: ts.Expression): void {
    if (is(node)) {
      say(node, "a promise is always true");
    }
  }

  /** A function whose promise goes to somebody who does not look at it. */
  function handedOver(node: ts.Expression, to: ts.Type | undefined, readAtOnce: boolean): void {
    const given = answers(typeOf(node));
    if (given === undefined || !may(given)) {
      return;
    }
    const wanted = answers(to);
    if (readAtOnce || (wanted !== undefined && (wanted.flags & ts.TypeFlags.Void) !== 0)) {
      say(node, "whoever calls this does not wait for its promise");
    }
  }

  /** Where a value is looked at. */
  function looked(node: ts.Node): void {
    if (ts.isIfStatement(node) || ts.isWhileStatement(node)) {
      asked(node.expression);
    } else if (ts.isConditionalExpression(node)) {
      asked(node.condition);
    } else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      asked(node.operand);
    } else if (ts.isBinaryExpression(node) && EITHER.has(node.operatorToken.kind)) {
      asked(node.left);
    } else if (ts.isBinaryExpression(node) && COMPARED.has(node.operatorToken.kind) && always(node.left)) {
      say(node, "a promise is compared, not its value");
    } else if (ts.isSpreadElement(node) && is(node.expression)) {
      say(node, "a promise is spread, not its value");
    }
  }

  /** Templates of HTML wait for what stands in them; plain ones do not. */
  function written(node: ts.TemplateSpan): void {
    if (!ts.isTaggedTemplateExpression(node.parent.parent) && may(typeOf(node.expression))) {
      say(node.expression, "a promise stands in a text");
    }
  }

  function called(node: ts.CallExpression): void {
    const method = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : "";
    // `finally` waits for what its function gives back, whatever its type says.
    for (const argument of method === "finally" ? [] : node.arguments) {
      handedOver(argument, checker.getContextualType(argument), READ_AT_ONCE.has(method));
    }
  }

  function visit(node: ts.Node): void {
    if (ts.isExpressionStatement(node)) {
      left(node.expression);
    } else if (ts.isTemplateSpan(node)) {
      written(node);
    } else if (ts.isCallExpression(node)) {
      called(node);
    } else if (ts.isPropertyAssignment(node)) {
      handedOver(node.initializer, checker.getContextualType(node.initializer), false);
    } else {
      looked(node);
    }
    ts.forEachChild(node, visit);
  }

  visit(file);
  return found;
}

function isPromise(type: ts.Type): boolean {
  return type.symbol?.name === "Promise" || type.symbol?.name === "PromiseLike";
}

/** `.catch(…)`, or `.then(…, …)`: whatever comes of it is seen to. */
function caught(node: ts.Expression): boolean {
  if (ts.isAwaitExpression(node)) {
    return true;
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) {
    return false;
  }
  const { text } = node.expression.name;
  return text === "catch" || (text === "then" && node.arguments.length === 2);
}

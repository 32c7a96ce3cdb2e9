// The chat of the page. Without it the form still answers one question at a time.
const body = document.body;
const words = JSON.parse(body.dataset.words);
const embedded = "embedded" in body.dataset;
const log = document.getElementById("log");
const form = document.getElementById("ask");
const field = document.getElementById("text");
const problem = document.getElementById("problem");
const speech = window.speechSynthesis;

/** In a frame on another site the browser keeps no cookie, so the session lives as long as the frame. */
let session;
/** The newest reply seen, as the server numbers them. */
let after = 0;
/** The question asked last: when its answer comes, both are brought into view from their beginning. */
let lastSaid = null;
/** Grows with each question, so that following up an older one ends. */
let turn = 0;

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

function show(made) {
  log.append(made);
  return made;
}

function showSaid(text) {
  const said = element("div", "said");
  said.append(element("span", "who", `${words.you}: `), text);
  lastSaid = show(said);
  lastSaid.scrollIntoView({ block: "start" });
}

function linePart(line) {
  return line.map((span) => {
    if (!span.href) {
      return span.text;
    }
    const link = element("a", "", span.text);
    link.href = span.href;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    return link;
  });
}

function blockPart(block) {
  if (block.kind === "steps" || block.kind === "bullets") {
    const list = element(block.kind === "steps" ? "ol" : "ul");
    if (block.start) {
      list.start = block.start;
    }
    for (const line of block.lines) {
      const item = element("li");
      item.append(...linePart(line));
      list.append(item);
    }
    return list;
  }
  const part = element("p", block.kind);
  block.lines.forEach((line, index) => {
    part.append(...(index > 0 ? [element("br")] : []), ...linePart(line));
  });
  return part;
}

function showReply(reply) {
  const part = element("div", "reply");
  part.append(element("span", "who", `${words.assistant}: `), ...reply.blocks.map(blockPart));
  if (reply.file) {
    const link = element("a", "", reply.file.label);
    link.href = reply.file.href;
    link.download = "";
    part.append(link);
  }
  if (reply.buttons.length > 0) {
    part.append(choices(reply.buttons));
  }
  if (speech && reply.text !== "") {
    part.append(reader(reply.text));
  }
  show(part);
}

function choices(buttons) {
  const group = element("div", "choices");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", words.choose);
  for (const { label, value } of buttons) {
    const button = element("button", "", label);
    button.type = "button";
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-disabled") === "true") {
        return;
      }
      // Not `disabled`: that would throw the keyboard's place away.
      for (const other of group.children) {
        other.setAttribute("aria-disabled", "true");
      }
      ask({ button: value }, label);
    });
    group.append(button);
  }
  return group;
}

function reader(text) {
  const button = element("button", "read", words.read);
  button.type = "button";
  const ended = () => {
    button.textContent = words.read;
  };
  button.addEventListener("click", () => {
    const mine = button.textContent === words.stop;
    speech.cancel();
    if (mine) {
      ended();
      return;
    }
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.lang = "vi-VN";
    spoken.voice = speech.getVoices().find((voice) => voice.lang.replace("_", "-").startsWith("vi")) ?? null;
    spoken.onend = ended;
    spoken.onerror = ended;
    button.textContent = words.stop;
    speech.speak(spoken);
  });
  return button;
}

function showProblem(sentence) {
  problem.textContent = sentence;
  problem.hidden = sentence === "";
}

function take(answer) {
  session = answer.session ?? session;
  for (const reply of answer.replies) {
    // A request still under way may bring a reply that another has brought already.
    if (reply.at > after) {
      after = reply.at;
      showReply(reply);
      lastSaid?.scrollIntoView({ block: "start" });
    }
  }
}

async function ask(said, label) {
  turn += 1;
  showProblem("");
  document.getElementById("starters")?.remove();
  showSaid(label);
  const thinking = show(element("p", "thinking", words.thinking));
  const id = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  try {
    const response = await fetch("/api/chat", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...said, id, session, embedded }),
    });
    const answer = await response.json();
    if (response.ok) {
      take(answer);
      follow(turn, answer.waiting, 0, thinking);
    } else {
      giveBack(label, said, answer.problem ?? words.offline);
    }
    if (!response.ok || !answer.waiting) {
      thinking.remove();
    }
  } catch {
    thinking.remove();
    giveBack(label, said, words.offline);
  }
}

/** What was not received stands in the field again, so that nothing is typed twice. */
function giveBack(label, said, sentence) {
  showProblem(sentence);
  if (said.text && field.value === "") {
    field.value = label;
  }
}

/** Asks for what comes later: quickly for a minute while an answer is due, then seldom, for the reply of a person. */
function follow(mine, due, round, thinking) {
  const pause = due ? 700 : Math.min(60_000, 5000 * 2 ** round);
  setTimeout(async () => {
    if (mine !== turn) {
      thinking.remove();
      return;
    }
    const answer = document.hidden ? null : await fetchLater();
    if (answer) {
      take(answer);
    }
    const stillDue = due && answer?.waiting !== false && round < 80;
    if (!stillDue) {
      thinking.remove();
    }
    follow(mine, stillDue, due && !stillDue ? 0 : round + 1, thinking);
  }, pause);
}

function fetchLater() {
  return fetch(`/api/chat?after=${after}`, { headers: session ? { "x-phien": session } : {} })
    .then((response) => response.json())
    .catch(() => null);
}

function toggle(id) {
  const button = document.getElementById(id);
  const root = document.documentElement;
  const set = (on) => {
    root.classList.toggle(id, on);
    button.setAttribute("aria-pressed", String(on));
  };
  try {
    set(localStorage.getItem(id) === "on");
  } catch {
    // A browser that keeps nothing: the switch works for this visit.
  }
  button.addEventListener("click", () => {
    const on = !root.classList.contains(id);
    set(on);
    try {
      localStorage.setItem(id, on ? "on" : "off");
    } catch {
      // As above.
    }
  });
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = event.submitter?.name === "suggestion" ? event.submitter.value : field.value.trim();
  if (text === "") {
    showProblem(words.empty);
    field.focus();
    return;
  }
  if (event.submitter?.name !== "suggestion") {
    field.value = "";
  }
  ask({ text }, text);
});

field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit(form.querySelector(".send"));
  }
});

toggle("large");
toggle("contrast");
document.querySelector(".switches").hidden = false;

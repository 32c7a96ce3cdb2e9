// The chat of the page. Without it the form still answers one question at a time.
import { element, replyPart } from "./answer.js";

const body = document.body;
const words = JSON.parse(body.dataset.words);
const embedded = "embedded" in body.dataset;
const log = document.getElementById("log");
const form = document.getElementById("ask");
const field = document.getElementById("text");
const problem = document.getElementById("problem");

/** In a frame on another site the browser keeps no cookie, so the session lives as long as the frame. */
let session;
/** The newest reply seen, as the server numbers them. */
let after = 0;
/** The question asked last: when its answer comes, both are brought into view from their beginning. */
let lastSaid = null;
/** Grows with each question, so that following up an older one ends. */
let turn = 0;

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
      show(replyPart(reply, words, (button, label) => ask({ button }, label)));
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
  void ask({ text }, text);
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

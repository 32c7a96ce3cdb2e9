// An answer as it stands on the page. Words are only ever set as text; links were decided on the server.
const speech = window.speechSynthesis;

export function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
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

/** `choose` is told the button taken: what it stands for, and its label. */
export function replyPart(reply, words, choose) {
  const part = element("div", "reply");
  part.append(element("span", "who", `${words.assistant}: `), ...reply.blocks.map(blockPart));
  if (reply.file) {
    const link = element("a", "", reply.file.label);
    link.href = reply.file.href;
    link.download = "";
    part.append(link);
  }
  // A pair of marks under an answer goes by itself: taking one leaves the other choices open.
  const paired = reply.buttons.filter((button, at) => button.beside || reply.buttons[at + 1]?.beside);
  const single = reply.buttons.filter((button) => !paired.includes(button));
  if (single.length > 0) {
    part.append(choices(single, words.choose, choose));
  }
  if (paired.length > 0) {
    const marks = choices(paired, words.rate, choose);
    marks.classList.add("marks");
    part.append(marks);
  }
  if (speech && reply.text !== "") {
    part.append(reader(reply.text, words));
  }
  return part;
}

function choices(buttons, label, choose) {
  const group = element("div", "choices");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", label);
  for (const { label: said, value } of buttons) {
    const button = element("button", "", said);
    button.type = "button";
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-disabled") === "true") {
        return;
      }
      // Not `disabled`: that would throw the keyboard's place away.
      for (const other of group.children) {
        other.setAttribute("aria-disabled", "true");
      }
      choose(value, said);
    });
    group.append(button);
  }
  return group;
}

function reader(text, words) {
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

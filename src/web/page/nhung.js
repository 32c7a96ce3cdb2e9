// Puts the chat on another site: <script src="https://…/nhung.js" async></script>. `words` comes before this text.
const home = new URL(document.currentScript.src).origin;

const button = document.createElement("button");
button.type = "button";
button.textContent = words.open;
button.setAttribute("aria-expanded", "false");
Object.assign(button.style, {
  position: "fixed",
  right: "12px",
  bottom: "12px",
  zIndex: "2147483000",
  minHeight: "48px",
  padding: "0 20px",
  border: "2px solid #ffffff",
  borderRadius: "999px",
  background: "#0b4f6c",
  color: "#ffffff",
  font: "700 17px/1.3 system-ui, sans-serif",
  boxShadow: "0 2px 10px rgba(0, 0, 0, 0.35)",
  cursor: "pointer",
});

let frame = null;

function openFrame() {
  frame = document.createElement("iframe");
  frame.src = `${home}/nhung`;
  frame.title = words.open;
  Object.assign(frame.style, {
    position: "fixed",
    right: "8px",
    bottom: "72px",
    zIndex: "2147483000",
    width: "min(420px, calc(100vw - 16px))",
    height: "min(660px, calc(100vh - 84px))",
    border: "2px solid #0b4f6c",
    borderRadius: "14px",
    background: "#ffffff",
    boxShadow: "0 4px 24px rgba(0, 0, 0, 0.35)",
  });
  document.body.append(frame);
}

function toggle(open) {
  if (frame === null && open) {
    openFrame();
  } else if (frame !== null) {
    frame.style.display = open ? "block" : "none";
  }
  button.textContent = open ? words.close : words.open;
  button.setAttribute("aria-expanded", String(open));
}

button.addEventListener("click", () => toggle(button.getAttribute("aria-expanded") !== "true"));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && button.getAttribute("aria-expanded") === "true") {
    toggle(false);
    button.focus();
  }
});

function place() {
  document.body.append(button);
}
if (document.body === null) {
  document.addEventListener("DOMContentLoaded", place);
} else {
  place();
}

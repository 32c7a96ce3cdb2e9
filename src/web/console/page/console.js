// Little comforts; everything works without them.

// A narrow screen begins with the menu folded.
const menu = document.querySelector(".menu");
if (menu !== null && matchMedia("(max-width: 60rem)").matches) {
  menu.removeAttribute("open");
}

for (const link of document.querySelectorAll("[data-back]")) {
  link.addEventListener("click", (event) => {
    if (history.length > 1) {
      event.preventDefault();
      history.back();
    }
  });
}

// What runs is asked after until it ends; then the page is shown anew.
const running = document.querySelector("[data-poll]");
if (running !== null) {
  const look = async () => {
    try {
      const answer = await fetch(running.dataset.poll, { headers: { accept: "application/json" } });
      const state = answer.redirected ? { running: false } : await answer.json();
      if (!state.running) {
        location.reload();
        return;
      }
      if (running.textContent !== state.line) {
        running.textContent = state.line;
      }
    } catch {
      // The next look may succeed.
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 700);
}

for (const drop of document.querySelectorAll(".drop")) {
  const input = drop.querySelector("input");
  for (const kind of ["dragover", "dragenter"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  for (const kind of ["dragleave", "drop"]) {
    drop.addEventListener(kind, () => drop.classList.remove("over"));
  }
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer !== null && event.dataTransfer.files.length > 0) {
      input.files = event.dataTransfer.files;
    }
  });
}

// One press, one act.
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener("submit", () => {
    setTimeout(() => {
      for (const button of form.querySelectorAll("button")) {
        button.disabled = true;
      }
    });
  });
}
addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button:disabled")) {
    button.disabled = false;
  }
});

// Tested by test/report/html/browser.test.ts

/** The page's script, for browsers of the last years. It holds nothing of a report: its hash is always the same. */
export const script = String.raw`"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const form = byId("filter");
  const section = byId("services");
  const count = byId("count");
  const hosts = [...byId("hosts").options].map((option) => option.value);
  const rowChunks = [...document.querySelectorAll("#rows > tbody")];
  const sectionChunks = [...section.querySelectorAll(":scope > div")];
  const rows = rowChunks.flatMap((chunk) => [...chunk.rows]);
  const names = ["q", "verdict", "severity", "account", "host", "sort"];
  const items = [...section.querySelectorAll(":scope > div > details")].map((details, index) => {
    const { a = "default", s = "", h = "" } = details.dataset;
    const own = h === "" ? [] : h.split(" ").map((each) => hosts[each]);
    return { details, row: rows[index], index, verdict: details.querySelector("summary span").className, account: a, severities: s.split(" "), hosts: own };
  });
  const label = (item) => (item.label ??= item.row.cells[0].textContent.toLowerCase());
  const text = (item) =>
    (item.text ??= [item.details.textContent, item.row.textContent, item.account].join(" ").toLowerCase());
  const wait = window.requestIdleCallback ?? setTimeout;
  wait(() => items.forEach(text));

  const orders = {
    name: (one, other) => label(one).localeCompare(label(other)),
    host: (one, other) => (one.hosts[0] ?? "\uffff").localeCompare(other.hosts[0] ?? "\uffff"),
    account: (one, other) => one.account.localeCompare(other.account),
  };
  let order = "";
  const sort = (by) => {
    if (by === order) return;
    order = by;
    const sorted = [...items].sort((one, other) => orders[by]?.(one, other) || one.index - other.index);
    const size = Math.ceil(items.length / rowChunks.length);
    rowChunks.forEach((chunk, index) => {
      const own = sorted.slice(index * size, (index + 1) * size);
      chunk.append(...own.map(({ row }) => row));
      sectionChunks[index].append(...own.map(({ details }) => details));
    });
  };
  // A chunk that is not laid out is as high as is said here: about, for an open section.
  const measure = () => {
    const place = (chunk, height) => {
      chunk.hidden = height === 0;
      chunk.style.setProperty("--n", height);
    };
    rowChunks.forEach((chunk, index) => {
      place(chunk, [...chunk.rows].filter(({ hidden }) => !hidden).length);
      const shown = [...sectionChunks[index].children].filter(({ hidden }) => !hidden);
      place(sectionChunks[index], shown.reduce((sum, { open }) => sum + (open ? 7 : 1), 0));
    });
  };

  const apply = (state) => {
    const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
    const host = state.host.trim().toLowerCase();
    const isWanted = hosts.includes(host) ? (each) => each === host : (each) => each.includes(host);
    let shown = 0;
    for (const item of items) {
      const matches =
        (state.verdict === "" || item.verdict === state.verdict) &&
        (state.severity === "" || item.severities.includes(state.severity)) &&
        (state.account === "" || item.account === state.account) &&
        (host === "" || item.hosts.some(isWanted)) &&
        words.every((word) => text(item).includes(word));
      shown += matches ? 1 : 0;
      if (item.details.hidden === matches) {
        item.details.hidden = item.row.hidden = !matches;
      }
    }
    sort(state.sort);
    measure();
    const all = items.length.toLocaleString("en-US");
    count.textContent = shown === items.length ? all + " services" : shown.toLocaleString("en-US") + " of " + all + " services";
    document.documentElement.classList.toggle("empty", shown === 0 && items.length > 0);
  };

  const emptyState = () => Object.fromEntries(names.map((name) => [name, ""]));
  const fromForm = () => Object.fromEntries(names.map((name) => [name, form.elements[name]?.value ?? ""]));
  const chosenText = (state, at = "") => {
    const chosen = Object.entries({ ...state, at }).filter(([, value]) => value !== "");
    return String(new URLSearchParams(chosen));
  };
  const show = (id) => {
    const target = byId(id);
    if (!target) return;
    if (target.localName === "details") target.open = true;
    // The chunks around it are laid out once they are in view, and are seldom as high as was thought.
    const settle = (left) => {
      target.scrollIntoView({ behavior: "instant" });
      const { top } = target.getBoundingClientRect();
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (left > 0 && Math.abs(target.getBoundingClientRect().top - top) > 1) settle(left - 1);
        }),
      );
    };
    settle(20);
    target.querySelector("summary")?.focus({ preventScroll: true });
  };
  const read = () => {
    let whole = location.hash.slice(1);
    try {
      whole = decodeURIComponent(whole);
    } catch {}
    const plain = whole !== "" && byId(whole) ? whole : "";
    const chosen = new URLSearchParams(plain === "" ? location.hash.slice(1) : "");
    const state = Object.fromEntries(names.map((name) => [name, chosen.get(name) ?? ""]));
    for (const name of names) {
      const field = form.elements[name];
      if (!field) continue;
      field.value = state[name];
      // A choice that this report does not have is none.
      if (field.value !== state[name]) field.value = state[name] = "";
    }
    apply(state);
    const at = plain || chosen.get("at");
    if (at) show(at);
  };
  const change = () => {
    const state = fromForm();
    apply(state);
    history.replaceState(null, "", "#" + chosenText(state));
  };

  form.hidden = false;
  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(change));
  addEventListener("hashchange", read);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const hash = link.getAttribute("href").slice(1);
    // The choice stays beside the place.
    event.preventDefault();
    location.hash = byId(hash) ? chosenText(fromForm(), hash) : hash;
    if (!byId(hash)) form.scrollIntoView({ block: "nearest" });
  });
  read();

  // Where the page may not use the clipboard, the command is selected for the reader to copy.
  const copy = async (code, button) => {
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      getSelection().selectAllChildren(code);
      if (!document.execCommand("copy")) return;
      getSelection().removeAllRanges();
    }
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 2000);
  };
  const commands = document.querySelectorAll(".cmd");
  for (const command of commands) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.setAttribute("aria-live", "polite");
    command.append(button);
  }
  document.addEventListener("click", ({ target }) => {
    if (target.matches(".cmd button")) copy(target.previousElementSibling, target);
  });

  const hostTexts = new Map(
    [...document.querySelectorAll(".legend a")].map((link) => [link.querySelector("b").textContent, link.textContent]),
  );
  const events = [...document.querySelectorAll("thead th[title]")].map((cell) => cell.title);
  byId("rows")?.addEventListener("mouseover", ({ target }) => {
    const cell = target.closest("td");
    if (!cell || cell.title || cell.cellIndex < 2 || cell.closest("thead")) return;
    const before = [...cell.parentElement.cells].slice(2, cell.cellIndex);
    const start = before.reduce((sum, { colSpan }) => sum + colSpan, 0);
    const key = cell.querySelector("b")?.textContent.replace("↑", "");
    cell.title = (hostTexts.get(key) ?? cell.textContent.trim()) + ": " + events.slice(start, start + cell.colSpan).join(", ");
  });

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = items.map(({ details }) => details).filter(({ open, hidden }) => !open && !hidden);
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
})();
`;

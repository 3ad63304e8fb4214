// Added to every page by `casebook serve`, and to no built page. It is told what the page is on the disk: loads
// it again when it differs, exchanges style sheets in place, and shows what is wrong over the last good page.
(() => {
  "use strict";
  const own = document.currentScript.dataset;
  const scrollKey = "casebook-scroll:" + location.pathname;
  const address = location.pathname;
  let stream;
  let dismissed = "";

  // Everything that is shown lives in a shadow tree, which the page's own styles do not reach.
  const host = document.createElement("casebook-preview");
  const root = host.attachShadow({ mode: "open" });
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = "/_casebook/preview.css";
  root.append(sheet);

  function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  // The mark of a page that a build leaves out.
  const banner = element("p", "mark");
  banner.setAttribute("role", "status");
  root.append(banner);
  showMark(own.mark);

  function showMark(mark) {
    banner.hidden = !mark;
    banner.textContent = mark ? mark + "（公開サイトには出ません）" : "";
  }

  // The findings, as text: nothing of them is read as HTML.
  const overlay = element("section", "problems");
  overlay.hidden = true;
  overlay.setAttribute("role", "alert");
  overlay.setAttribute("aria-label", "Errors");
  const heading = element("h1", "", "The archive has errors; this is the last good page");
  const text = element("pre", "");
  const close = element("button", "", "Close");
  close.type = "button";
  close.addEventListener("click", hideProblems);
  overlay.append(heading, close, text);
  root.append(overlay);
  document.body.append(host);

  function showProblems(problems) {
    text.textContent = problems;
    overlay.hidden = problems === "" || problems === dismissed;
    if (problems === "") dismissed = "";
  }

  function hideProblems() {
    dismissed = text.textContent;
    overlay.hidden = true;
  }

  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !overlay.hidden) hideProblems();
  });

  // Links to what is not published carry the mark too.
  function markLinks(marks) {
    for (const old of document.querySelectorAll("[data-casebook-mark]")) old.remove();
    for (const link of document.querySelectorAll("a[href]")) {
      const mark = link.origin === location.origin && link.pathname !== address && marks[link.pathname];
      if (!mark) continue;
      const shown = element("span", "", " ［" + mark + "］");
      shown.dataset.casebookMark = "";
      link.append(shown);
    }
  }

  // A style sheet's address holds a digest of its bytes: /assets/name.digest.css.
  const styleName = (path) => path.replace(/\.[0-9a-f]+\.css$/, ".css");

  function exchangeStyles(styles) {
    const current = new Map(styles.map((style) => [styleName(style), style]));
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const path = new URL(link.href).pathname;
      const style = current.get(styleName(path));
      if (!style || style === path) continue;
      const next = link.cloneNode();
      next.href = style;
      // The old one goes when the new one is there: the page is never without.
      next.addEventListener("load", () => link.remove());
      link.after(next);
    }
  }

  function reload() {
    sessionStorage.setItem(scrollKey, JSON.stringify([scrollX, scrollY]));
    location.reload();
  }

  function restoreScroll() {
    const kept = sessionStorage.getItem(scrollKey);
    if (!kept) return;
    sessionStorage.removeItem(scrollKey);
    const [x, y] = JSON.parse(kept);
    // Images may still change the page's height.
    scrollTo(x, y);
    addEventListener("load", () => scrollTo(x, y), { once: true });
  }

  function take(event) {
    const state = JSON.parse(event.data);
    showProblems(state.problems);
    if (state.digest !== own.digest) return reload();
    exchangeStyles(state.styles);
    showMark(state.marks[address]);
    markLinks(state.marks);
  }

  // A browser opens few connections to one server: a page that nobody sees has none, and asks when it is seen again.
  function listen() {
    if (document.visibilityState === "hidden") {
      stream?.close();
      stream = undefined;
    } else if (!stream) {
      stream = new EventSource("/_casebook/events?page=" + encodeURIComponent(address));
      stream.addEventListener("message", take);
    }
  }

  history.scrollRestoration = sessionStorage.getItem(scrollKey) ? "manual" : "auto";
  restoreScroll();
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => {
    stream?.close();
    stream = undefined;
  });
  addEventListener("pageshow", listen);
  listen();
})();

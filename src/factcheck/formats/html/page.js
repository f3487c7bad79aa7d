"use strict";
// The page works without this: marks and cards are linked. It adds the sum beside a mark and lights the operands where they stand.
(() => {
  const pop = document.getElementById("pop");
  const at = hash => document.getElementById(decodeURIComponent(hash.slice(1)));
  const cardsOf = mark => {
    const home = (mark.getAttribute("href") || "").replace(/f\d+$/, "f");
    return (mark.dataset.f || "").split(" ").filter(Boolean).map(number => at(home + number)).filter(Boolean);
  };
  const placesOf = card => [...card.querySelectorAll("a.place,a.op")].map(link => at(link.hash)).filter(Boolean);
  const wordOf = mark => document.querySelector(`.legend .${mark.classList[1]} + span`).textContent;
  let chosen = null, lit = [], shownFor = null, timer = 0;

  const light = card => {
    lit.forEach(element => element.classList.remove("lit"));
    lit = card ? placesOf(card) : [];
    lit.forEach(element => element.classList.add("lit"));
  };
  const add = (name, text) => pop.appendChild(document.createElement(name)).textContent = text;

  const hide = () => {
    clearTimeout(timer);
    if (shownFor) shownFor.removeAttribute("aria-describedby");
    shownFor = null;
    pop.hidden = true;
    light(chosen);
  };
  const show = mark => {
    clearTimeout(timer);
    if (mark === shownFor) return;
    hide();
    shownFor = mark;
    // Without this the browser would show its own box over ours.
    mark.removeAttribute("title");
    const cards = cardsOf(mark);
    pop.textContent = "";
    add("small", [wordOf(mark), mark.dataset.fix].filter(Boolean).join(" · "));
    cards.slice(0, 3).forEach(card => {
      add("b", card.querySelector(".title").textContent);
      add("p", card.querySelector(".sum").textContent);
    });
    if (cards.length > 3) add("small", "+ " + (cards.length - 3));
    pop.hidden = false;
    mark.setAttribute("aria-describedby", "pop");
    const box = mark.getClientRects()[0], wide = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(box.left, wide - pop.offsetWidth - 8));
    const below = box.bottom + 8, above = box.top - pop.offsetHeight - 8;
    pop.style.left = left + scrollX + "px";
    pop.style.top = (below + pop.offsetHeight > innerHeight && above > 0 ? above : below) + scrollY + "px";
    light(cards[0]);
  };
  const later = () => { clearTimeout(timer); timer = setTimeout(hide, 250); };

  document.addEventListener("pointerover", event => {
    const mark = event.target.closest("article .m"), card = event.target.closest(".card");
    if (mark) show(mark);
    else if (event.target.closest("#pop")) clearTimeout(timer);
    else if (card) { hide(); light(card); }
    else if (shownFor || lit.length) later();
  });
  document.addEventListener("focusin", event => {
    const mark = event.target.closest("article .m"), card = event.target.closest(".card");
    if (mark) show(mark);
    else if (card) { hide(); light(card); }
    else hide();
  });
  document.addEventListener("focusout", later);
  document.addEventListener("keydown", event => { if (event.key === "Escape") hide(); });

  // What a link leads to is opened, marked and, beside the text, scrolled to without moving the text.
  const choose = () => {
    document.querySelectorAll(".card.current").forEach(card => card.classList.remove("current"));
    const target = location.hash.length > 1 && at(location.hash);
    if (!target) { chosen = null; return light(null); }
    const card = target.closest(".card") || cardsOf(target)[0] || null;
    if (card) {
      for (let box = card.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
      card.classList.add("current");
    }
    chosen = card;
    light(card);
  };
  addEventListener("hashchange", choose);
  choose();
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach(box => { box.open = true; }));
})();

/* A chosen mark → its card in the margin and its fields in the text, without a new page.
   Everything here also works as plain links. */
(function () {
  "use strict";
  var place = document.getElementById("place");
  if (!place || !window.fetch || !window.URL || !history.pushState) return;
  var shownNames = ["chosen", "is-value", "is-indicator", "is-comparator", "is-when", "is-base", "is-strength"];
  var asked = 0;

  function pieces() {
    return document.querySelectorAll("[data-a]");
  }

  function show(card) {
    var spans = ((card && card.getAttribute("data-spans")) || "").split(" ").filter(Boolean).map(function (one) {
      var parts = one.split(/[:-](?=\d)/);
      return { name: parts[0], start: Number(parts[1]), end: Number(parts[2]) };
    });
    pieces().forEach(function (piece) {
      var start = Number(piece.getAttribute("data-a")), end = Number(piece.getAttribute("data-z"));
      shownNames.forEach(function (name) { piece.classList.remove(name); });
      spans.forEach(function (span) {
        if (span.start <= start && end <= span.end) piece.classList.add(span.name);
      });
    });
    document.body.classList.toggle("has-card", Boolean(card));
    var id = card && card.getAttribute("data-s");
    document.querySelectorAll(".results .to-mark").forEach(function (link) {
      if (link.getAttribute("data-s") === id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  }

  function bring(id) {
    var mark = document.getElementById("s-" + id);
    if (!mark) return;
    var box = mark.getBoundingClientRect(), bottom = window.innerHeight * 0.5;
    if (box.top < 60 || box.bottom > bottom) mark.scrollIntoView({ block: "center" });
  }

  function open(address) {
    var turn = (asked += 1), url = new URL(address, location.href);
    var id = url.searchParams.get("s");
    if (!id) {
      place.textContent = "";
      show(null);
      return Promise.resolve();
    }
    url.searchParams.set("part", "card");
    return fetch(url.pathname + url.search, { credentials: "same-origin" }).then(function (answer) {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.text();
    }).then(function (html) {
      if (turn !== asked) return;
      place.innerHTML = html;
      show(document.getElementById("card"));
      bring(id);
    });
  }

  function isPlainClick(event) {
    return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a.mark, a.at, a.to-mark, a.stray, a[data-close]") : null;
    if (!link || !isPlainClick(event) || String(getSelection())) return;
    event.preventDefault();
    var address = new URL(link.href);
    if (link.hasAttribute("data-close")) return close();
    open(address.href).then(function () {
      history.pushState({}, "", address.href);
    }, function () {
      location.href = address.href;
    });
  });

  function close() {
    var card = document.getElementById("card");
    if (!card) return;
    var mark = document.getElementById("s-" + card.getAttribute("data-s"));
    var address = new URL(location.href);
    address.searchParams.delete("s");
    address.hash = "";
    history.pushState({}, "", address.href);
    open(address.href);
    if (mark) mark.focus({ preventScroll: true });
  }

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && document.getElementById("card")) close();
  });
  window.addEventListener("popstate", function () {
    open(location.href).catch(function () { location.reload(); });
  });

  /* Which section is being read. */
  var heads = document.querySelectorAll("main [id^='sec-']");
  if (!("IntersectionObserver" in window) || !heads.length) return;
  var current = null;
  var observer = new IntersectionObserver(function () {
    var reading = null;
    heads.forEach(function (head) {
      if (head.getBoundingClientRect().top < window.innerHeight * 0.35) reading = head;
    });
    if (reading === current) return;
    current = reading;
    document.querySelectorAll(".outline a[aria-current]").forEach(function (link) { link.removeAttribute("aria-current"); });
    if (!reading) return;
    document.querySelectorAll(".outline .wide a[href='#" + reading.id + "']").forEach(function (link) {
      link.setAttribute("aria-current", "location");
      var box = link.closest(".wide");
      if (box && box.scrollHeight > box.clientHeight) box.scrollTop = link.offsetTop - box.clientHeight / 2;
    });
  }, { rootMargin: "0px 0px -65% 0px" });
  heads.forEach(function (head) { observer.observe(head); });
})();

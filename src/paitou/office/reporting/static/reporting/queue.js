/* The queue → from form to form by keyboard: N next, P before, R the reason of a return.
   Everything works without this. */
(function () {
  "use strict";
  var forms = Array.prototype.slice.call(document.querySelectorAll("form.review"));
  if (!forms.length) return;

  function here() {
    var found = -1;
    forms.forEach(function (form, place) {
      if (form.parentNode.contains(document.activeElement)) found = place;
    });
    return found;
  }

  function lead(place) {
    var form = forms[Math.max(0, Math.min(forms.length - 1, place))];
    form.parentNode.scrollIntoView();
    form.querySelector("button").focus({ preventScroll: true });
  }

  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    var key = event.key.toLowerCase(), place = here();
    if (key === "n") lead(place + 1);
    else if (key === "p") lead(place - 1);
    else if (key === "r") forms[Math.max(0, place)].querySelector("input[name=reason]").focus();
    else return;
    event.preventDefault();
  });

  document.querySelectorAll("[data-script]").forEach(function (one) { one.hidden = false; });
})();

/* A form → quick by keyboard: Enter and arrows lead from cell to cell, Ctrl+S saves, a
   column pasted from a spreadsheet fills the cells below. Everything works without this. */
(function () {
  "use strict";
  var form = document.querySelector("form.fill");
  if (!form) return;
  var cells = Array.prototype.slice.call(form.querySelectorAll("input.figure"));
  var notes = Array.prototype.slice.call(form.querySelectorAll("input.note"));
  var save = form.querySelector("button[name=save]");

  function lead(list, place) {
    var next = list[place];
    if (!next) return save.focus();
    next.focus();
    next.select();
  }

  form.addEventListener("keydown", function (event) {
    if ((event.ctrlKey || event.metaKey) && /^(s|enter)$/i.test(event.key)) {
      event.preventDefault();
      return save.click();
    }
    var list = cells.indexOf(event.target) >= 0 ? cells : notes, place = list.indexOf(event.target);
    if (place < 0 || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    var step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || (step < 0 && place === 0)) return;
    event.preventDefault();
    lead(list, place + step);
  });

  form.addEventListener("paste", function (event) {
    var first = cells.indexOf(event.target), board = event.clipboardData;
    if (first < 0 || !board) return;
    var rows = board.getData("text/plain").replace(/\r?\n$/, "").split(/\r?\n/);
    if (rows.length < 2 || rows.some(function (row) { return row.indexOf("\t") >= 0; })) return;
    event.preventDefault();
    rows.slice(0, cells.length - first).forEach(function (row, place) {
      cells[first + place].value = row.trim();
    });
    lead(cells, Math.min(first + rows.length, cells.length) - 1);
  });

  form.addEventListener("click", function (event) {
    var name = event.target.getAttribute("data-none");
    if (!name) return;
    document.getElementById("v-" + name).value = "/";
    document.getElementById("n-" + name).focus();
  });

  document.querySelectorAll("[data-script]").forEach(function (one) { one.hidden = false; });
})();

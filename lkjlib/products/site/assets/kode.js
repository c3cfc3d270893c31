// One switch shows or hides the code of a page; without it each cell keeps its own bar.
document.addEventListener("DOMContentLoaded", () => {
  const bars = document.querySelectorAll("div.cell details.hide");
  const title = document.querySelector(".bd-article h1");
  if (!bars.length || !title) return;
  const shown = document.documentElement.classList;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "lkj-tombol-kode";
  const turn = (on) => {
    shown.toggle("lkj-kode-tampak", on);
    bars.forEach((bar) => (bar.open = on));
    button.textContent = on ? "Sembunyikan kode" : "Tampilkan kode";
    button.setAttribute("aria-pressed", String(on));
  };
  button.addEventListener("click", () => turn(!shown.contains("lkj-kode-tampak")));
  shown.add("lkj-satu-tombol");
  title.after(button);
  turn(false);
});

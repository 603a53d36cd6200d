/** Style of the plain first page: system fonts, nothing to fetch. */
export const STYLE = `
:root { color-scheme: light; --ink: #1d2733; --line: #d5dbe3; --soft: #f4f6f9; --red: #b3261e; --amber: #8a5a00; --green: #1b6e3c; }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; color: var(--ink); background: #fff; }
header { padding: 12px 24px; background: #12365e; }
header a { color: #fff; font-weight: 600; text-decoration: none; }
main { max-width: 1200px; margin: 0 auto; padding: 16px 24px 64px; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; } h3 { font-size: 1rem; margin: 0; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 8px 10px; text-align: left; border-bottom: 1px solid var(--line); }
th { background: var(--soft); font-weight: 600; } .number { text-align: right; }
.badge { display: inline-block; padding: 1px 10px; border-radius: 12px; font-size: .85rem; font-weight: 600; border: 1px solid currentColor; vertical-align: middle; }
.badge.clean { color: var(--green); } .badge.needs-review { color: var(--amber); } .badge.rescan { color: var(--red); }
.paper { border: 1px solid var(--line); border-radius: 8px; padding: 12px 16px; margin: 12px 0; } .paper p { margin: 2px 0 8px; }
.paper.missing { border: 1px dashed var(--red); color: var(--red); }
.pictures { display: flex; flex-wrap: wrap; gap: 12px; }
figure { margin: 0; } figure img { border: 1px solid var(--line); background: var(--soft); min-height: 80px; display: block; }
figcaption { font-size: .8rem; max-width: 110px; }
details { margin-top: 10px; } summary { cursor: pointer; color: #0b57a4; } .fields th { font-weight: 400; width: 16rem; } .fields .doubtful td { background: #fff4d6; }
.findings { padding-left: 0; list-style: none; } .findings li { padding: 6px 12px; margin: 6px 0; border-left: 4px solid var(--line); background: var(--soft); }
.findings .error { border-color: var(--red); } .findings .warning { border-color: var(--amber); }
code { font-size: .85rem; overflow-wrap: anywhere; } .empty { padding: 48px; text-align: center; background: var(--soft); }
a { color: #0b57a4; } a:focus-visible { outline: 3px solid #f2a900; }
`;

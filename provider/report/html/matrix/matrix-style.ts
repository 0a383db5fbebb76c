// Tested by test/report/html/browser.test.ts

const most = 21;
const spans = Array.from({ length: most - 1 }, (_, index) => `[colspan="${index + 2}"]{grid-column:span ${index + 2}}`);

/** The hues of the hosts, light and dark: background and text. */
const light = [
  "#d9e8ff #123f86",
  "#ffe3cc #7a3500",
  "#d6f2e3 #0f5a35",
  "#f4dcf7 #6d1c78",
  "#fff0b8 #654a00",
  "#d3f0f5 #0b5361",
  "#fbdbe2 #86173a",
  "#e4e0fb #3f2f94",
];
const dark = [
  "#1d3a66 #cfe2ff",
  "#5a3110 #ffdcbf",
  "#164a30 #c4f0d8",
  "#52205a #f6d5fa",
  "#4d3d08 #fbe7a0",
  "#124852 #c3eff6",
  "#5c1d33 #ffd3de",
  "#362c73 #dcd6ff",
];

function hues(colours: readonly string[]): string {
  return colours
    .map((pair, index) => {
      const [background, text] = pair.split(" ");
      return `.h${index}{--h:${background};--i:${text}}`;
    })
    .join("");
}

/** The style of the matrix: each row is a grid, so that a browser need not lay out the rows that it does not show. */
export const matrixStyle = `
.m{display:block;font-size:13px;background:var(--card);border:1px solid var(--line);border-radius:12px;padding:12px 16px 4px}
.m caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.m thead,.m tbody{display:block}
.m tr{display:grid;align-items:center;gap:0 2px;border-top:1px solid var(--line)}
.m{--c:210px 150px}
.m th small{font-weight:400}
.m tr{grid-template-columns:var(--c) repeat(20,minmax(0,1fr))}
.m.o tr{grid-template-columns:var(--c) repeat(21,minmax(0,1fr))}
.m tbody{content-visibility:auto;contain-intrinsic-block-size:calc(var(--n,50)*39px)}
.m tbody tr{height:39px}
.m tbody tr:hover{background:linear-gradient(var(--code),var(--code)) center/calc(100% + 32px) 100%}
.m th{font-weight:600;text-align:left;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;padding:2px 8px 2px 0}
.m td{overflow:hidden;white-space:nowrap;text-overflow:ellipsis;padding:3px 6px;border-radius:6px;font-size:12px}
.m tbody td:nth-child(2){padding:0;font-size:12px}
.m td:nth-child(2) span+span{background:none;padding:0 1px}
.m td:nth-child(2) i{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.m thead tr{border:0;color:var(--soft);font-size:12px;align-items:end}
.m thead th{padding:2px 0;font-weight:600;overflow:visible}
.m thead [colspan="1"]{justify-self:end}
.m tbody th a{text-decoration:none}
.m tbody th a:hover{text-decoration:underline}
.m thead .v{font-weight:400;padding:4px 0 8px;display:grid;justify-items:center}
.v span{writing-mode:vertical-rl;rotate:180deg;max-height:92px}
.p{margin-left:8px}
${spans.join("\n")}
${hues(light)}
@media (prefers-color-scheme:dark){${hues(dark)}}
[class^=h]{background:var(--h);color:var(--i)}
.m td b{font-weight:700}
.m tbody td:nth-child(n+3):not([colspan]){font-size:0;text-align:center;padding:3px 0}
.m tbody td:nth-child(n+3):not([colspan]) b{font-size:12px}
.m tbody td:nth-child(2){text-align:left}
.a{background:repeating-linear-gradient(135deg,var(--h) 0 6px,color-mix(in srgb,var(--h) 45%,var(--card)) 6px 12px);outline:1px dashed var(--i);outline-offset:-1px}
.f{background:var(--gone-bg);color:var(--gone);font-weight:600}
.x{background:var(--bad-bg);color:var(--bad);font-weight:600}
.n{font-size:0!important;height:0;padding:0!important;border-top:2px dotted var(--line);border-radius:0!important;margin-right:6px}
.q{background:var(--note-bg);color:var(--note);font-style:italic}
.legend{display:flex;flex-wrap:wrap;gap:4px 20px;font-size:13px;margin-bottom:16px;align-items:center}
.legend span{display:inline-block;min-width:24px;text-align:center;border-radius:6px;padding:1px 6px;font-size:12px}
.legend a{color:inherit;text-decoration:none}
.legend a:hover{text-decoration:underline}
@media (max-width:760px){
main{padding:24px 16px 64px}
#filter{margin-inline:-16px;padding-inline:16px;position:static}
.m tr,.m.o tr{grid-template-columns:repeat(20,minmax(0,1fr));gap:2px 1px}
.m.o tr{grid-template-columns:repeat(21,minmax(0,1fr))}
.m tbody th{grid-column:span 12}
.m tbody td:nth-child(2){grid-column:span 8;text-align:right}
.m.o tbody td:nth-child(2){grid-column:span 9}
.m thead .s{display:none}
.m thead th{overflow:hidden}
.m tbody{contain-intrinsic-block-size:calc(var(--n,50)*66px)}
.m tbody tr{height:66px;padding:6px 0}
.m td{padding:3px}
.p{margin-left:4px}
details>div{padding-left:16px}
.tiles ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(104px,1fr));width:100%}
.tiles a{height:100%}
dl{grid-template-columns:1fr}
dl dd{grid-column:1;margin-bottom:6px}
}
`;

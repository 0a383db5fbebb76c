// Tested by test/report/html/browser.test.ts
import { matrixStyle } from "../matrix/matrix-style";

const page = `
:root{color-scheme:light dark;
--bg:#f6f7f9;--card:#fff;--ink:#182230;--soft:#566274;--line:#e2e6ec;--link:#1f5fbf;--focus:#2f6fe4;--code:#f1f3f6;--mark:#ffe08a;
--ok:#18733f;--ok-bg:#e3f5ea;--bad:#b3212b;--bad-bg:#fdeaea;--warn:#855000;--warn-bg:#fff2d6;--note:#3f5673;--note-bg:#e8eef6;--gone:#7a2f9e;--gone-bg:#f5e9fb;
font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;background:var(--bg);color:var(--ink)}
@media (prefers-color-scheme:dark){:root{
--bg:#0f141b;--card:#171e28;--ink:#e4e9f0;--soft:#a0adbd;--line:#2a3441;--link:#86b4ff;--focus:#86b4ff;--code:#202935;--mark:#6b5200;
--ok:#74d99b;--ok-bg:#12331f;--bad:#ff9a9a;--bad-bg:#41191c;--warn:#f3c36b;--warn-bg:#3a2b0c;--note:#aac4e6;--note-bg:#1f2d40;--gone:#dca6f7;--gone-bg:#361f45}}
*{box-sizing:border-box}
body{margin:0}
main{max-width:1240px;margin:0 auto;padding:32px 24px 80px}
h1,h2,h3,h4,p,ul,dl,dd,pre{margin:0}
ul{padding:0;list-style:none}
a{color:var(--link);text-underline-offset:2px}
mark *{color:inherit!important}
code,pre{font:12.5px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
pre{white-space:pre-wrap}
small{font-size:12.5px;color:var(--soft)}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:4px}
mark{background:var(--mark);color:inherit;font-weight:700;text-decoration:underline;border-radius:2px;padding:0 1px}
.skip{position:absolute;left:-999px}
.skip:focus{left:16px;top:8px;background:var(--card);padding:8px 12px;z-index:9}
[hidden]{display:none!important}
section{margin-top:44px}
#matrix{margin-top:16px}
h2{font-size:20px;letter-spacing:-.01em;margin-bottom:12px}
.lead,.from,.unset,u{color:var(--soft)}
header .lead{margin-bottom:12px}
header .lead::first-letter{text-transform:uppercase}
.title{color:var(--soft);font-weight:600}
h1{font-size:clamp(22px,3.2vw,30px);line-height:1.25;letter-spacing:-.02em;margin:6px 0 14px;display:flex;gap:14px;align-items:center}
.sign{flex:none;width:40px;height:40px;border-radius:50%;display:grid;place-items:center;font-size:22px}
.passed .sign{background:var(--ok-bg);color:var(--ok)}
.failed .sign{background:var(--bad-bg);color:var(--bad)}
.incomplete .sign,.interrupted .sign{background:var(--gone-bg);color:var(--gone)}
.facts{color:var(--soft);font-size:13.5px;overflow-wrap:anywhere}
.facts a{color:inherit}
.tiles,.tiles ul{display:flex;flex-wrap:wrap;gap:8px}
.tiles{gap:8px 24px;margin-top:24px}
.tiles a{display:block;min-width:84px;padding:10px 12px;border:1px solid var(--line);border-radius:10px;background:var(--card);color:var(--soft);text-decoration:none;font-size:13px;line-height:1.4}
.tiles a:hover{border-color:var(--soft)}
.tiles b{display:block;font-size:23px;line-height:1.2;color:var(--ink);font-variant-numeric:tabular-nums}
.tiles .t-none b{color:var(--soft);font-weight:400}
.t-violation *,.t-missing *,.t-error *{color:var(--bad)!important}
.t-drifted *,.t-warning *{color:var(--warn)!important}
.t-unreadable *{color:var(--gone)!important}
.t-ok *{color:var(--ok)!important}
.notes li,[class^=is-],.card,details{border:1px solid var(--line);border-radius:10px;background:var(--card)}
.notes li{padding:10px 14px;margin-bottom:8px;border-left:4px solid var(--warn)}
.problems li{border-left-color:var(--gone)}
.card{scroll-margin-top:130px;padding:16px 18px;margin-bottom:12px}
#filter{position:sticky;top:0;z-index:3;display:flex;flex-wrap:wrap;gap:8px 12px;align-items:end;margin:28px -24px 0;padding:12px 24px;background:var(--bg)}
#filter label{font-size:12px;color:var(--soft);display:grid;gap:2px}
#filter .grow{flex:1 1 180px}
input,select,button{font:inherit;font-size:14px;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:8px;padding:6px 10px;min-height:36px}
#filter input{width:100%}
button{cursor:pointer}
button:hover{border-color:var(--soft)}
#count{flex:1 0 100%;font-size:13px;color:var(--soft)}
.empty #count{color:var(--bad);font-weight:600}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;font-size:13.5px}
dl dt{color:var(--soft)}
dd{grid-column:2;min-width:0}
`;

const services = `
#services>div{content-visibility:auto;contain-intrinsic-block-size:calc(var(--n,50)*54px)}
#services details{margin-bottom:8px;scroll-margin-top:130px}
details:target{border-color:var(--focus)}
summary{padding:10px 16px;cursor:pointer;display:flex;flex-wrap:wrap;gap:4px 10px;align-items:baseline}
summary::before{content:"▸" / "";color:var(--soft);width:10px}
[open]>summary::before{content:"▾" / ""}
h3{display:inline;font-size:15.5px;overflow-wrap:anywhere;min-width:0}
summary code{color:var(--soft)}
h4{font-size:13px;color:var(--soft);font-weight:600;margin:12px 0 4px}
details>div{padding:0 16px 16px 36px}
.from{font-size:13.5px}
.e{word-spacing:4px}
[class^=is-]{padding:12px 16px;margin-top:12px;border-left:4px solid var(--note)}
.is-violation,.is-missing,.is-error{border-left-color:var(--bad)}
.is-drifted,.is-warning{border-left-color:var(--warn)}
.is-unreadable{border-left-color:var(--gone)}
.is-accepted{border-left-color:var(--ok)}
.why{padding:2px 0}
.cmd{display:flex;gap:8px;align-items:start;margin:6px 0}
.cmd code{flex:1;background:var(--code);border-radius:8px;padding:8px 12px;overflow-x:auto}
.cmd button{flex:none;font-size:13px}
.more{padding-bottom:8px;margin:-8px 0 16px}
.more .legend{margin:0;padding:0 16px}
.wide{overflow-x:auto;margin-top:12px}
.cmp{border-collapse:collapse;width:100%;font-size:13.5px}
.cmp th,.cmp td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid var(--line)}
.cmp th{color:var(--soft);font-weight:600}
.cmp th[scope=row]{width:1%;white-space:nowrap}
.cmp td:not(:first-child){min-width:150px}
.remedy{margin-top:8px}
u{text-decoration:none}
.w{color:var(--bad)}
.differs th::before{content:"≠ ";color:var(--warn)}
.unreadable,.missing,.violation,.drifted,.untracked,.ok,.error,.warning,.note,.accepted{display:inline-block;border-radius:99px;padding:1px 9px;font-size:12.5px;font-weight:600;white-space:nowrap;background:var(--note-bg);color:var(--note)}
.violation,.missing,.error{background:var(--bad-bg);color:var(--bad)}
.drifted,.warning{background:var(--warn-bg);color:var(--warn)}
.ok,.accepted{background:var(--ok-bg);color:var(--ok)}
.unreadable{background:var(--gone-bg);color:var(--gone)}
i{font-style:normal}
`;

const paper = `
@media print{
details::details-content{display:block!important;content-visibility:visible!important;block-size:auto!important}
:root{font-size:11px;--bg:#fff}
main{max-width:none;padding:0}
.m{--c:130px 110px;padding:8px}
.m thead th{font-size:9px}
.m thead .v,.m td{font-size:10px}
#filter,.skip,.cmd button{display:none!important}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
[class^=is-],.m tr,summary{break-inside:avoid}
.m tbody,#services>div{content-visibility:visible!important}
a{color:inherit;text-decoration:none}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;

/** The page's style. It holds nothing of a report: its hash is always the same. */
export const style = `${page}${services}${matrixStyle}${paper}`;

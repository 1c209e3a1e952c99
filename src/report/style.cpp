#include "style.hpp"

namespace openeom::report {

namespace {

// Fonts of the reader's system only: nothing is fetched. What a sentence rests on differs by words and by the form of a
// line, never by colour alone.
constexpr std::string_view kStyle = R"css(:root{--ink:#1c1b19;--soft:#5a5751;--line:#c9c4b8;--paper:#fffefa;--panel:#f5f2ea;--link:#22406b;--mark:#8d887c}
@media (prefers-color-scheme:dark){:root{--ink:#e7e3da;--soft:#aaa59a;--line:#4c4a45;--paper:#171716;--panel:#21211f;--link:#a9c3e8;--mark:#837e74}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.62 Charter,"Bitstream Charter","Iowan Old Style","Source Serif 4","Palatino Linotype",Palatino,Georgia,"Liberation Serif",serif;font-variant-numeric:oldstyle-nums;overflow-wrap:break-word;hyphens:manual}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.15em}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.page{max-width:42rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
.recon{border-block:3px double var(--ink);padding:.55rem 0;margin:0 0 2rem;font-weight:600;line-height:1.4}
.recon p{margin:0}
.issuers{font-variant-caps:all-small-caps;letter-spacing:.06em;color:var(--soft);margin:0 0 .8rem;line-height:1.35}
h1,h2,h3,h4{line-height:1.2;font-weight:600;text-wrap:balance;hyphens:manual}
h1{font-size:1.7rem;margin:0 0 .6rem}
h2{font-size:1.22rem;margin:2.6rem 0 .7rem;padding-top:.7rem;border-top:1px solid var(--line)}
h3{font-size:1.06rem;margin:1.9rem 0 .5rem}
h4{font-size:1.0625rem;font-style:italic;margin:1.5rem 0 .4rem}
.dateline{margin:0 0 1.4rem;font-style:italic}
.meta{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1.1rem;margin:0;padding:.8rem 0;border-block:1px solid var(--line);font-size:.93rem;line-height:1.5}
.meta dt,.a dt{font-variant-caps:all-small-caps;letter-spacing:.04em;color:var(--soft)}
.meta dd,.a dd{margin:0;grid-column:2}
.say{margin:1rem 0;padding:0;list-style:none;font-size:.93rem;line-height:1.5;color:var(--soft)}
.say li{margin:.35rem 0}
nav ol,.key ul{list-style:none;margin:.4rem 0;padding:0}
nav li{margin:.15rem 0;line-height:1.4}
nav .d1{margin-left:1.2rem}nav .d2{margin-left:2.4rem}
.key,nav{font-size:.93rem}
nav{margin-top:1rem}
.key>summary,nav summary{cursor:pointer;color:var(--link)}
.key li{margin:.3rem 0}
.t{margin:.85rem 0}
.place{color:var(--soft);font-style:italic}
.claim,.not_determinable,.compiler,.not_stated,.unanchored{text-decoration:underline dashed 1px var(--mark);text-underline-offset:.24em;text-decoration-skip-ink:none}
.not_determinable{text-decoration-style:dotted;text-decoration-thickness:2px}
.compiler,.not_stated{text-decoration-style:wavy}
.unanchored{text-decoration-style:double}
.m{display:inline}
.m:not([open])::details-content{display:none}
.m>summary{display:inline;list-style:none;cursor:pointer;color:var(--link);font-size:.72em;line-height:0;vertical-align:.42em;padding:.35em .3em .35em .4em;font-variant-numeric:lining-nums}
.m>summary::-webkit-details-marker{display:none}
.m>summary::before{content:"\2060"}
.m>summary:hover,.m[open]>summary{background:var(--panel);box-shadow:inset 0 -1px 0 var(--link)}
.tag{font-variant-caps:all-small-caps;letter-spacing:.05em;font-size:1.12em;line-height:1.3;border:1px solid currentColor;padding:0 .3em .1em;border-radius:2px;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.s{white-space:nowrap}
.tag.claim,.tag.not_determinable,.tag.compiler,.tag.not_stated,.tag.unanchored{text-decoration:none}
.tag.claim{border-style:dashed}.tag.not_determinable{border-style:dotted;border-width:2px}.tag.unanchored{border-style:double;border-width:3px}
.p{display:block;background:var(--panel);border-left:3px solid var(--link);margin:.6rem 0 .9rem;padding:.2rem 1rem .7rem;font-size:.9rem;line-height:1.5}
.a+.a{border-top:1px solid var(--line)}
.a p{margin:.25rem 0}.a .k{margin-top:.6rem}
.k b{font-weight:600}
.a dl{display:grid;grid-template-columns:fit-content(9rem) 1fr;gap:.1rem .9rem;margin:.3rem 0}
.a dt{line-height:1.1;padding-top:.25em}
.a ul{margin:.2rem 0;padding:0;list-style:none}
.a li{margin:.15rem 0;padding-left:1.9em;text-indent:-1.9em}
.a li a{display:inline-block;min-width:1.9em;text-indent:0;font-variant-numeric:lining-nums}
blockquote{margin:1rem 0 1rem 1.2rem;padding-left:1rem;border-left:1px solid var(--line)}
blockquote p{margin:0 0 .3rem}
blockquote footer{font-size:.93rem;color:var(--soft)}
.notes{display:none}
.sources p{margin:1.1rem 0 .2rem;font-size:.9rem;line-height:1.45;break-after:avoid}
.sources ol,.sources ul{padding-left:2.4rem;margin:.6rem 0;font-size:.9rem;line-height:1.5;font-variant-numeric:lining-nums}
.sources li{margin:.45rem 0;break-inside:avoid}
.sources li:target{background:var(--panel);outline:1px solid var(--line);outline-offset:.2rem}
.sources cite{font-style:italic}
.small{color:var(--soft);font-size:.93em}
.suggest{border:1px dashed var(--ink);padding:.2rem 1rem .8rem;margin-top:2.6rem}
.suggest h2{border:0;margin-top:.6rem}
footer.end{margin-top:3rem;padding-top:.7rem;border-top:1px solid var(--line);font-size:.85rem;color:var(--soft);overflow-wrap:anywhere}
.running{display:none}
.wide{max-width:72rem}
.scroll{overflow-x:auto;margin:.6rem 0 1.2rem}
table{border-collapse:collapse;font-size:.9rem;line-height:1.4;font-variant-numeric:lining-nums tabular-nums}
th,td{text-align:left;vertical-align:top;padding:.3rem .9rem .3rem 0;border-bottom:1px solid var(--line)}
thead th{border-bottom:1px solid var(--ink);font-variant-caps:all-small-caps;letter-spacing:.04em;font-weight:600}
.n{text-align:right}
.tree,.tree ul{list-style:none;margin:0;padding:0}
.tree ul{border-left:1px solid var(--line);margin-left:.4rem;padding-left:1rem}
.tree li{margin:.3rem 0}
.b{margin:0 0 1.2rem}.b .b{margin-left:1.2rem}
@media (max-width:30rem){.meta,.a dl{grid-template-columns:1fr;gap:0}.meta dd,.a dd{margin:0 0 .35rem;grid-column:1}h1{font-size:1.4rem}.page{padding:1rem 1rem 3rem}blockquote{margin-left:0}}
@media print{
:root{--ink:#000;--soft:#333;--line:#999;--mark:#555;--paper:#fff;--panel:#fff;--link:#000}
@page{size:A4;margin:18mm 20mm 20mm;@bottom-center{content:counter(page) " / " counter(pages);font:9pt serif}}
body{font-size:10.5pt;line-height:1.45;orphans:3;widows:3}
.page{max-width:none;padding:0}
.recon{margin-bottom:1rem}
.key,nav,.p{display:none!important}
.notes{display:block}
.notes p,.sources p,.sources ol,.sources ul{font-size:9pt;line-height:1.38}
.notes p{margin:.25rem 0;padding-left:2.2em;text-indent:-2.2em}
.notes p+p.more{text-indent:0}
.notes b{display:inline-block;min-width:2.2em;text-indent:0;font-weight:400}
a{text-decoration:none}
.sources cite a::after{content:" <" attr(href) ">";font-style:normal;overflow-wrap:anywhere}
h1,h2,h3,h4,.dateline{break-after:avoid}
h2{margin-top:1.4rem;padding-top:.4rem}
.sources p{margin-top:.7rem}
.notes>h2{break-before:page}
.m>summary{padding:0;background:none!important;box-shadow:none!important}
thead{display:table-header-group}tr,.meta,blockquote{break-inside:avoid}
.scroll{overflow:visible}
body.with-running{display:table;width:100%}
.running{display:table-header-group;break-inside:avoid;font:italic 9pt serif}
.running>span{display:block;border-bottom:1px solid #999;padding-bottom:2pt;margin-bottom:8pt}
.with-running .page{display:table-row-group}
}
)css";

}  // namespace

std::string_view style_sheet() noexcept { return kStyle; }

}  // namespace openeom::report

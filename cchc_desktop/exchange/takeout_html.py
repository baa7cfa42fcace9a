"""The index of a register as one page that any browser opens offline, with a filter."""

from collections.abc import Iterator
from html import escape
from itertools import groupby
from urllib.parse import quote

from cchc_desktop.domain.takeout import DocumentDraft, FileDraft, LinkDraft, RegisterDraft
from cchc_desktop.wording import evidence as evidence_words
from cchc_desktop.wording import takeout as words

FOLD = """function fold(text) {
  return text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/[\\u0300-\\u036f]/g, "");
}"""
"""What makes a search blind to accents, as ``domain.text.fold`` does."""

_SCRIPT = """
const rows = Array.from(document.querySelectorAll("li[data-t]"), row => [row, fold(row.dataset.t)]);
const groups = Array.from(document.querySelectorAll("section"));
const field = document.querySelector("input");
function narrow() {
  const wanted = fold(field.value).split(/\\s+/).filter(word => word);
  let left = 0;
  for (const [row, text] of rows) {
    row.hidden = !wanted.every(word => text.includes(word));
    left += row.hidden ? 0 : 1;
  }
  for (const group of groups) group.hidden = !group.querySelector("li[data-t]:not([hidden])");
  document.querySelector("#none").hidden = left > 0;
  document.querySelector("#left").textContent = wanted.length ? left + " / " + rows.length : "";
}
field.addEventListener("input", narrow);
narrow();
"""
_STYLE = """
body { margin: 0 auto; max-width: 68rem; padding: 1.5rem; color: #1b2430; background: #fff;
  font: 16px/1.5 "Segoe UI", Inter, "Noto Sans", sans-serif }
h1 { font-size: 1.5rem; margin: 0 }
h2 { font-size: 1rem; margin: 1.75rem 0 .25rem; padding-bottom: .25rem;
  border-bottom: 1px solid #c9d1dc }
h2 b { display: inline-block; min-width: 3.5rem; color: #0b57d0 }
h2 small { color: #5b6776; font-weight: 400 }
p { color: #5b6776; margin: .25rem 0 }
.bar { position: sticky; top: 0; background: #fff; padding: .75rem 0 }
input { width: 100%; box-sizing: border-box; font: inherit; padding: .5rem .75rem;
  border: 1px solid #8a96a6; border-radius: 6px }
ul { list-style: none; margin: 0; padding: 0 }
li { padding: .5rem 0 .5rem 3.75rem; border-bottom: 1px solid #e6eaf0 }
li ul li { padding: .1rem 0 0 1rem; border: 0 }
a { color: #0b57d0 }
.number { font-weight: 600 }
.facts, .place { color: #5b6776; font-size: .9rem }
q { font-style: italic }
[hidden] { display: none }
@media print {
  .bar { display: none }
  body { max-width: none; padding: 0; font-size: 11pt }
}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
_PAGE = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width"><title>{title}</title>
<style>{style}</style></head><body>
<h1>{title}</h1><p>{count}</p>
<div class="bar"><input type="search" aria-label="{search}" placeholder="{search}" autofocus>
<p id="left" role="status"></p></div>
{groups}
<p id="none" hidden>{none}</p>
<script>{script}</script></body></html>
"""


def index_html(draft: RegisterDraft) -> bytes:
    """Return the index as the bytes of a page, its links relative to where it lies."""
    rows = draft.rows
    groups = (
        _group(key, [(link, document) for link, document in found])
        for key, found in groupby(rows, key=lambda row: _key(row[0]))
    )
    page = _PAGE.format(
        policy=_POLICY,
        title=escape(draft.title),
        style=_STYLE,
        count=escape(words.counted(len(draft.documents), len(rows))),
        search=escape(words.SEARCH),
        groups="\n".join(groups),
        none=escape(words.NO_HIT),
        script=f"{FOLD}{_SCRIPT}",
    )
    return page.encode("utf-8", "replace")


def _key(link: LinkDraft | None) -> tuple[str, str, str]:
    """Return the code, the name, and whose criterion it is."""
    if link is None:
        return "", words.UNLINKED, ""
    whose = f"{link.unit}, {link.year}" if link.unit else str(link.year)
    return link.code, link.name, whose


def _group(key: tuple[str, str, str], rows: list[tuple[LinkDraft | None, DocumentDraft]]) -> str:
    code, name, whose = map(escape, key)
    items = "\n".join(_row(link, document, " ".join(key)) for link, document in rows)
    return (
        f"<section><h2><b>{code}</b> {name} <small>{whose}</small></h2>\n<ul>{items}</ul></section>"
    )


def _row(link: LinkDraft | None, document: DocumentDraft, group: str) -> str:
    at = link or LinkDraft("")
    facts = (document.name, document.number, document.issuer, document.subject)
    place = (at.page and f"{words.PAGE} {at.page}", at.section and f"{words.SECTION} {at.section}")
    more = (document.type_name, document.note, *place, at.excerpt)
    text = " ".join((group, *facts, *more))
    return f'<li data-t="{escape(text)}">{"".join(_parts(at, document))}</li>'


def _parts(at: LinkDraft, document: DocumentDraft) -> Iterator[str]:
    yield _link(document, document.title)
    if document.subject:
        yield f" {escape(document.subject)}"
    dates = evidence_words.days(document.issued_on, document.valid_from, document.valid_until)
    facts = (document.type_name, dates, document.issuer, document.number and document.name)
    known = ", ".join(fact for fact in facts if fact)
    if known:
        yield f'<div class="facts">{escape(known)}</div>'
    page = at.page and f"{words.PAGE} {at.page}"
    section = at.section and f"{words.SECTION} {at.section}"
    place = escape(", ".join(part for part in (page, section) if part))
    words_of = f" <q>{escape(at.excerpt)}</q>" if at.excerpt else ""
    if place or words_of:
        yield f'<div class="place">{place}{words_of}</div>'
    if document.files:
        items = "".join(
            f"<li>{_link(each, each.name)} {escape(each.note)}</li>" for each in document.files
        )
        yield f"<ul>{items}</ul>"


def _link(content: DocumentDraft | FileDraft, title: str) -> str:
    if not content.path:
        return f'<span class="number">{escape(title)}</span> ({escape(words.DAMAGED)})'
    return f'<a class="number" href="{escape(quote(content.path))}">{escape(title)}</a>'

"""Opens every kind of page in a browser and checks what a person with other eyes, hands or paper would meet.

    python3 check_pages.py PAGE.html... CHART.svg... [--result RESULT.json] [--chromium PATH] [--pictures FOLDER]

For each page, in light and in dark: no violation of WCAG 2.2 AA that axe finds; no sideways scrolling from 320 to 1600 px, and a hint to
swipe above those tables alone that scroll; no text of a drawing beyond it or on another; every focusable element
reached by the Tab key in the order of the page, and seen; a tagged PDF when printed, of one side where the page says so, of which no
page ends with a heading; those of a report are at least half full; valid HTML by html5lib's strict parser; nothing
fetched; no script; the numbers of every chart are those of the table below it. With --result, those of the chart of areas are also the JSON's.
"""
import argparse
import io
import json
import pathlib
import re
import shutil
import sys

import html5lib
import pypdf
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1'])"


class Check:
    def __init__(self):
        self.problems = []
        self.checked = 0

    def expect(self, is_so, page, what):
        self.checked += 1
        if not is_so:
            self.problems.append(f"{page.name}: {what}")


def validity(check, page, text):
    try:
        html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
        check.expect(True, page, "")
    except html5lib.html5parser.ParseError as error:
        check.expect(False, page, f"is no valid HTML: {error}")
    check.expect(not re.search(r"<script\b", text, re.I), page, "has a script")
    check.expect(not re.search(r"""(src|href)\s*=\s*["'](https?:)?//""", text, re.I), page, "links to something to fetch")


def keyboard(check, page, tab):
    """Tab walks through everything that can be focused, in the order of the page, and each shows that it is."""
    expected = tab.eval_on_selector_all(FOCUSABLE, "all => all.filter(e => e.getClientRects().length).map(e => e.outerHTML.slice(0, 90))")
    tab.evaluate("document.activeElement.blur()")
    met, unseen = [], []
    for _ in expected:
        tab.keyboard.press("Tab")
        html, is_seen = tab.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e);
            return [e.outerHTML.slice(0, 90), s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2]; }""")
        met.append(html)
        if not is_seen:
            unseen.append(html)
    check.expect(met == expected, page, f"the Tab key does not walk through the page in order: {met} and not {expected}")
    check.expect(not unseen, page, f"focus is not seen on {unseen[:3]}")


def numbers(check, page, tab, result):
    """The chart of areas, its table and the JSON say the same."""
    result = json.loads(pathlib.Path(result).read_text(encoding="utf-8"))
    scorecards = result.get("scorecards", [result])
    charts = 0
    for scorecard in scorecards:
        areas = scorecard["groups"][0]["areas"]
        table = tab.eval_on_selector_all(
            f"table:has(#table-{scorecard['questionnaire']}) tbody tr", "rows => rows.map(r => [...r.children].map(c => c.innerText.trim()))")
        if not table:
            check.expect(all(a["score"] is None for a in areas), page, f"no table of {scorecard['questionnaire']}")
            continue
        chart = tab.evaluate(
            """id => { const table = document.getElementById(id); const section = table.closest('section');
            return [...section.querySelectorAll('svg[role=img]')].flatMap(s => [...s.querySelectorAll('text')].map(t => t.textContent.trim())); }""",
            f"table-{scorecard['questionnaire']}")
        charts += bool(chart)
        for area, row in zip(areas, table):
            check.expect(area["score"] is None or area["name"] == row[0], page, f"{row[0]} stands where {area['name']} should")
            if area["score"] is None:
                check.expect(re.search(r"[0-9]", row[1]) is None, page, f"{row[0]} has no score, and the table says {row[1]}")
                continue
            check.expect(abs(float(row[1]) - area["score"]) <= 0.05 + 1e-9, page, f"{row[0]}: table {row[1]}, JSON {area['score']}")
            check.expect(any(row[1] in text for text in chart), page, f"{row[0]}: the chart does not say {row[1]}")
    check.expect(charts > 0, page, "there is no chart")


# A tall chart is several drawings, which hold the rows of one table.
DRAWN = """() => [...document.querySelectorAll('.chart:has(svg[role=img])')].map(chart => {
    const table = chart.parentElement.querySelectorAll('table');
    const title = chart.querySelector('svg[role=img] title').textContent;
    // The table of the same name, else the next.
    const after = [...table].find(t => t.caption && t.caption.innerText.trim() === title.trim())
      || [...table].find(t => chart.compareDocumentPosition(t) & Node.DOCUMENT_POSITION_FOLLOWING);
    const drawings = [...chart.querySelectorAll('svg[role=img]')], bars = {};
    drawings.forEach((svg, n) => {
      for (const r of svg.querySelectorAll('rect.step')) (bars[n + ' ' + r.getAttribute('y')] ||= []).push(parseFloat(r.getAttribute('width'))); });
    return { title, bars: Object.values(bars),
      isPlan: !!chart.querySelector('.planned'), isTwoEnded: !!chart.querySelector('.axis'), values: [...chart.querySelectorAll('.value .strong')].map(t => t.textContent.trim()),
      words: drawings.map(svg => svg.querySelector('desc').textContent).join(' '),
      rows: after ? [...after.querySelectorAll('tbody tr')].map(r => [...r.children].map(c => c.innerText.trim())) : [] }; })"""


def drawings(check, page, tab):
    """Every chart of the page says what its table says: bars by their widths, dots by what is written beside them."""
    for chart in tab.evaluate(DRAWN):
        check.expect(chart["rows"], page, f"“{chart['title']}” has no table of its own")
        for row in chart["rows"]:
            # Work without months is in the table alone.
            if chart["isPlan"] and not re.search("[0-9]{4}", " ".join(row[1:])):
                continue
            # Words are plain text, without the marks that would reorder the text around a name.
            name = re.sub("[\u202a-\u202e\u2066-\u2069]", "", row[0].split("\n")[0])
            check.expect(name in chart["words"], page, f"“{chart['title']}” does not tell of {row[0]} in words")
        if chart["bars"]:
            told = [[c for c in row[1:] if c.endswith("%") and c.rstrip("%\u00a0") != "0"] for row in chart["rows"]]
            told = [row for row in told if row]
            check.expect(len(told) == len(chart["bars"]), page, f"“{chart['title']}” has {len(chart['bars'])} bars and {len(told)} rows")
            for row, bars in zip(told, chart["bars"]):
                widths = [w * (2 if chart["isTwoEnded"] else 1) for w in bars]
                shares = [float(cell.rstrip("%\u00a0 ")) for cell in row]
                # A share below half a per cent is drawn, and rounds to none.
                widths = [w for w in widths if w >= 0.5]
                check.expect(
                    len(widths) == len(shares) and all(abs(w - s) <= 0.52 for w, s in zip(widths, shares)), page,
                    f"“{chart['title']}”: bars of {widths} beside {shares}")
        elif chart["values"]:
            for value, row in zip(chart["values"], chart["rows"], strict=False):
                cells = " ".join(row[1:])
                check.expect(all(number in cells for number in re.findall(r"[0-9.]+|\[c\]", value)), page, f"“{chart['title']}” says {value}, the table {row}")


WIDTHS = [320, 600, 768, 1100, 1280, 1600]

TABLES = """() => [...document.querySelectorAll('.table > .scroll')].map(box => {
    const hint = box.parentElement.querySelector(':scope > .swipe'), style = hint && getComputedStyle(hint);
    return { caption: box.querySelector('caption').textContent, columns: box.querySelectorAll('thead th').length,
      scrolls: box.scrollWidth > box.clientWidth,
      isHinted: !!hint && style.display !== 'none' && style.visibility === 'visible' && hint.getBoundingClientRect().height > 5 }; })"""

# A drawing is not clipped: what stands a little over its edge is still read.
BEYOND = """() => [...document.querySelectorAll('svg[role=img] text')].filter(text => {
    const box = text.getBoundingClientRect();
    return box.width > 0 && (box.left < 0 || box.right > document.documentElement.clientWidth); }).map(text => text.textContent)"""

# Every text of every drawing as a polygon, since names of columns rise: inside its drawing, and on no other.
CROWDED = """() => [...document.querySelectorAll('svg[role=img]')].flatMap(svg => {
    const all = svg.getBoundingClientRect(), said = [];
    const texts = [...svg.querySelectorAll('text')].filter(t => t.getClientRects().length && t.getBBox().width).map(t => {
      const b = t.getBBox(), m = t.getScreenCTM(), ink = b.height * 0.14, at = (x, y) => [m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f];
      const top = b.y + ink, low = b.y + b.height - ink;
      return { text: t.textContent, corners: [at(b.x, top), at(b.x + b.width, top), at(b.x + b.width, low), at(b.x, low)] }; });
    const areApart = (one, other) => [one, other].some(shape => shape.some((c, i) => {
      const d = shape[(i + 1) % 4], across = [c[1] - d[1], d[0] - c[0]], most = Math.hypot(...across) / 2;
      const along = corners => corners.map(k => k[0] * across[0] + k[1] * across[1]), [a, b] = [along(one), along(other)];
      return Math.max(...a) <= Math.min(...b) + most || Math.max(...b) <= Math.min(...a) + most; }));
    texts.forEach((t, i) => {
      if (t.corners.some(([x, y]) => x < all.left - 1 || x > all.right + 1 || y < all.top - 1 || y > all.bottom + 1)) said.push(`“${t.text}” leaves its drawing`);
      for (const other of texts.slice(i + 1)) if (!areApart(t.corners, other.corners)) said.push(`“${t.text}” lies on “${other.text}”`); });
    return said; })"""

# So many columns fit beside each other on any desk screen.
FEW = 8


def widths(check, page, tab, scheme):
    """At every width the page does not scroll sideways, tables say so where they do, and no text of a drawing is beyond it."""
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 900})
        # Two frames: timelines of scrolling begin after the layout.
        tab.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        wide = tab.evaluate("document.documentElement.scrollWidth")
        check.expect(wide <= width, page, f"{scheme}: scrolls sideways at {width} px, being {wide} px wide")
        for table in tab.evaluate(TABLES):
            what = f"“{table['caption']}” at {width} px"
            check.expect(
                table["isHinted"] == table["scrolls"], page,
                f"{what} {'scrolls and does not say so' if table['scrolls'] else 'says that it scrolls, and does not'}")
            if width >= 1100 and table["columns"] <= FEW:
                check.expect(not table["scrolls"], page, f"{what} is cut, though its {table['columns']} columns have room")
        if scheme == "light":
            crowded = tab.evaluate(CROWDED)
            check.expect(not crowded, page, f"at {width} px in a drawing {'; '.join(crowded[:3])}")
        beyond = tab.evaluate(BEYOND)
        check.expect(not beyond, page, f"{scheme}: at {width} px the text of a drawing is beyond the page: {beyond[:3]}")


# Of every head of a table the texts of its columns; as its texts stand at its foot, the last line holds the end of each.
HEADS = """() => [...document.querySelectorAll('thead tr')].filter(row => row.children.length > 1)
    .map(row => [...row.children].map(e => e.textContent.trim()).filter(text => text))"""


def head_line(texts):
    """What the last line of a head of a table looks like, without spaces: of each column's heading the last words, or all."""

    def ends(text):
        words = text.split()
        return "(?:" + "|".join(re.escape("".join(words[first:])) for first in range(len(words))) + ")"

    return re.compile("".join(ends(text) for text in texts))


# Headings, captions and first cells of heads, but for those that other text ends with too.
HEADINGS = """() => {
    const told = [...document.querySelectorAll('p, li, td, tbody th, dd')].filter(e => !e.closest('nav')).map(e => e.textContent.trim());
    return [...document.querySelectorAll('h1, h2, h3, h4, h5, caption, thead th:first-child')].map(e => e.textContent.trim())
      .filter(heading => !told.some(text => text.endsWith(heading))); }"""


def paper(check, page, tab, pdf, is_report):
    """No printed page ends with a heading, a caption or the head of a table; those of a report are at least half full but for the last."""
    headings = {" ".join(text.split()) for text in tab.evaluate(HEADINGS)}
    heads = [head_line(texts) for texts in tab.evaluate(HEADS)]
    for number, sheet in enumerate(pdf.pages[:-1], 1):
        lines = {}

        def note(text, page_matrix, matrix, *rest):
            x, y = matrix[4], matrix[5]
            place = round(x * page_matrix[1] + y * page_matrix[3] + page_matrix[5])
            if text.strip():
                lines.setdefault(place, []).append(text)

        sheet.extract_text(visitor_text=note)
        told = sorted((place, " ".join("".join(parts).split())) for place, parts in lines.items())
        told = [(place, line) for place, line in told if not re.fullmatch(r"\d+ ?/ ?\d+", line)]
        last = told[0][1] if told else ""
        is_head = any(head.fullmatch(re.sub(r"\s", "", last)) for head in heads)
        check.expect(last not in headings and not is_head, page, f"the printed page {number} ends with “{last}”")
        if is_report:
            height = float(sheet.mediabox.height)
            check.expect(bool(told) and told[0][0] < height / 2, page, f"more than half of the printed page {number} is empty")


def check_file(check, page, browser):
    """A drawing of its own: named, described, and no text on another or outside."""
    tab = browser.new_page(viewport={"width": 1280, "height": 900})
    tab.goto(page.resolve().as_uri())
    named = tab.evaluate("""() => { const svg = document.documentElement, of = a => document.getElementById(svg.getAttribute(a));
        return svg.getAttribute('role') === 'img' && ['aria-labelledby', 'aria-describedby'].every(a => of(a) && of(a).textContent.trim()); }""")
    check.expect(named, page, "has no role, title and description")
    crowded = tab.evaluate(CROWDED)
    check.expect(not crowded, page, "; ".join(crowded[:3]))
    tab.close()


def check_page(check, page, browser, axe, result, pictures):
    if page.suffix == ".svg":
        return check_file(check, page, browser)
    text = page.read_text(encoding="utf-8")
    validity(check, page, text)
    fetched = []
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
        tab = context.new_page()
        tab.on("request", lambda request: fetched.append(request.url))
        tab.goto(page.resolve().as_uri())
        found = axe.run(tab, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
        check.expect(
            not found, page,
            "; ".join(f"{scheme}: {v['id']} at {v['nodes'][0]['target']} ({len(v['nodes'])} times): {v['help']}" for v in found))
        if pictures:
            tab.screenshot(path=f"{pictures}/{page.stem}-{scheme}-1280.png", full_page=True)
        if scheme == "light":
            keyboard(check, page, tab)
            drawings(check, page, tab)
            if result:
                numbers(check, page, tab, result)
        widths(check, page, tab, scheme)
        tab.set_viewport_size({"width": 320, "height": 640})
        if pictures:
            tab.screenshot(path=f"{pictures}/{page.stem}-{scheme}-320.png", full_page=True)
        if scheme == "light":
            pdf = pypdf.PdfReader(io.BytesIO(tab.pdf(tagged=True, prefer_css_page_size=True, print_background=True)))
            root = pdf.trailer["/Root"]
            check.expect("/StructTreeRoot" in root, page, "prints to a PDF without tags")
            check.expect("/Lang" in root, page, "prints to a PDF without a language")
            paper(check, page, tab, pdf, is_report='-levels">' in text)
            if '<body class="one-side">' in text:
                check.expect(len(pdf.pages) == 1, page, f"prints on {len(pdf.pages)} sides, not one")
        context.close()
    own = page.resolve().as_uri()
    check.expect(all(url == own for url in fetched), page, f"fetches {[u for u in fetched if u != own][:3]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="+", type=pathlib.Path)
    parser.add_argument("--result", help="the JSON of the first page")
    parser.add_argument("--chromium", default=shutil.which("chromium") or shutil.which("chromium-browser"))
    parser.add_argument("--pictures", help="a folder for pictures of the pages")
    arguments = parser.parse_args()
    check = Check()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=arguments.chromium, args=["--no-sandbox"])
        axe = Axe()
        for index, page in enumerate(arguments.pages):
            check_page(check, page, browser, axe, arguments.result if index == 0 else None, arguments.pictures)
        browser.close()
    for problem in check.problems:
        print(problem, file=sys.stderr)
    print(f"{len(arguments.pages)} pages, {check.checked} checks: {len(check.problems)} problems")
    sys.exit(bool(check.problems))


if __name__ == "__main__":
    main()

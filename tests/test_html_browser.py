"""The page in a real browser: marks, jumps, sums, keyboard, screen reader, print, and that nothing runs or loads."""

import json
from importlib.resources import files

import chromium
import pytest
from test_html import page, slipped  # noqa: F401

pytestmark = pytest.mark.skipif(chromium.PROGRAM is None, reason="no Chromium here to open the page in (Debian: apt-get install chromium)")
WRONG = "article .m.mismatch"
LIT = "[...document.querySelectorAll('article .lit')].map(e => e.textContent)"


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    started = chromium.Chromium(str(tmp_path_factory.mktemp("profile")))
    yield started
    started.close()


@pytest.fixture(scope="session")
def slips(slipped, tmp_path_factory):  # noqa: F811
    path = tmp_path_factory.mktemp("pages") / "slips.html"
    path.write_text(slipped[1], encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "r.txt").write_text("# R </script><img src=x onerror=\"document.title='broken'\">\n\nSales rose from $100 million to $150 million, up 60%. </style><script>document.title='broken'</script>"
                                 "<svg onload=alert(1)> \u202etxt\u2066 12.5% a\u2028b\n\n| A | [x](javascript:alert(1)) |\n|---|---|\n| 5% | 1,234 |\n\n![p](http://127.0.0.1:9/p.png) 7 km\n", encoding="utf-8")
    (folder / "claims.yaml").write_text("claims:\n  sales:\n    rule: growth\n    label: '</li><img src=x onerror=alert(1)>'\n    note: </script><script>alert(1)</script>\n"
                                        "    quote: Sales rose from {base=$100 million} to {value=$150 million}, up {result=60%}\n  gone:\n    rule: growth\n    quote: Costs fell from {base=$9} to {value=$8}, down {result=9%}\n",
                                        encoding="utf-8")
    path = folder / "hostile.html"
    path.write_text(page("r.txt", claims="claims.yaml", cwd=folder), encoding="utf-8")
    return path


def center(browser, selector):
    browser.js(f"document.querySelector({json.dumps(selector)}).scrollIntoView({{block: 'center'}})")
    browser.settle()


def test_the_wrong_number_and_its_sum_are_on_the_first_screen(browser, slips):
    browser.open(slips, width=1280, height=720)
    box = browser.js("(r => [r.top, r.bottom])(document.querySelector('#f1').getBoundingClientRect())")
    assert 0 <= box[0] < box[1] <= 720
    assert "176.4 ÷ 107.8 − 1 = 63.64%" in browser.js("document.querySelector('#f1').innerText")
    assert browser.js("document.querySelector('.headline').innerText") == "2 项不符"


def test_hovering_a_mark_shows_its_sum_and_lights_its_operands(browser, slips):
    browser.open(slips)
    assert browser.js("pop.hidden") and browser.js(LIT) == []
    browser.hover(WRONG)
    assert not browser.js("pop.hidden") and "176.4 ÷ 107.8 − 1 = 63.64%" in browser.js("pop.innerText") and "不符" in browser.js("pop.innerText")
    assert browser.js(LIT) == ["107.8亿元", "176.4亿元", "66.3%"]
    inside = browser.js("(r => r.left >= 0 && r.right <= innerWidth && r.top >= 0 && r.bottom <= innerHeight)(pop.getBoundingClientRect())")
    assert inside
    browser.press("Escape")
    assert browser.js("pop.hidden") and browser.js(LIT) == []
    browser.hover(".card:nth-child(2)")
    assert "7046元" in browser.js(LIT) and "13.3%" in browser.js(LIT) and "66.3%" not in browser.js(LIT)
    assert browser.messages == []


@pytest.mark.parametrize("scripts", [True, False])
def test_a_mark_leads_to_its_card_and_back_without_moving_the_text(browser, slips, scripts):
    browser.open(slips, scripts=scripts)
    center(browser, WRONG)
    where = browser.js("scrollY")
    assert where > 300
    browser.click(WRONG)
    assert browser.js("location.hash") == "#f1" and browser.js("scrollY") == where
    assert browser.js("document.querySelector(':target').innerText").count("66.3%")
    assert browser.js("(r => r.top >= 0 && r.top < innerHeight)(document.querySelector('#f1').getBoundingClientRect())")
    browser.js("scrollTo(0, 0)")
    browser.click("#f1 .place")
    assert browser.js("document.querySelector(':target').textContent") == "66.3%"
    assert browser.js("(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector(':target').getBoundingClientRect())")
    browser.click("#f1 a.op")
    assert browser.js("document.querySelector(':target').textContent") == "107.8亿元"
    assert browser.messages == []


@pytest.mark.parametrize("scripts", [True, False])
def test_a_mark_that_agrees_opens_the_list_of_the_others(browser, slips, scripts):
    browser.open(slips, scripts=scripts)
    assert not browser.js("document.querySelector('details.calm').open")
    mark = browser.js("'#' + [...document.querySelectorAll('article .m')].find(e => e.textContent == '32.2%').id")
    browser.click(mark)
    assert browser.js("document.querySelector('details.calm').open")
    assert "30.4 ÷ 23 − 1" in browser.js("document.querySelector(':target').innerText")
    assert browser.js("(r => r.top >= 0 && r.top < innerHeight)(document.querySelector(':target').getBoundingClientRect())")


def test_without_scripts_a_mark_still_tells_its_sum(browser, slips):
    browser.open(slips, scripts=False)
    title = browser.js(f"document.querySelector('{WRONG}').title")
    assert "不符" in title and "176.4 ÷ 107.8 − 1 = 63.64%" in title
    assert browser.js(f"getComputedStyle(document.querySelector('{WRONG}'), '::after').content") == '"→ 63.6%"'


def test_the_keyboard_does_what_the_mouse_does(browser, slips):
    browser.open(slips)
    browser.press("Tab")
    assert browser.js("document.activeElement.className") == "skip"
    browser.press("Enter")
    assert browser.js("location.hash") == "#text"
    browser.press("Tab")
    assert browser.js("document.activeElement.closest('article') && document.activeElement.textContent") == "2021年01月04日"
    assert browser.js("document.activeElement.getAttribute('aria-describedby')") == "pop" and not browser.js("pop.hidden")
    browser.js(f"document.querySelector('{WRONG}').focus()")
    assert browser.js(LIT) == ["107.8亿元", "176.4亿元", "66.3%"]
    assert browser.js("getComputedStyle(document.activeElement).outlineStyle") != "none"
    browser.press("Enter")
    assert browser.js("location.hash") == "#f1"
    browser.press("Tab")
    assert browser.js("document.activeElement.closest('.card').id") == "f1"
    browser.press("Enter")
    assert browser.js("document.querySelector(':target').textContent") == "66.3%"


def test_a_screen_reader_hears_the_word_of_a_mark(browser, slips):
    browser.open(slips)
    nodes = browser.call("Accessibility.getFullAXTree")["nodes"]
    names = {role: [node["name"]["value"] for node in nodes if node.get("role", {}).get("value") == role and node.get("name")] for role in ("link", "image", "main", "article")}
    assert [name for name in names["link"] if "66.3%" in name and "不符" in name]
    assert [name for name in names["link"] if "32.2%" in name and "相符" in name]
    assert len(names["image"]) == 1 and "不符 2" in names["image"][0]


@pytest.mark.parametrize("width, dark", [(1440, False), (380, True)])
def test_no_serious_barrier(browser, slips, hostile, width, dark):
    axe = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    for path in (slips, hostile):
        browser.open(path, width=width, dark=dark)
        browser.js("document.querySelectorAll('details').forEach(e => { e.open = true; })")
        browser.js(axe + "; 0")
        found = json.loads(browser.js("axe.run().then(r => JSON.stringify({passes: r.passes.map(p => p.id), violations: r.violations.map(v => [v.id, v.impact, v.nodes[0].html])}))"))
        assert "color-contrast" in found["passes"] and found["violations"] == []
        assert browser.js("document.documentElement.scrollWidth") <= width


def test_a_hostile_report_is_text_and_nothing_of_it_runs_or_loads(browser, hostile):
    browser.open(hostile)
    text = browser.js("document.querySelector('article').innerText")
    for said in ("</script><img src=x onerror=", "</style><script>document.title='broken'</script>", "<svg onload=alert(1)>", "‹U+202E›txt‹U+2066›", "a‹U+2028›b", "[x](javascript:alert(1))"):
        assert said in text
    assert browser.js("document.title").startswith("1 mismatch") and browser.js("document.querySelectorAll('article img, article script, img, svg[onload]').length") == 0
    assert "</li><img src=x onerror=alert(1)>" in browser.js("document.querySelector('#f1').innerText")
    browser.hover(WRONG)
    assert "</li><img src=x onerror=alert(1)>" in browser.js("pop.innerText")
    assert browser.messages == []


def test_the_policy_stops_what_would_be_put_in(browser, slips):
    browser.open(slips)
    browser.js("document.body.insertAdjacentHTML('beforeend', '<img src=\"http://127.0.0.1:9/x.png\">'); document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'})); 0")
    browser.settle()
    assert browser.js("window.ran") is None and any("Content Security Policy" in message for message in browser.messages)


def test_print_shows_the_findings_the_text_and_the_sums(browser, slips):
    browser.open(slips)
    browser.call("Emulation.setEmulatedMedia", media="print")
    browser.settle()
    tops = browser.js("['#f1', 'article', 'details.calm'].map(s => document.querySelector(s).getBoundingClientRect().top)")
    assert tops == sorted(tops)
    number = browser.js("[...document.querySelectorAll('article .m')].find(e => e.textContent == '32.2%').dataset.n")
    assert "30.4 ÷ 23 − 1" in browser.js(f"document.querySelector('#f{number}').textContent")
    assert browser.js(f"getComputedStyle(document.querySelector('article .m[data-n=\"{number}\"]'), '::after').content") == f'"{number}"'
    assert browser.js("getComputedStyle(document.querySelector('.side')).overflow") == "visible"
    pdf = browser.call("Page.printToPDF")
    assert len(pdf["data"]) > 10_000
    browser.call("Emulation.setEmulatedMedia", media="")


def test_a_narrow_window_puts_the_findings_before_the_text(browser, slips):
    browser.open(slips, width=380, height=800)
    assert browser.js("document.querySelector('article').getBoundingClientRect().top > document.querySelector('#f2').getBoundingClientRect().bottom")
    browser.click("#f1 .place")
    assert browser.js("(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector(':target').getBoundingClientRect())")
    assert browser.js("document.querySelector(':target').textContent") == "66.3%"


def test_several_reports_have_their_own_anchors(browser, slipped, tmp_path):  # noqa: F811
    other = tmp_path / "other.md"
    other.write_text(slipped[0].read_text(encoding="utf-8").replace("66.3%", "63.6%"), encoding="utf-8")
    path = tmp_path / "both.html"
    path.write_text(page(slipped[0], other), encoding="utf-8")
    browser.open(path)
    assert browser.js("[...document.querySelectorAll('.front li')].map(e => e.innerText)") == ["report.md 2 项不符", "other.md 1 项不符"]
    browser.click(".front li:nth-child(2) a")
    assert browser.js("document.querySelector(':target h2').innerText") == "other.md"
    browser.click("#r2-text .m.mismatch")
    assert browser.js("document.querySelector(':target').closest('.report').id") == "r2-report"
    assert browser.js(LIT + ".length") > 3 and browser.js("document.querySelectorAll('#r1-text .lit').length") == 0


def test_a_long_report_opens_and_scrolls(browser, tmp_path):
    paragraph = "产值由200亿元增至250亿元,增长25%。另有6处水库、9个地块、12家门店。" * 6
    (tmp_path / "r.md").write_text("\n\n".join([paragraph] * 600), encoding="utf-8")
    (tmp_path / "claims.yaml").write_text("figures:\n  a: '由{200亿元}增至'\n", encoding="utf-8")
    path = tmp_path / "long.html"
    path.write_text(page("r.md", claims="claims.yaml", cwd=tmp_path), encoding="utf-8")
    browser.open(path)
    assert browser.js("document.querySelectorAll('article .m').length") == 6 * 6 * 600
    browser.js("scrollTo(0, document.body.scrollHeight / 2)")
    browser.settle()
    seen = browser.js("[...Array(12).keys()].map(i => document.elementFromPoint(innerWidth * 0.6, 40 + 60 * i)?.closest('article p')).find(Boolean)?.innerText.length")
    assert seen == len(paragraph)
    assert browser.messages == []

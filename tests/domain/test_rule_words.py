"""What every rule kind asks for and says, to the letter; limits that just hold."""

from decimal import Decimal

import pytest

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Deduction, Figure, Mark, Round
from cchc_desktop.domain.numbers import NumberKind
from cchc_desktop.domain.rules import Rule
from cchc_desktop.domain.rules.bands import Band, BandInput, Bands
from cchc_desktop.domain.rules.base import Entry, FigureSpec, Gap, Outcome, counts_things
from cchc_desktop.domain.rules.by_formula import ByFormula, FormulaFigure
from cchc_desktop.domain.rules.checklist import Checklist, ChecklistItem
from cchc_desktop.domain.rules.deduction import DeductionRule
from cchc_desktop.domain.rules.external import External
from cchc_desktop.domain.rules.levels import Levels, ScoreLevel
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.rules.ratio import Between, Excess, Ratio
from cchc_desktop.domain.rules.survey import Survey
from cchc_desktop.domain.rules.total import Total
from cchc_desktop.domain.rules.trend import Trend

D = Decimal
RULE, CLAUSE, INSERTED, LIMITS = "Quy tắc", "Trường hợp", "Thay số", "Trần, sàn"
COUNT, POINTS, PERCENT = NumberKind.COUNT, NumberKind.POINTS, NumberKind.PERCENT
UNKNOWN = (
    "Bộ tiêu chí chưa nêu cách chấm cho trường hợp này: nhập điểm trực tiếp hoặc bổ sung quy tắc"
)
ITEMS = (ChecklistItem("a", "A", D("0.5")), ChecklistItem("b", "B", D("0.75")))
LEVELS = Levels((ScoreLevel("k", "Tốt", D(1)),))
SHARE = FormulaFigure("x", "Số x", "hồ sơ", PERCENT)
RANKS = Bands(bands=(Band(D(1), D(1), D(3)), Band(D(0), D(4), D(9))))


def entry(maximum: str | None = "1", points: str | None = None, choice: str = "",
          amounts: tuple[str, ...] = (), **figures: str) -> Entry:  # fmt: skip
    typed = None if points is None else D(points)
    values = {key: Figure(D(value)) for key, value in figures.items()}
    mark = Mark("s", "c", Round.FIRST, points=typed, choice=choice, figures=values)
    listed = tuple(
        Deduction(str(n), "s", "c", Round.FIRST, str(n), D(amount))
        for n, amount in enumerate(amounts)
    )
    return Entry(None if maximum is None else D(maximum), mark, listed)


@pytest.mark.parametrize(
    ("rule", "specs"),
    [
        (Manual(), ()),
        (LEVELS, ()),
        (Total(), ()),
        (DeductionRule(), ()),
        (Ratio(), (FigureSpec("numerator", "b", "Số đạt", "", COUNT),
                   FigureSpec("denominator", "a", "Tổng số", "", COUNT))),
        (Ratio(numerator="Đúng hạn", denominator="Được giao", unit="việc"),
         (FigureSpec("numerator", "b", "Đúng hạn", "việc", COUNT, is_whole=True),
          FigureSpec("denominator", "a", "Được giao", "việc", COUNT, is_whole=True))),
        (Trend(), (FigureSpec("now", "x", "Số liệu năm nay", "", COUNT),
                   FigureSpec("before", "y", "Số liệu năm trước", "", COUNT))),
        (Trend(label="Vốn", unit="tỷ"), (FigureSpec("now", "x", "Vốn năm nay", "tỷ", COUNT),
                                         FigureSpec("before", "y", "Vốn năm trước", "tỷ", COUNT))),
        (Bands(), (FigureSpec("rank", "x", "Thứ hạng", "", COUNT, is_whole=True),
                   FigureSpec("of", "n", "Trong tổng số", "", COUNT, is_whole=True))),
        (Bands(BandInput.VALUE, label="Vốn", unit="tỷ"),
         (FigureSpec("value", "x", "Vốn", "tỷ", COUNT),)),
        (Bands(BandInput.PERCENT), (FigureSpec("percent", "x", "Tỷ lệ", "", PERCENT),)),
        (DeductionRule(D(1)), (FigureSpec("faults", "n", "Số lỗi", "lỗi", is_whole=True),)),
        (DeductionRule(D(1), "Số lần trễ"),
         (FigureSpec("faults", "n", "Số lần trễ", "lỗi", is_whole=True),)),
        (Survey(), (FigureSpec("points", "", "Điểm đã công bố", "", POINTS),
                    FigureSpec("index", "", "Chỉ số khảo sát", "%", PERCENT))),
        (External("Bộ X"), (FigureSpec("supplied", "", "Điểm do Bộ X cung cấp", "", POINTS),)),
        (External(), (FigureSpec("supplied", "", "Điểm được cung cấp", "", POINTS),)),
        (Checklist(ITEMS), (FigureSpec("a", "1", "A", is_toggle=True),
                            FigureSpec("b", "2", "B", is_toggle=True))),
        (ByFormula("x", (SHARE,)), (FigureSpec("x", "", "Số x", "hồ sơ", PERCENT),)),
        (ByFormula("y", (FormulaFigure("y"),)), (FigureSpec("y", "", "y", "", COUNT),)),
        (ByFormula("y", (FormulaFigure("y", "Y", "xã"),)),
         (FigureSpec("y", "", "Y", "xã", is_whole=True),)),
    ],
)  # fmt: skip
def test_a_form_asks_for_these_figures(rule: Rule, specs: tuple[FigureSpec, ...]) -> None:
    assert rule.figures() == specs


@pytest.mark.parametrize(
    ("rule", "given_entry", "steps"),
    [
        (Manual(), entry(), [(RULE, "Nhập điểm trực tiếp")]),
        (Manual(), entry(points="0.5"),
         [(RULE, "Nhập điểm trực tiếp"), (INSERTED, "Điểm nhập trực tiếp: 0,5")]),
        (Total(), entry(), [(RULE, "Tổng điểm các tiêu chí con")]),
        (LEVELS, entry(choice="k"),
         [(RULE, "Chọn một trong 1 mức"), (INSERTED, "“Tốt” được 1 điểm")]),
        (LEVELS, entry(points="0.5"),
         [(RULE, "Chọn một trong 1 mức"), (INSERTED, "Điểm nhập trực tiếp: 0,5")]),
        (Checklist(ITEMS), entry("2", a="1", b="1"),
         [(RULE, "Cộng điểm các nội dung đạt trong 2 nội dung"), ("", "A: 0,5"), ("", "B: 0,75"),
          (INSERTED, "0,5 + 0,75 = 1,25")]),
        (Checklist(ITEMS), entry("1", a="1", b="1"),
         [(RULE, "Cộng điểm các nội dung đạt trong 2 nội dung"), ("", "A: 0,5"), ("", "B: 0,75"),
          (INSERTED, "0,5 + 0,75 = 1,25"), (LIMITS, "giữ ở 1")]),
        (ByFormula("x * 2", (SHARE,)), entry("3", x="2"),
         [(RULE, "“Số x” × 2"), ("", "Số x = 2"), (INSERTED, "2 × 2 = 4"), (LIMITS, "giữ ở 3")]),
        (ByFormula("x * 2", (SHARE,)), entry("4", x="2"),
         [(RULE, "“Số x” × 2"), ("", "Số x = 2"), (INSERTED, "2 × 2 = 4")]),
        (ByFormula("1 / x", (SHARE,)), entry(x="0"),
         [(RULE, "1 ÷ “Số x”"), ("", "Số x = 0"), (INSERTED, "1 ÷ 0: chia cho 0")]),
        (ByFormula("x / 2", (FormulaFigure("x", "Số x/năm"),)), entry(x="1"),
         [(RULE, "“Số x/năm” ÷ 2"), ("", "Số x/năm = 1"), (INSERTED, "1 ÷ 2 = 0,5")]),
        (ByFormula("2"), entry(points="1"),
         [(RULE, "2"), (INSERTED, "Điểm nhập trực tiếp: 1")]),
        (Trend(D(1), D("0.5"), D(0)), entry(now="5", before="4"),
         [(RULE, "So với số liệu năm trước: tăng, giữ nguyên hoặc giảm"), (INSERTED, "5 > 4"),
          (CLAUSE, "tăng: 1 điểm")]),
        (Trend(D(1)), entry(before="4"),
         [(RULE, "So với số liệu năm trước: tăng, giữ nguyên hoặc giảm")]),
        (External("Bộ X"), entry(supplied="0.5"),
         [(RULE, "Lấy điểm do Bộ X cung cấp"), (INSERTED, "0,5 điểm (chưa ghi nguồn)")]),
        (External(), entry(points="0.5"),
         [(RULE, "Lấy điểm được cung cấp"), (INSERTED, "Điểm nhập trực tiếp: 0,5")]),
        (Survey(), entry("1.5", points="9", index="80"),
         [(RULE, "Điểm tối đa × chỉ số khảo sát"), (INSERTED, "1,5 × 80 % = 1,2")]),
        (DeductionRule(D("0.25")), entry("1", faults="4"),
         [(RULE, "Tối đa trừ 0,25 điểm mỗi lỗi, không dưới 0"), (INSERTED, "1 − 4 × 0,25 = 0")]),
        (DeductionRule(D("0.25")), entry("1", faults="5"),
         [(RULE, "Tối đa trừ 0,25 điểm mỗi lỗi, không dưới 0"), (INSERTED, "1 − 5 × 0,25 = 0"),
          (LIMITS, "chạm sàn 0")]),
        (DeductionRule(), entry("1", amounts=("0.2", "0.3")),
         [(RULE, "Tối đa trừ các khoản bị trừ, không dưới 0"),
          (INSERTED, "1 − (0,2 + 0,3) = 0,5")]),
        (Ratio(), entry("1", numerator="1", denominator="4"),
         [(RULE, "Tỷ lệ: b ÷ a × điểm tối đa"), (INSERTED, "1 ÷ 4 = 25 %"),
          ("", "1 × 1 ÷ 4 = 0,25")]),
        (Ratio(zero_below=D(25)), entry("1", numerator="1", denominator="4"),
         [(RULE, "Tỷ lệ: b ÷ a × điểm tối đa"), (INSERTED, "1 ÷ 4 = 25 %"),
          ("", "1 × 1 ÷ 4 = 0,25")]),
        (Ratio(zero_below=D(26)), entry("1", numerator="1", denominator="4"),
         [(RULE, "Tỷ lệ: b ÷ a × điểm tối đa"), (INSERTED, "1 ÷ 4 = 25 %"),
          (CLAUSE, "dưới 26 %: 0 điểm")]),
        (Ratio(full_at=D(25)), entry("1", numerator="1", denominator="4"),
         [(RULE, "Tỷ lệ: b ÷ a × điểm tối đa"), (INSERTED, "1 ÷ 4 = 25 %"),
          (CLAUSE, "từ 25 %: đủ điểm tối đa")]),
        (Ratio(between=Between.UNKNOWN), entry("1", "0.5", numerator="1", denominator="4"),
         [(RULE, "Tỷ lệ: b ÷ a × điểm tối đa"), (INSERTED, "1 ÷ 4 = 25 %"), (CLAUSE, UNKNOWN),
          (INSERTED, "Điểm nhập trực tiếp: 0,5")]),
        (Ratio(between=Between.LINEAR), entry("1", numerator="1", denominator="4"),
         [(RULE, "Tăng đều từ 0 điểm ở 0 % đến tối đa ở 100 %"), (INSERTED, "1 ÷ 4 = 25 %"),
          ("", "(25 − 0) ÷ (100 − 0) × 1 = 0,25")]),
        (Ratio(zero_below=D(20), full_at=D(30), between=Between.LINEAR),
         entry("1", numerator="1", denominator="4"),
         [(RULE, "Tăng đều từ 0 điểm ở 20 % đến tối đa ở 30 %"), (INSERTED, "1 ÷ 4 = 25 %"),
          ("", "(25 − 20) ÷ (30 − 20) × 1 = 0,5")]),
        (Ratio(base=D("0.5")), entry("1", numerator="1", denominator="4"),
         [(RULE, "Mức nền 0,5 + b ÷ a × phần còn lại"), (INSERTED, "1 ÷ 4 = 25 %"),
          ("", "0,5 + 0,5 × 1 ÷ 4 = 0,625")]),
        (Ratio(excess=Excess.CAPPED), entry("1", numerator="5", denominator="4"),
         [(RULE, "Tỷ lệ: b ÷ a × điểm tối đa"), (INSERTED, "5 ÷ 4 = 125 %"),
          ("", "1 × 4 ÷ 4 = 1")]),
        (Ratio(), entry("1", numerator="0", denominator="4"),
         [(RULE, "Tỷ lệ: b ÷ a × điểm tối đa"), (INSERTED, "0 ÷ 4 = 0 %"),
          ("", "1 × 0 ÷ 4 = 0")]),
        (Ratio(), entry("1", numerator="5", denominator="4"),
         [(RULE, "Tỷ lệ: b ÷ a × điểm tối đa"), (INSERTED, "5 ÷ 4 = 125 %")]),
        (Ratio(), entry("1", "0.5", denominator="0", numerator="0"),
         [(RULE, "Tỷ lệ: b ÷ a × điểm tối đa"), (INSERTED, "Điểm nhập trực tiếp: 0,5")]),
        (Ratio(), entry("1", numerator="1"), [(RULE, "Tỷ lệ: b ÷ a × điểm tối đa")]),
        (RANKS, entry("1", rank="2", of="63"),
         [(RULE, "Theo khoảng của thứ hạng"), (INSERTED, "hạng 2 trong 63"),
          (CLAUSE, "từ 1 đến 3: 1 điểm")]),
        (RANKS, entry("1", rank="10"),
         [(RULE, "Theo khoảng của thứ hạng"), (INSERTED, "hạng 10"), (CLAUSE, UNKNOWN)]),
    ],
)  # fmt: skip
def test_an_explanation_says_exactly_this(
    rule: Rule, given_entry: Entry, steps: list[tuple[str, str]]
) -> None:
    assert [(step.label, step.text) for step in rule.explain(given_entry)] == steps


def test_announced_points_name_the_index_they_amount_to() -> None:
    announced = entry("1.5", points_="0")
    mark = Mark("s", "c", Round.SHEET, figures={"points": Figure(D("1.2"))})
    steps = Survey().explain(Entry(D("1.5"), mark))
    assert [(step.label, step.text) for step in steps] == [
        (RULE, "Điểm khảo sát lấy theo kết quả công bố"),
        (INSERTED, "1,2 ÷ 1,5 = 80 % (suy ra)"),
    ]
    assert Survey().index_of(announced) is None
    assert Survey().index_of(entry("1.5", index="80")) == D(80)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (Levels((ScoreLevel("k", "Tốt", D(2)),)),
         ["Mức “Tốt” có điểm ngoài khoảng 0 đến điểm tối đa."]),
        (Checklist((ChecklistItem("a", "A", D(2)),)),
         ["Nội dung “A” có điểm ngoài khoảng 0 đến điểm tối đa."]),
        (ByFormula("1", (FormulaFigure("x"),)),
         ["Số liệu “x” chưa có tên tiếng Việt để hiện trên phiếu.",
          "Công thức không dùng số liệu “x”."]),
        (Bands(bands=(Band(D(2), D(1), D(1)),)),
         ["Khoảng 1 có điểm ngoài khoảng 0 đến điểm tối đa."]),
        (Bands(bands=(Band(D(1), D(2), D(1)),)), ["Khoảng từ 2 đến 1 có đầu lớn hơn cuối."]),
        (Bands(BandInput.PERCENT, (Band(D(2), D(1), D(5)), Band(D(1), D(4), D(9)))),
         ["Khoảng từ 1 đến dưới 5 % có điểm ngoài khoảng 0 đến điểm tối đa.",
          "Khoảng từ 1 đến dưới 5 % và từ 4 đến dưới 9 % chồng nhau."]),
        (Ratio(base=D(2)), ["Mức nền nằm ngoài khoảng 0 đến điểm tối đa."]),
        (Ratio(full_at=D(101)), ["Ngưỡng phải từ 0 đến 100 %."]),
        (Ratio(full_at=D(50), zero_below=D(50)), ["Ngưỡng 0 điểm phải nhỏ hơn ngưỡng đủ điểm."]),
    ],
)  # fmt: skip
def test_a_fault_is_named_exactly(rule: Rule, said: list[str]) -> None:
    assert [problem.sentence for problem in rule.check(D(1))] == said


@pytest.mark.parametrize(
    "rule",
    [
        Trend(rise=D(1), same=D(0), fall=D(0)),
        Checklist((ChecklistItem("a", "A", D(0)), ChecklistItem("b", "B", D(1))), cap=D(1)),
        Levels((ScoreLevel("k", "Tốt", D(1)), ScoreLevel("l", "Kém", D(0)))),
        DeductionRule(D(1)),
        Manual(least=D(1)),
        Bands(bands=(Band(D(1), D(1), D(1)), Band(D(0), D(2), D(2)))),
        Ratio(base=D(0), full_at=D(100), zero_below=D(0)),
        Ratio(base=D(1)),
    ],
)
def test_limits_that_just_hold_are_no_fault(rule: Rule) -> None:
    assert rule.check(D(1)) == ()


def test_a_figure_below_all_bands_has_no_points_and_ends_belong_to_their_band() -> None:
    values = Bands(BandInput.VALUE, (Band(D(0), D(1), D(2)), Band(D(1), D(2), D(3))))
    points = [values.score(entry(value=each)).points for each in ("1", "2", "3", "4")]
    assert points == [D(0), D(1), D(1), None]


def test_a_level_without_a_mark_is_not_entered() -> None:
    odd = Levels((ScoreLevel("XXXX", "Lạ", D(1)),))
    assert odd.score(Entry(D(1))) == Outcome(None, Gap.NOT_ENTERED)


def test_sums_stay_decimals() -> None:
    assert isinstance(Checklist(ITEMS).score(entry(a="0")).points, Decimal)
    assert isinstance(DeductionRule().score(entry(amounts=("0.1",))).points, Decimal)


def test_typed_points_do_not_hide_a_figure_that_is_missing() -> None:
    assert Trend(D(1)).score(entry(points="0.5", now="1")) == Outcome(None, Gap.NOT_ENTERED)
    assert DeductionRule(D(1)).score(entry(points="0.5")).is_typed
    assert Ratio().score(entry(points="0.5", numerator="1")) == Outcome(None, Gap.NOT_ENTERED)
    assert Ratio().score(entry(points="0.5")) == Outcome(D("0.5"), is_typed=True)


def test_a_straight_line_begins_at_its_base() -> None:
    rule = Ratio(base=D("0.5"), zero_below=D(20), full_at=D(30), between=Between.LINEAR)
    points = [rule.score(entry(numerator=each, denominator="100")).points for each in ("20", "25")]
    assert points == [D("0.5"), D("0.75")]


@pytest.mark.parametrize(
    ("unit", "is_so"),
    [("hồ sơ", True), ("nhiệm vụ", True), ("", False), ("tỷ đồng", False), ("ha", False),
     ("%", False), ("lượt/ngày", False), ("xã", True)],
)  # fmt: skip
def test_a_unit_of_things_takes_whole_numbers_a_measure_takes_parts(
    unit: str,
    is_so: bool,  # noqa: FBT001
) -> None:
    assert counts_things(unit) is is_so
    spec = Ratio(unit=unit).figures()[0]
    spec.refuse_part(D(3))
    if is_so:
        with pytest.raises(CchcError, match="“Số đạt” là số đếm, không nhận 3,5"):
            spec.refuse_part(D("3.5"))
    else:
        spec.refuse_part(D("3.5"))

from contest.explaining.made import board, score
from paitou.contest.explaining.lines import arithmetic


def test_the_sum_is_written_out():
    made = board(score("东溪区", [("i0", "1/2", 60), ("i1", "1/4", 40)], extras=[1]))
    lines = arithmetic(made, made.of("东溪区"))
    assert lines[0] == "指标0：按规则计，30分（满分60）"
    assert lines[2:] == (
        "通报表扬，计1分", "各项合计40分", "加减分合计1分", "得分41，四舍五入为41.00分",
    )  # fmt: skip


def test_however_many_there_are_sixty_lines_do():
    rows = [(f"i{n}", "1/2", 1) for n in range(300)]
    made = board(score("东溪区", rows, extras=[1] * 40))
    assert len(arithmetic(made, made.of("东溪区"))) <= 60

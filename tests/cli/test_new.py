"""Tests of `paitou new`."""


def test_the_folder_is_ready_and_its_files_are_listed(run, tmp_path, kunming_file):
    result = run("new", tmp_path / "book", "--plan", kunming_file)
    assert (result.status, result.err) == (0, "")
    names = {line.rpartition("/")[2] for line in result.out.splitlines()}
    assert {"plan.txt", "review.toml", "breakdown.csv", "orgs.csv"} <= names
    assert (tmp_path / "book" / "plan.txt").read_bytes() == kunming_file.read_bytes()


def test_what_is_there_is_left_alone(run, tmp_path, kunming_file):
    (tmp_path / "mine.txt").write_text("x", "utf-8")
    result = run("new", tmp_path, "--plan", kunming_file)
    assert (result.status, result.err.count("\n")) == (2, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_plan_is_needed(run, tmp_path):
    result = run("new", tmp_path / "book")
    assert result.status == 2
    assert "--plan" in result.err

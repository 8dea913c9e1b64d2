from paitou.office.reporting.posting import read_post


def test_only_cells_of_the_form_are_read_and_cut_of_control_characters(desk):
    cell = desk.form().cells.first()
    post = {f"v-{cell.key}": " 1\x002\u202e ", f"n-{cell.key}": "注", "v-nowhere": "9"}
    posted = read_post(post, desk.form().cells.all())
    assert {k: (t.text, t.note) for k, t in posted.typed.items()} == {
        cell.key: ("12", "注")
    }
    assert posted.seen == {}


def test_what_is_too_long_is_told_and_left_alone(desk):
    cell = desk.form().cells.first()
    posted = read_post({f"v-{cell.key}": "9" * 61}, [cell])
    assert posted.typed == {}
    assert "太长" in posted.faults[0]

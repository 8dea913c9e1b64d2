from paitou.cli.archive import folder_files, pack


def test_an_archive_becomes_a_folder(run, kunming_file, tmp_path):
    (tmp_path / "k.zip").write_bytes(pack(folder_files(kunming_file.parent)))
    done = run("import-folder", tmp_path / "k.zip", tmp_path / "k")
    assert (done.status, done.err) == (0, "")
    assert (tmp_path / "k" / "plan.txt").read_bytes() == kunming_file.read_bytes()


def test_what_cannot_be_unpacked_is_one_sentence(run, tmp_path):
    (tmp_path / "k.zip").write_bytes(b"no")
    for name in ("k.zip", "none.zip"):
        done = run("import-folder", tmp_path / name, tmp_path / "k")
        assert (done.status, done.err.count("\n")) == (2, 1)
        assert not (tmp_path / "k").exists()

"""How far a run is."""

from dragoman.cli.output import Road
from dragoman.read import file_sizes


def test_files_behind_count_whole_and_the_one_at_hand_by_its_articles():
    road = Road([("a.txt", 100), ("b.jsonl", 1000), ("c.txt", 50)])
    assert road.total == 1150
    assert road.pass_by("a.txt", 80) == 80
    assert road.pass_by("b.jsonl, line 1", 300) == 400
    assert road.pass_by("b.jsonl, line 2", 300) == 700
    assert road.pass_by("b.jsonl, line 3", 9000) == 1100, "no more than the file has"
    assert road.pass_by("c.txt", 10) == 1110


def test_what_is_no_file_does_not_move_it():
    road = Road([("a.txt", 100)])
    assert road.pass_by("https://example.org/feed.xml", 500) == 0
    assert Road([]).pass_by("-", 500) == 0


def test_files_of_folders_are_found_in_the_order_of_reading(tmp_path):
    (tmp_path / "d").mkdir()
    for name, size in (("d/b.txt", 3), ("d/a.html", 5), ("d/x.bin", 9), ("e.txt", 1)):
        (tmp_path / name).write_bytes(b"x" * size)
    found = file_sizes([str(tmp_path / "d"), str(tmp_path / "e.txt"), str(tmp_path / "none.txt"), "https://example.org/", "-"])
    assert [(p.rpartition("/")[2], n) for p, n in found] == [("a.html", 5), ("b.txt", 3), ("e.txt", 1)]

"""``dragoman codebook import`` and ``dragoman who`` with a folder of one's own."""




def test_a_table_is_taken_into_a_folder(run, tmp_path):
    (tmp_path / "mine.csv").write_text("name,code,sector,from,to\nAltyn Gas,ALTYN,BUS,,\n", encoding="utf-8")
    status, out, err = run("codebook", "import", "mine.csv", "--to", "own")
    assert (status, out) == (0, "1 names of 1 actors, 0 roles: taken into own\n")
    assert err == "new actors: ALTYN\n"
    assert (tmp_path / "own" / "actors" / "mine.csv").read_text(encoding="utf-8") == "name,code,sector,from,to\nAltyn Gas,ALTYN,BUS,,\n"


def test_a_broken_dictionary_is_refused_and_nothing_written(run, tmp_path):
    (tmp_path / "mine.txt").write_text("KABUL_ [AFG]\nHERAT_ [AFG\n", encoding="utf-8")
    status, out, err = run("codebook", "import", "mine.txt", "--to", "own")
    assert (status, out) == (1, "")
    assert "mine.txt, line 2: a bracket is not closed" in err
    assert not (tmp_path / "own").exists()


def test_what_is_left_out_is_listed(run, tmp_path):
    (tmp_path / "mine.txt").write_text("KABUL_MEN_ [AFG]\nA_CLUB_ [MNC]\nHERAT_ [AFG\n", encoding="utf-8")
    status, out, err = run("codebook", "import", "mine.txt", "--to", "own", "--skip-broken", "--list")
    assert status == 0
    assert out.startswith("1 names of 1 actors")
    assert "line 2: no actor of MNC in the codebook: A_CLUB_ [MNC]" in err
    assert "line 3: a bracket is not closed" in err


def test_import_needs_a_folder(run, tmp_path):
    (tmp_path / "mine.csv").write_text("Altyn Gas,ALTYN\n", encoding="utf-8")
    assert run("codebook", "import", "mine.csv")[0] == 2


def test_who_marks_the_one_chosen(run):
    status, out, err = run("who", "Brussels")
    assert status == 0
    assert [line[:2] for line in out.splitlines() if line.startswith(">")] == ["> "]
    assert "> EU" in out
    assert "EU unless the article tells otherwise" in err

# SPDX-License-Identifier: Apache-2.0
"""Verifying from Python, through the built library and its reader of documents."""
import asyncio
import copy
import ctypes
import datetime
import gc
import os
import pickle
import resource

import pytest

import sceau
from conftest import NIR, TODAY
from sceau import Holder, Outcome, Request, Verdict, _library


def test_a_genuine_attestation_is_valid(issued, trust):
    report = sceau.verify(issued.pdf, trust=trust, language="en")
    assert report.verdict is Verdict.VALID
    assert report.outcome is Outcome.IN_ORDER
    assert report.file == str(issued.pdf)
    assert report.date_of_care in (TODAY, TODAY + datetime.timedelta(days=1))  # the day in Paris may be the next one
    assert report.seals[0].issuer.name == "Caisse d'essai"
    assert report.seals[0].claims["holder"]["birth_name"] == "DURAND"
    assert NIR not in report.json


def test_bytes_are_the_document_itself(issued, trust):
    content = issued.pdf.read_bytes()
    for document in (content, bytearray(content), memoryview(content)):
        report = sceau.verify(document, trust=trust, name="page.pdf")
        assert (report.verdict, report.file) == (Verdict.VALID, "page.pdf")


def test_text_in_a_string_is_a_path_and_never_a_document(issued, trust):
    with pytest.raises(sceau.DocumentError) as caught:
        sceau.verify(issued.text.read_text(encoding="utf-8"), trust=trust)
    assert caught.value.code in ("document.missing", "document.not-readable")


def test_a_changed_seal_is_not_believed(issued, trust):
    text = issued.text.read_bytes().strip()
    changed = text[:-4] + (b"0000" if text[-4:] != b"0000" else b"1111")
    assert sceau.verify(changed, trust=trust).verdict is not Verdict.VALID


def test_each_question_is_about_its_document(issued, trust):
    verifier = sceau.Verifier(trust)
    years_later = TODAY + datetime.timedelta(days=2000)
    assert verifier.verify(issued.pdf, date_of_care=years_later).outcome is Outcome.RIGHTS_NOT_OPEN
    assert verifier.verify(issued.pdf, holder=Holder(name="MARTIN Paul")).verdict is Verdict.INVALID
    matching = Holder(name="Durand Zoe", born=datetime.date(1984, 5, 12), nir=NIR, rank=1)
    report = verifier.verify(issued.pdf, holder=matching, request_id="7")
    assert (report.verdict, report.request_id) == (Verdict.VALID, "7")
    assert report.seals[0].axes.holder is sceau.HolderAxis.MATCHES


def test_what_all_documents_are_asked_is_said_once(issued, trust):
    verifier = sceau.Verifier(trust, holder=Holder(name="MARTIN Paul"))
    assert verifier.verify(issued.pdf).verdict is Verdict.INVALID
    assert verifier.verify(issued.pdf, holder=Holder(name="DURAND Zoé")).verdict is Verdict.VALID


def test_another_person_is_asked_for_without_reading_again(issued, trust):
    verifier = sceau.Verifier(trust)
    report = verifier.verify(issued.pdf)
    assert verifier.ask_holder(report, Holder(name="MARTIN Paul")).verdict is Verdict.INVALID
    assert verifier.ask_holder(report, None).verdict is Verdict.VALID
    assert report.verdict is Verdict.VALID
    with pytest.raises(ValueError):
        verifier.ask_holder(sceau.parse_report(report.json), None)


def test_policies_are_names_or_their_own(issued, trust):
    assert sceau.verify(issued.pdf, trust=trust, policy="insurer").policy == "insurer"
    accept = {"seal": ["genuine"], "status": ["current"], "rights": ["open"], "holder": ["matches"], "document": ["agrees"],
              "freshness": ["fresh"]}
    strict = {"schema_version": 1, "name": "strict", "accept": accept}
    report = sceau.verify(issued.pdf, trust=trust, policy=strict)
    assert (report.policy, report.verdict) == ("strict", Verdict.UNDETERMINED)
    with pytest.raises(sceau.OptionsError) as caught:
        sceau.verify(issued.pdf, trust=trust, policy="pharmacist")
    assert caught.value.code == "policy.unusable"


def test_the_language_and_the_number_are_as_asked(issued, trust):
    verifiers = [sceau.Verifier(trust, language=language, holder=Holder(name="MARTIN Paul")) for language in ("fr", "en")]
    messages = [verifier.verify(issued.pdf).seals[0].reasons[0].message for verifier in verifiers]
    assert messages[0] != messages[1]
    assert NIR in sceau.verify(issued.pdf, trust=trust, show_nir=True).json
    with pytest.raises(ValueError):
        sceau.Verifier(trust, language="de")


def test_a_replay_says_so(issued, trust):
    noon = datetime.datetime.combine(TODAY, datetime.time(12), datetime.timezone.utc)
    report = sceau.Verifier(trust, replay_at=noon).verify(issued.pdf)
    assert (report.replayed, report.verified_at) == (True, noon)
    assert not sceau.verify(issued.pdf, trust=trust).replayed
    with pytest.raises(ValueError):
        sceau.Verifier(trust, replay_at=noon.replace(tzinfo=None))


def test_errors_have_a_code_and_two_sentences(issued, trust):
    with pytest.raises(sceau.DocumentError) as caught:
        sceau.verify("/nowhere.pdf", trust=trust)
    error = caught.value
    assert error.code == "document.missing"
    assert "n'existe pas" in error.french and "does not exist" in error.english
    assert "[document.missing]" in str(error)
    with pytest.raises(sceau.TrustError) as caught:
        sceau.Trust.open("/nowhere")
    assert caught.value.code == "trust.missing"
    with pytest.raises(sceau.OptionsError):
        sceau.verify(issued.pdf, trust=trust, holder=Holder(born="yesterday"))


def test_what_is_not_a_document_is_refused_before_the_library_sees_it(issued, trust):
    for document in (5, None, ["attestation.pdf"]):
        with pytest.raises(TypeError):
            sceau.verify(document, trust=trust)
    with pytest.raises(ValueError):
        sceau.verify(f"{issued.pdf}\0.exe", trust=trust)
    with pytest.raises(TypeError):
        sceau.verify(issued.pdf, trust=trust, name="other.pdf")


def test_an_argument_of_another_kind_says_which_one_is_wanted(issued, trust):
    with pytest.raises(TypeError, match="Trust.open"):
        sceau.verify(issued.pdf, trust=str(issued.trust_folder))
    with pytest.raises(TypeError, match="datetime.date"):
        sceau.verify(issued.pdf, trust=trust, date_of_care=TODAY.isoformat())
    with pytest.raises(TypeError, match="sceau.Holder"):
        sceau.verify(issued.pdf, trust=trust, holder={"name": "DURAND Zoé"})
    with pytest.raises(TypeError, match="dictionary"):
        sceau.verify(issued.pdf, trust=trust, policy=["insurer"])
    with pytest.raises(TypeError, match="takes bytes"):
        sceau.inspect(issued.pdf)
    for one in (str(issued.folder), issued.folder, issued.text.read_bytes(), Request(issued.pdf)):
        with pytest.raises(TypeError, match="list its files"):
            sceau.verify_many(one, trust=trust)
    with pytest.raises(ValueError):
        sceau.verify_many([issued.pdf], trust=trust, jobs=0)


def test_a_copy_of_a_report_is_safe_to_use_and_pickle_is_refused(issued, trust):
    verifier = sceau.Verifier(trust)
    copies = [copy.copy(verifier.verify(issued.pdf)), copy.deepcopy(verifier.verify(issued.pdf))]
    gc.collect()
    for copied in copies:  # the report that it was made of is gone
        assert verifier.ask_holder(copied, Holder(name="DURAND Zoé")).verdict is Verdict.VALID
    for held in (copies[0], trust, verifier):
        with pytest.raises(TypeError):
            pickle.dumps(held)
    error = sceau.DocumentError("document.missing", "français", "English", "detail")
    assert vars(pickle.loads(pickle.dumps(error))) == vars(error)


def test_a_report_is_neither_true_nor_false(issued, trust):
    with pytest.raises(TypeError):
        bool(sceau.verify(issued.pdf, trust=trust))


def test_an_event_loop_verifies_several_at_once(issued, trust):
    async def all_of_them():
        return await asyncio.gather(*(sceau.averify(issued.pdf, trust=trust) for _ in range(4)))

    assert [report.verdict for report in asyncio.run(all_of_them())] == [Verdict.VALID] * 4


def test_many_are_answered_in_their_order_and_errors_stand_in_their_place(issued, trust):
    documents = [issued.pdf, "/nowhere.pdf", issued.text.read_bytes(), Request(issued.pdf, request_id="7")] * 5
    answers = list(sceau.verify_many(iter(documents), trust=trust, jobs=3))
    assert len(answers) == 20
    for index, answer in enumerate(answers):
        if index % 4 == 1:
            assert isinstance(answer, sceau.DocumentError)
        else:
            assert answer.verdict is Verdict.VALID
    assert [answer.request_id for answer in answers[3::4]] == ["7"] * 5


def test_a_pool_asks_for_no_more_documents_than_it_needs(issued, trust):
    asked = []

    def documents():
        for number in range(1000):
            asked.append(number)
            yield issued.text.read_bytes()

    answers = sceau.verify_many(documents(), trust=trust, jobs=2)
    next(answers)
    answers.close()
    assert len(asked) <= 6


def test_calls_release_the_lock_of_the_interpreter():
    assert type(_library.library()._c) is ctypes.CDLL  # its sibling PyDLL would hold the lock


def test_a_process_that_forked_verifies_on_both_sides(issued, trust):
    verifier = sceau.Verifier(trust)
    for _ in range(2):
        assert verifier.verify(issued.pdf).verdict is Verdict.VALID
    child = os.fork()
    if child == 0:
        os._exit(0 if verifier.verify(issued.pdf).verdict is Verdict.VALID else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert verifier.verify(issued.pdf).verdict is Verdict.VALID


def test_a_daemon_without_standard_streams_verifies(issued):
    child = os.fork()
    if child == 0:
        try:
            for stream in (0, 1, 2):
                os.close(stream)
            report = sceau.verify(issued.pdf, trust=sceau.Trust.open(issued.trust_folder))
            os._exit(0 if report.verdict is Verdict.VALID else 1)
        finally:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_process_that_may_use_less_memory_than_a_reader_verifies(issued):
    child = os.fork()
    if child == 0:
        try:
            most = 1000 << 20  # a reader may have 1 GiB
            resource.setrlimit(resource.RLIMIT_AS, (most, most))
            report = sceau.verify(issued.pdf, trust=sceau.Trust.open(issued.trust_folder))
            os._exit(0 if report.verdict is Verdict.VALID else 1)
        finally:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_inspecting_trusts_nobody(issued):
    found = sceau.inspect(issued.text.read_bytes(), name="seal.txt")
    assert found["symbols"][0]["kind"] == "ad1"


def test_without_the_library_the_error_says_what_to_do(monkeypatch):
    monkeypatch.setattr(_library, "_loaded", None)
    monkeypatch.setattr(_library, "_installed_path", lambda: "/nowhere/libsceau.so.0")
    with pytest.raises(OSError, match="load_library"):
        sceau.version()


def test_the_library_is_loaded_once_and_by_a_whole_path():
    with pytest.raises(ValueError):
        sceau.load_library("libsceau.so.0")
    with pytest.raises(RuntimeError):
        sceau.load_library("/usr/lib/libsceau.so.0")

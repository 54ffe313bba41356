# SPDX-License-Identifier: Apache-2.0
"""Does the page print what its seal says: rates by kind of capture and of forgery, with their 95 % intervals, time and memory.

Genuine pages on which anything is said to differ, forged pages that agree everywhere, and crashes fail the bench.
"""
import pathlib
import statistics

import paper_set
from common import percentile, table
from rates import interval, share

SEED, COUNT = 20261129, 400
SAME_FONT = "same font, one field"


def groups(shots, key):
    """In the order in which they appear, and all of them at the end."""
    names = list(dict.fromkeys(getattr(shot, key) for shot in shots))
    parts = [(name, [shot for shot in shots if getattr(shot, key) == name]) for name in names]
    return parts + ([("all", shots)] if len(parts) > 1 else [])


def genuine_row(name, shots):
    seen = [shot for shot in shots if shot.is_read]
    wrong = [shot for shot in seen if shot.differs()]
    facts = sum(len(shot.facts) for shot in seen)
    open_facts = sum(len(shot.facts_that("not-compared")) for shot in seen)
    agreeing = sum(shot.agrees() for shot in seen)
    return [name, len(shots), share(len(seen), len(shots)), len(wrong), interval(len(wrong), len(seen)), share(agreeing, len(seen)),
            facts, share(open_facts, facts), interval(open_facts, facts)]


def genuine_table(shots):
    header = ["capture", "pages", "code read %", "differ", "95 %", "agree %", "facts", "not compared %", "95 %"]
    return table(header, [genuine_row(name, part) for name, part in groups(shots, "group")])


def forged_row(name, shots):
    seen = [shot for shot in shots if shot.is_read]
    found = sum(shot.differs() for shot in seen)
    on_field = sum(shot.is_found_on_field() for shot in seen)
    agreeing = sum(shot.agrees() for shot in seen)
    return [name, len(seen), on_field, found - on_field, sum(shot.is_doubted() for shot in seen), agreeing, share(found, len(seen)),
            interval(found, len(seen)), interval(agreeing, len(seen))]


def forged_table(shots, key, label):
    header = [label, "read", "on the field", "on the page", "doubt", "agree", "found %", "95 %", "agree, 95 %"]
    return table(header, [forged_row(name, part) for name, part in groups(shots, key)])


def cost_row(name, shots):
    times = [shot.cpu_ms for shot in shots]
    return [name, len(shots), f"{statistics.median(times):.0f}", f"{percentile(times, .95):.0f}", f"{max(times):.0f}",
            f"{max(shot.mib for shot in shots):.0f}"]


def cost_table(shots):
    header = ["capture", "n", "CPU ms, median", "p95", "most", "MiB, most"]
    return table(header, [cost_row(name, part) for name, part in groups(shots, "group")])


def added_cost(verify, baseline, folder, jobs, shots):
    """Beside another build on the same captures: what comparing adds."""
    if not baseline:
        return []
    other = {shot.file: shot for shot in paper_set.read([baseline, *verify[1:]], folder, jobs)}
    more = [shot.cpu_ms - other[shot.file].cpu_ms for shot in shots if shot.is_read]
    memory = [shot.mib - other[shot.file].mib for shot in shots if shot.is_read]
    return [f"Beside {baseline}: {statistics.median(more):.0f} ms of CPU more a capture (median), p95 {percentile(more, .95):.0f}; "
            f"memory {statistics.median(memory):.0f} MiB more (median), {max(memory):.0f} at most."]


def odd_table(shots):
    rows = [[shot.capture, "yes" if shot.is_read else "no", shot.outcome, shot.axis, " ".join(shot.facts_that("differs")) or "none",
             len(shot.facts_that("not-compared")), f"{shot.cpu_ms:.0f}", f"{shot.mib:.0f}"] for shot in shots]
    return table(["what", "code read", "outcome", "document", "differ", "not compared", "CPU ms", "MiB"], rows)


def faults(shots):
    """What no rate outweighs, file by file."""
    lines = [f"- {shot.file}: genuine, and {' '.join(shot.facts_that('differs')) or 'the page'} is said to differ."
             for shot in shots if shot.sort == "genuine" and shot.differs()]
    lines += [f"- {shot.file}: {shot.edit}, and the page agrees everywhere." for shot in shots if shot.sort == "forged" and shot.agrees()]
    lines += [f"- {shot.file}: the page is genuine ({shot.capture}), and {' '.join(shot.facts_that('differs')) or 'it'} is said to differ."
              for shot in shots if shot.sort == "odd" and not shot.edited and shot.differs()]
    lines += [f"- {shot.file}: another page ({shot.capture}) agrees everywhere." for shot in shots
              if shot.sort == "odd" and shot.edited and shot.agrees()]
    lines += [f"- {shot.file}: sceau failed." for shot in shots if shot.crashed]
    return lines


def blocks_of(shots):
    genuine = [shot for shot in shots if shot.sort == "genuine"]
    forged = [shot for shot in shots if shot.sort == "forged"]
    same = [shot for shot in forged if shot.forgery == SAME_FONT]
    odd = [shot for shot in shots if shot.sort == "odd"]
    blocks = []
    if genuine:
        blocks += ["Genuine pages:", genuine_table(genuine)]
    if forged:
        blocks += ["Forged pages, by what the forger did:", forged_table(forged, "forgery", "forgery"), forged_table(forged, "edit", "edit")]
    if same:
        blocks += ["One field in the same font, by capture:", forged_table(same, "group", "capture")]
    blocks += ["The whole command, its helpers with it:", cost_table([shot for shot in shots if shot.sort != "odd"] or shots)]
    if odd:
        blocks += ["What nobody should hand in:", odd_table(odd)]
    return blocks


def bench(build, options):
    seed, count = SEED if options.seed is None else options.seed, options.count or COUNT
    folder = options.captures or paper_set.make(build, options.work / "paper", seed, count)
    verify = [build / "cli/sceau", "verify", "--json", "--trust", folder / "keys/trust"]
    shots = paper_set.read(verify, folder, options.jobs)
    compared = sum(bool(shot.facts) for shot in shots)
    note = (f"{len(shots)} captures, {compared} of them with facts compared. Found: a fact or the page is said to differ. On the field: a fact "
            "that was edited is said to differ. Doubt: neither found nor agreeing everywhere. Intervals are Wilson's, Clopper and "
            "Pearson's within 5 of either end. All captures are synthetic (tools/paper).")
    wrong = faults(shots)
    command = f"./dev bench paper --seed {seed} --count {count}"
    if options.captures:
        command = f"./dev bench paper --captures {pathlib.Path(folder).name}"
    blocks = [*blocks_of(shots), *added_cost(verify, options.baseline, folder, options.jobs, shots), note]
    return command, blocks + (["\n".join(["Faults:", "", *wrong])] if wrong else ["No faults."]), bool(wrong)

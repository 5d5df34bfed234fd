# SPDX-FileCopyrightText: 2026 Smileystand contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the conformance report, qml/ACCESSIBILITY.md, covers its clauses and names evidence that exists and files
that are installed with it.

example: /usr/bin/python3 tests/accessibility/statement.py --build build/ci --ctest ctest

Exit codes: 0 all is right, 1 something is not (a line each), 2 wrong options.
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[2]
REPORT = SOURCES / "qml/ACCESSIBILITY.md"
INSTALLED = SOURCES / "platform/CMakeLists.txt"
RESULTS = {"supports", "supports in part", "supports with a mounting", "does not apply"}
# EN 301 549 V3.2.1: what a stand that is closed functionality is asked. A clause is covered by a line of its own or one
# of a clause above it.
CLAUSES = [
    *(f"4.2.{number}" for number in range(1, 12)),
    "5.1.2.2",
    *(f"5.1.3.{number}" for number in range(1, 17)),
    *"5.1.4 5.1.5 5.1.6.1 5.1.6.2 5.1.7 5.2 5.3 5.4 5.5.1 5.5.2 5.6.1 5.6.2 5.7 5.8 5.9".split(),
    *"8.1.2 8.1.3 8.2.1.1 8.2.1.2 8.3 8.4.1 8.4.2 8.4.3 8.5".split(),
    *"11.1 11.2 11.3 11.4 11.5.2 11.6 11.7 12.1 12.2".split(),
]


def lines(report: str) -> list[list[str]]:
    """The cells of the table's lines, without its two of heading."""
    table = [line for line in report.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table[2:]]


def clauses(cell: str) -> list[str]:
    """The clauses of "5.1.3.11, 12", of "11.1-11.4 (and what they are about)" and of "6, 7"."""
    found: list[str] = []
    for part in re.sub(r"\(.*\)", "", cell).split(","):
        first, _, last = part.strip().partition("-")
        if found and "." in found[-1] and "." not in first:
            first = found[-1].rpartition(".")[0] + "." + first
        above, _, number = first.rpartition(".")
        until = int(last.rpartition(".")[2]) if last else int(number)
        found += [f"{above}.{each}".lstrip(".") for each in range(int(number), until + 1)]
    return found


def installed(rules: Path) -> set[str]:
    """The files beside the installed report, by their path from it."""
    found = set()
    for files, folder in re.findall(r"install\(FILES ([^)]*) DESTINATION share/doc/smileystand/?([^)]*)\)",
                                    rules.read_text(encoding="utf-8")):
        found |= {str(Path(folder, Path(file).name)) for file in files.split() if (rules.parent / file).is_file()}
    return found


def faults(report: str, tests: set[str], beside: set[str]) -> list[str]:
    """Everything that is wrong with the report, a sentence each."""
    wrong: list[str] = []
    covered: list[str] = []
    for cells in lines(report):
        if len(cells) != 4:
            wrong.append(f"{cells[0]}: {len(cells)} cells, not 4")
            continue
        clause, asked, result, evidence = cells
        covered += clauses(clause)
        if not asked:
            wrong.append(f"{clause}: doesn't say what it asks")
        if result not in RESULTS:
            wrong.append(f"{clause}: '{result}' is no result")
        if not evidence:
            wrong.append(f"{clause}: no evidence")
        for name in re.findall(r"`([^`]*)`", evidence):
            if name not in tests and not name.startswith("smiley-"):
                wrong.append(f"{clause}: there is no ctest {name}")
    wrong += [f"{file} is not installed with the report" for file in sorted(set(re.findall(r"[\w/]+\.md", report)))
              if file not in beside]
    wrong += [f"{clause}: several lines" for clause in sorted({each for each in covered if covered.count(each) > 1})]
    for clause in CLAUSES:
        parts = clause.split(".")
        if not any(".".join(parts[:length]) in covered for length in range(1, len(parts) + 1)):
            wrong.append(f"{clause}: no line")
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, required=True, help="the folder of the build that has the tests")
    parser.add_argument("--ctest", default="ctest", help="the program ctest")
    options = parser.parse_args()
    listed = subprocess.run([options.ctest, "-N", "--test-dir", str(options.build)], capture_output=True, text=True,
                            check=True).stdout
    tests = set(re.findall(r"^ *Test +#\d+: (\S+)$", listed, re.MULTILINE))
    wrong = faults(REPORT.read_text(encoding="utf-8"), tests, installed(INSTALLED))
    for fault in wrong:
        print(f"FAULT {fault}", file=sys.stderr)
    print(f"{len(tests)} ctests, {len(CLAUSES)} clauses, {len(wrong)} faults")
    return 1 if wrong or not tests else 0


if __name__ == "__main__":
    sys.exit(main())

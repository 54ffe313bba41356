# SPDX-License-Identifier: Apache-2.0
import sys

import sceau

trust = sceau.Trust.open(sys.argv[1])
report = sceau.verify(sys.argv[2], trust=trust, language="en")
print(report.json)
sys.exit(0 if report.verdict is sceau.Verdict.VALID else 1)

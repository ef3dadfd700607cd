"""Writes `tiny.bin`: a deep reader of the right shape with random weights, for tests.

    python crates/deep/tests/tiny.py

Run it from the root of the checkout with the requirements of `lab/deep`.
"""

import string
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "../../../lab/deep"))

import torch  # noqa: E402
from export import graphs, packed  # noqa: E402
from model import Deep, Judge  # noqa: E402
from pieces import SPECIALS  # noqa: E402

WORDS = """the of and to in a is that he she it they we his her was for on are with as at be this
have from or had by not but what all were when your can said there an which do how if will up about
out many then them these so some would make like him into time has look two more go see no way could
people my than first been call who its now find long down day did get come made may part new mayor
bridge council harbour town minister president party government police school bank good bad great
terrible love hate praised praises attacked attacks blames thanks lies honest right wrong support
supports against never always mina aas oslo per lie nato norway news river road vote law money war
##s ##ed ##ing ##er ##ly ##ion ##ist ##ers ##al ##ity""".split()
SIGNS = list(string.ascii_lowercase + string.digits + ".,;:!?'\"()-&@#/$%")
VOCABULARY = [*SPECIALS, *SIGNS, *(f"##{c}" for c in string.ascii_lowercase + string.digits), *WORDS]

torch.manual_seed(7)
model = Deep(len(VOCABULARY), width=16, layers=1, heads=2, inner=32, longest=48)
model.anyone, model.writer = (Judge(16, 1, 3, heads=2, size=4) for _ in range(2))
model.between = Judge(16, 2, 5, heads=2, size=4)
for name, parameter in model.named_parameters():
    if "norm" not in name:
        # Large enough that verdicts are not all the same.
        torch.nn.init.normal_(parameter, std=0.7)
with torch.no_grad():
    # Most words name nobody.
    model.names.bias[0] += 3.0
made = graphs(model, False)
for graph in made.values():
    for node in graph.graph.node:
        # Nobody looks for them, and they are a third of the file.
        node.ClearField("name")
        node.ClearField("metadata_props")
data = packed(VOCABULARY, model.encoder.sizes, made)
(HERE / "tiny.bin").write_bytes(data)
print(f"{len(VOCABULARY)} pieces, {len(data)} bytes")

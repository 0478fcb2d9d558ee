"""Works out the sums of a value ledger from its source rows, without a line of the product's code.

Reads the exported file named as first argument; prints entry, figure and sum, separated by tabs."""

import csv
import sys
from collections import defaultdict
from decimal import ROUND_HALF_EVEN, Decimal

CENT = Decimal("0.01")


def converted(row):
    amount = Decimal(row["amount"])
    if row["tokens"]:
        tokens = (Decimal(row["tokens"]) * Decimal(row["tokenPrice"]) / 1_000_000).quantize(CENT, ROUND_HALF_EVEN)
        if tokens != amount:
            sys.exit(f"entry {row['entry']}, {row['line']}: {row['tokens']} tokens are {tokens}, not {amount}")
    return (amount * Decimal(row["rate"])).quantize(CENT, ROUND_HALF_EVEN) if row["rate"] else amount


entries = defaultdict(lambda: defaultdict(Decimal))
states = {}
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        money = converted(row)
        if money != Decimal(row["money"]):
            sys.exit(f"entry {row['entry']}, {row['line']}: {money} is not {row['money']}")
        entries[row["entry"]][row["kind"]] += money
        states[row["entry"]] = row["state"]

total = defaultdict(Decimal)
for entry, sums in entries.items():
    figures = {
        "measured": sums["measured"],
        "cost": sums["cost"],
        "net": sums["measured"] - sums["cost"],
    }
    if "promised" in sums:
        figures["promised"] = sums["promised"]
        figures["variance"] = figures["net"] - sums["promised"]
    for name, figure in figures.items():
        print(entry, name, figure.quantize(CENT), sep="\t")
        if states[entry] == "counts" and name != "variance":
            total[name] += figure
    if states[entry] == "counts":
        total["asserted"] += sums["asserted"]
for name, figure in total.items():
    print("total", name, figure.quantize(CENT), sep="\t")

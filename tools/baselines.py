"""The usual offline reader, to compare with: TF-IDF and logistic regression (scikit-learn), taught with the same examples.

    xiaoqi corpus > corpus.jsonl
    python3 tools/baselines.py corpus.jsonl tests/understanding/test.zh.jsonl tests/understanding/test.en.jsonl > answers.jsonl
    xiaoqi eval tests/understanding/test.zh.jsonl tests/understanding/test.en.jsonl --answers answers.jsonl

Needs Python 3.9 or newer and scikit-learn. Characters by ones to threes for Chinese, words by ones to twos and characters by
threes to fives inside words for English; one classifier a move, one for the direction. The threshold of all moves is the one that is
best on a fifth of the examples held out. Traditional Chinese is read as it stands.
"""

import json
import sys

import numpy as np
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split


def rows(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


class Features:
    def __init__(self, chinese):
        if chinese:
            self.parts = [TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True, min_df=2)]
        else:
            words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"[\w']+|[?!]")
            inside = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=2)
            self.parts = [words, inside]

    def fit(self, texts):
        return hstack([part.fit_transform(texts) for part in self.parts]).tocsr()

    def of(self, texts):
        return hstack([part.transform(texts) for part in self.parts]).tocsr()


def classifier():
    return LogisticRegression(C=10, class_weight="balanced", max_iter=300, solver="liblinear")


class Reader:
    def __init__(self, examples, chinese):
        self.features = Features(chinese)
        known = self.features.fit([row["agent"] for row in examples])
        self.moves = sorted({move for row in examples for move in row["moves"]})
        labels = np.array([[move in row["moves"] for move in self.moves] for row in examples])
        train, held = train_test_split(np.arange(len(examples)), test_size=0.2, random_state=0)
        chances = np.column_stack(
            [classifier().fit(known[train], column[train]).predict_proba(known[held])[:, 1] for column in labels.T]
        )
        self.threshold = max(np.arange(0.1, 0.95, 0.05), key=lambda t: micro_f1(labels[held], chances > t))
        self.by_move = [classifier().fit(known, column) for column in labels.T]
        direction = LogisticRegression(C=10, max_iter=1000)
        self.direction = direction.fit(known, [row["direction"] for row in examples])

    def answers(self, messages):
        seen = self.features.of([row["agent"] for row in messages])
        chances = np.column_stack([one.predict_proba(seen)[:, 1] for one in self.by_move])
        for row, chance, direction in zip(messages, chances, self.direction.predict(seen)):
            moves = [move for move, value in zip(self.moves, chance) if value > self.threshold]
            yield {"id": row["id"], "moves": moves, "direction": direction}


def micro_f1(there, heard):
    return 2 * (there & heard).sum() / max(1, there.sum() + heard.sum())


def main():
    examples = rows(sys.argv[1])
    messages = [row for path in sys.argv[2:] for row in rows(path)]
    for chinese in (True, False):
        reader = Reader([row for row in examples if row["lang"].startswith("zh") == chinese], chinese)
        for answer in reader.answers([row for row in messages if row["lang"].startswith("zh") == chinese]):
            print(json.dumps(answer, ensure_ascii=False))


if __name__ == "__main__":
    main()

"""The order of Japanese names (JIS X 4061), for peers that cannot sort by it: Casebook and Hugo can."""

import unicodedata

VOWELS = {
    "あ": "あかさたなはまやらわ", "い": "いきしちにひみり", "う": "うくすつぬふむゆる", "え": "えけせてねへめれ",
    "お": "おこそとのほもよろを",
}
VOWEL_OF = {letter: vowel for vowel, row in VOWELS.items() for letter in row}
LARGE = dict(zip("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ"))
VOICE = {"\u3099": 2, "\u309a": 4}


def order(reading):
    """Sorts hiragana: the letters alone, then whether each is small or large, plain or voiced."""
    letters, marks = [], []
    for letter in unicodedata.normalize("NFD", reading):
        if letter in VOICE:
            marks[-1] += VOICE[letter]
            continue
        letters.append(VOWEL_OF[letters[-1]] if letter == "ー" else LARGE.get(letter, letter))
        marks.append(0 if letter in LARGE else 1)
    return letters, marks


def places(named):
    """The place of each organization or tag in its index, by id."""
    ordered = sorted(named, key=lambda entry: (order(entry.reading), entry.id))
    return {entry.id: place for place, entry in enumerate(ordered)}

//! How `bpe_train` is checked. What is wrong in one of the functions is found there; `train` is checked with texts in which
//! frequencies differ, tie and change with every merge.

#[path = "../../solutions/11_language/bpe_train.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use std::collections::BTreeMap;

use gradlings::prelude::*;
use solution::{most_frequent, train, words};

type Words = Vec<Vec<usize>>;

const ALICE: &str = "said the cat\n\"and the hatter\" said the hare \nthe hat";
const CHINESE: &str = "明月 明月光\n月光 明日";
/// Characters cut in the middle, and bytes that begin none.
const INVALID: &[u8] = b"\xe6\x98ab \xff\x80ab \xf0\x9fab";

/// A text of words of the first `letters` letters.
fn letters(g: &mut Generator, letters: usize, length: usize) -> Vec<u8> {
    // Every fifth or so is a space, and now and then a line ends.
    let byte = |token: usize| match token {
        0 => b' ',
        1 => b'\n',
        token => b'a' + ((token - 2) / 4) as u8,
    };
    g.tokens(length, 2 + 4 * letters)
        .into_iter()
        .map(byte)
        .collect()
}

/// Words of small tokens, so that pairs often tie and overlap, with their counts.
fn tokens(g: &mut Generator, count: usize, kinds: usize) -> (Words, Vec<usize>) {
    let words = (0..count).map(|_| {
        let length = g.integer(1..7);
        g.tokens(length, kinds)
            .into_iter()
            .map(|token| 97 + token)
            .collect()
    });
    let words = words.collect();
    (words, (0..count).map(|_| g.integer(1..6)).collect())
}

fn list<const N: usize>(words: [&[usize]; N]) -> Words {
    words.map(<[usize]>::to_vec).into()
}

/// Words that are cut where this says so, counted.
fn cut(text: &[u8], is_between: impl Fn(u8, u8) -> bool) -> (Words, Vec<usize>) {
    counted(text.chunk_by(|&last, &next| !is_between(last, next)))
}

fn counted<'a>(words: impl Iterator<Item = &'a [u8]>) -> (Words, Vec<usize>) {
    let mut counts: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
    for word in words {
        let word = word.iter().map(|&byte| usize::from(byte)).collect();
        *counts.entry(word).or_default() += 1;
    }
    counts.into_iter().unzip()
}

/// All pairs of neighbours in a word, those that overlap too.
fn neighbours(word: &[usize]) -> impl Iterator<Item = [usize; 2]> {
    word.windows(2).map(|two| [two[0], two[1]])
}

/// The pairs of a word as they would be merged.
fn from_the_left(word: &[usize]) -> Vec<[usize; 2]> {
    let mut pairs: Vec<([usize; 2], usize)> = vec![];
    for (at, pair) in neighbours(word).enumerate() {
        if pairs.last() != Some(&(pair, at.wrapping_sub(1))) {
            pairs.push((pair, at));
        }
    }
    pairs.into_iter().map(|(pair, _)| pair).collect()
}

/// How often each pair occurs, where `pairs` says which a word has.
fn frequencies(
    words: &Words,
    counts: &[usize],
    pairs: impl Fn(&[usize]) -> Vec<[usize; 2]>,
) -> BTreeMap<[usize; 2], usize> {
    let mut frequencies = BTreeMap::new();
    for (word, count) in words.iter().zip(counts) {
        for pair in pairs(word) {
            *frequencies.entry(pair).or_default() += count;
        }
    }
    frequencies
}

/// The smallest of the most frequent pairs.
fn smallest(frequencies: BTreeMap<[usize; 2], usize>) -> Vec<usize> {
    let best = frequencies
        .into_iter()
        .rev()
        .max_by_key(|&(_, count)| count);
    best.map_or(vec![], |(pair, _)| pair.to_vec())
}

/// The largest of the most frequent pairs.
fn largest(frequencies: BTreeMap<[usize; 2], usize>) -> Vec<usize> {
    let best = frequencies.into_iter().max_by_key(|&(_, count)| count);
    best.map_or(vec![], |(pair, _)| pair.to_vec())
}

/// The first of the most frequent pairs, in the order in which they occur.
fn first_seen(words: &Words, counts: &[usize]) -> Vec<usize> {
    let frequencies = frequencies(words, counts, from_the_left);
    let most = frequencies.values().max().copied();
    let pairs = words.iter().flat_map(|word| from_the_left(word));
    let mut best = pairs.filter(|pair| frequencies.get(pair).copied() == most);
    best.next().map_or(vec![], |pair| pair.to_vec())
}

/// The most frequent pair, if the words stood one after the other.
fn over_word_ends(words: &Words, counts: &[usize]) -> Vec<usize> {
    let mut frequencies = frequencies(words, counts, from_the_left);
    for two in words.windows(2) {
        if let (Some(&left), Some(&right)) = (two[0].last(), two[1].first()) {
            *frequencies.entry([left, right]).or_default() += 1;
        }
    }
    smallest(frequencies)
}

/// A word with `new` in the place of a pair.
fn merged(word: &[usize], pair: &[usize], new: usize) -> Vec<usize> {
    let (mut merged, mut at) = (vec![], 0);
    while at < word.len() {
        let found = word[at..].starts_with(pair);
        merged.push(if found { new } else { word[at] });
        at += if found { 2 } else { 1 };
    }
    merged
}

/// Merges learned from these words, where `best` says which pair is next and `merge` what becomes of a word.
fn learned(
    (mut words, counts): (Words, Vec<usize>),
    merges: usize,
    best: impl Fn(&Words, &[usize]) -> Vec<usize>,
    merge: impl Fn(&[usize], &[usize], usize) -> Vec<usize>,
) -> Words {
    let mut learned = vec![];
    for rank in 0..merges {
        let pair = best(&words, &counts);
        if pair.is_empty() {
            break;
        }
        for word in &mut words {
            *word = merge(word, &pair, rank);
        }
        learned.push(pair);
    }
    learned
}

/// The same with the right way to merge.
fn learned_by(
    text: Vec<u8>,
    merges: usize,
    best: impl Fn(&Words, &[usize]) -> Vec<usize>,
) -> Words {
    learned(words(text), merges, best, |word, pair, rank| {
        merged(word, pair, 256 + rank)
    })
}

fn right(words: &Words, counts: &[usize]) -> Vec<usize> {
    most_frequent(words.clone(), counts.to_vec())
}

fn main() {
    Reference::of("words", function(words))
        .inputs(["text"])
        .parts([("words", sequence()), ("counts", exact())])
        .case("no text", |_| (vec![],))
        .case("one word", |_| (b"abc".to_vec(),))
        .case("the example of the lesson", |_| (b"low low lower".to_vec(),))
        .case("the same word at the beginning and later", |_| (b"a cat a".to_vec(),))
        .case("a space at both ends", |_| (b" a b ".to_vec(),))
        .case("two spaces", |_| (b"a  b  b".to_vec(),))
        .case("line breaks", |_| (b"a\nb\n\nb\n".to_vec(),))
        .case("tabs and other white space", |_| (b"a\tb\r\nc\tb".to_vec(),))
        .case("capitals and signs", |_| (b"The the, the. THE".to_vec(),))
        .case("Chinese", |_| (CHINESE.into(),))
        .case("invalid UTF-8", |_| (INVALID.to_vec(),))
        .cases(20, |g, i| (letters(g, 1 + i % 3, 4 * i),))
        .wrong(
            "spaces dropped",
            "You left the spaces and line breaks out; each belongs to the word that it begins.",
            |text| counted(text.split(|byte| b" \n".contains(byte)).filter(|word| !word.is_empty())),
        )
        .wrong(
            "spaces dropped, empty words kept",
            "You split at the spaces and line breaks, which leaves them out; each belongs to the word that it begins.",
            |text| counted(text.split(|byte| b" \n".contains(byte))),
        )
        .wrong(
            "spaces taken off",
            "You took the space or line break off the front of each word; ` cat` and `cat` are two words.",
            |text| {
                let words = text.chunk_by(|_, next| !b" \n".contains(next));
                counted(words.map(|word| word.strip_prefix(b" ").or(word.strip_prefix(b"\n")).unwrap_or(word)))
            },
        )
        .wrong(
            "cut behind the space",
            "You cut behind spaces and line breaks, so they end a word; they begin the next one.",
            |text| cut(&text, |last, _| b" \n".contains(&last)),
        )
        .wrong(
            "spaces only",
            "You cut before spaces alone; a line break, byte 10, begins a word as well.",
            |text| cut(&text, |_, next| next == b' '),
        )
        .wrong(
            "any white space",
            "You cut before tabs or carriage returns too; only a space and a line break begin a word.",
            |text| cut(&text, |_, next| next.is_ascii_whitespace()),
        )
        .wrong(
            "white space by itself",
            "You made a word of its own of each space and line break; it belongs to the word that it begins.",
            |text| cut(&text, |last, next| b" \n".contains(&last) || b" \n".contains(&next)),
        )
        .wrong(
            "runs of white space",
            "You kept spaces or line breaks that follow one another in one word; each of them begins a word.",
            |text| cut(&text, |last, next| b" \n".contains(&next) && !b" \n".contains(&last)),
        )
        .wrong(
            "without the last word",
            "You left the last word out, because no space follows it; note it after the loop.",
            |text| {
                let mut words: Vec<&[u8]> =
                    text.chunk_by(|_, next| !b" \n".contains(next)).collect();
                words.pop();
                counted(words.into_iter())
            },
        )
        .wrong(
            "an empty word",
            "Your list has an empty word where the text begins with a space, or is empty; a word has a byte at least.",
            |text| {
                let is_space = |byte: Option<&u8>| byte.is_none_or(|byte| b" \n".contains(byte));
                let empty = is_space(text.first()).then_some(&text[..0]);
                let words = text.chunk_by(|_, next| !b" \n".contains(next));
                counted(empty.into_iter().chain(words))
            },
        )
        .wrong(
            "each counted once",
            "Your counts are all 1; count how often each word occurs.",
            |text| {
                let (words, counts) = words(text);
                (words, vec![1; counts.len()])
            },
        )
        .wrong(
            "not put together",
            "A word that occurs twice is in your list twice; keep it once, with its count.",
            |text| {
                let words: Words = text
                    .chunk_by(|_, next| !b" \n".contains(next))
                    .map(|word| word.iter().map(|&byte| usize::from(byte)).collect())
                    .collect();
                let counts = vec![1; words.len()];
                (words, counts)
            },
        )
        .wrong(
            "not put together, sorted",
            "A word that occurs twice is in your list twice; keep it once, with its count.",
            |text| {
                let (words, counts) = words(text);
                let each = words.into_iter().zip(counts);
                let words: Words = each.flat_map(|(word, count)| vec![word; count]).collect();
                let counts = vec![1; words.len()];
                (words, counts)
            },
        )
        .wrong(
            "as they occur",
            "Your words stand in the order in which they occur; sort them, as a `BTreeMap` does.",
            |text| {
                let (sorted, counts) = words(text.clone());
                let count = |word: &Vec<usize>| sorted.binary_search(word).map(|at| counts[at]);
                let mut seen: Words = vec![];
                for word in text.chunk_by(|_, next| !b" \n".contains(next)) {
                    let word: Vec<usize> = word.iter().map(|&byte| usize::from(byte)).collect();
                    if !seen.contains(&word) {
                        seen.push(word);
                    }
                }
                // Every word that was seen is among the sorted ones.
                let counts = seen.iter().map(|word| count(word).unwrap_or_default()).collect();
                (seen, counts)
            },
        )
        .wrong(
            "most frequent first",
            "Your words are sorted by how often they occur; sort the words themselves.",
            |text| {
                let (words, counts) = words(text);
                let mut pairs: Vec<_> = words.into_iter().zip(counts).collect();
                pairs.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
                pairs.into_iter().unzip()
            },
        )
        .wrong(
            "small letters",
            "You turned capitals into small letters; a corpus is taken as it is.",
            |text| words(text.to_ascii_lowercase()),
        )
        .wrong(
            "lossy",
            "You made a `String` of the text, and what is no valid UTF-8 became the sign for a lost character; take the bytes \
             as they come.",
            |text| words(String::from_utf8_lossy(&text).into_owned().into_bytes()),
        )
        .wrong(
            "characters",
            "Your words have the numbers of characters; take the bytes, of which a character has one to four.",
            |text| {
                let text = String::from_utf8_lossy(&text).into_owned();
                let mut counts: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
                let characters: Vec<char> = text.chars().collect();
                for word in characters.chunk_by(|_, next| ![' ', '\n'].contains(next)) {
                    let word = word.iter().map(|&character| character as usize).collect();
                    *counts.entry(word).or_default() += 1;
                }
                counts.into_iter().unzip()
            },
        )
        .and("most_frequent", function(most_frequent))
        .inputs(["words", "counts"])
        .parts([("pair", sequence())])
        .case("no words", |_| (vec![], vec![]))
        .case("one token", |_| (list([&[97]]), vec![3]))
        .case("one pair", |_| (list([&[97, 98]]), vec![1]))
        .case("the frequent word and the long one", |_| {
            (list([&[97, 98], &[99, 100, 99, 100]]), vec![3, 1])
        })
        .case("a pair that stands twice in a word", |_| {
            (list([&[97, 98], &[99, 100, 99, 100]]), vec![3, 2])
        })
        .case("a tie of left tokens", |_| (list([&[98, 97], &[97, 98]]), vec![2, 2]))
        .case("a tie of right tokens", |_| (list([&[97, 99], &[97, 98]]), vec![1, 1]))
        .case("`aaa` beside `ab` twice", |_| (list([&[97, 97, 97], &[97, 98]]), vec![2, 3]))
        .case("`aaaa` beside `ab`", |_| (list([&[97, 97, 97, 97], &[98, 97]]), vec![2, 3]))
        .case("`aaab`, where `ab` follows an overlap", |_| {
            (list([&[97, 97, 97, 98], &[97, 98]]), vec![2, 1])
        })
        .case("`aab` beside `ab`", |_| (list([&[97, 97, 98], &[97, 98], &[99, 97]]), vec![2, 1, 2]))
        .case("`aaaaaa`, a run of three pairs", |_| {
            (list([&[97, 97, 97, 97, 97, 97], &[98, 97]]), vec![1, 2])
        })
        .case("`ab` and `ba`", |_| (list([&[98, 97], &[97, 98], &[99, 99]]), vec![2, 2, 3]))
        .case("pairs that only word ends would make", |_| {
            (list([&[97, 98], &[99], &[99], &[99]]), vec![1, 1, 1, 1])
        })
        .case("tokens from 256 on", |_| (list([&[32, 256, 119], &[256, 119]]), vec![1, 2]))
        .cases(30, |g, i| tokens(g, 1 + i % 6, 1 + i % 4))
        .wrong(
            "each word once",
            "You counted the pairs of each word once; a word that occurs `count` times has its pairs `count` times.",
            |words, counts| smallest(frequencies(&words, &vec![1; counts.len()], from_the_left)),
        )
        .wrong(
            "overlapping",
            "You counted pairs that overlap; `aaa` holds `a a` once, because the first two are merged and the last stays.",
            |words, counts| smallest(frequencies(&words, &counts, |word| neighbours(word).collect())),
        )
        .wrong(
            "once in a word",
            "You counted a pair once in each word; it counts as often as it stands there.",
            |words, counts| {
                smallest(frequencies(&words, &counts, |word| {
                    let mut pairs = from_the_left(word);
                    pairs.sort_unstable();
                    pairs.dedup();
                    pairs
                }))
            },
        )
        .wrong(
            "pairs side by side",
            "You cut each word into twos; every two neighbours are a pair, `b c` of `abcd` too.",
            |words, counts| {
                smallest(frequencies(&words, &counts, |word| {
                    word.chunks_exact(2).map(|two| [two[0], two[1]]).collect()
                }))
            },
        )
        .wrong(
            "two on after equal tokens",
            "After two equal tokens you go on by two; do so only where a third of them follows, because in `aab`, `a b` is a pair \
             too.",
            |words, counts| {
                smallest(frequencies(&words, &counts, |word| {
                    let (mut pairs, mut at) = (vec![], 0);
                    while at + 1 < word.len() {
                        pairs.push([word[at], word[at + 1]]);
                        at += if word[at] == word[at + 1] { 2 } else { 1 };
                    }
                    pairs
                }))
            },
        )
        .wrong(
            "a run once",
            "You counted a run of equal tokens once; `aaaa` holds `a a` twice.",
            |words, counts| {
                smallest(frequencies(&words, &counts, |word| {
                    let mut pairs: Vec<_> = neighbours(word).collect();
                    pairs.dedup();
                    pairs
                }))
            },
        )
        .wrong(
            "larger right token",
            "Of pairs that are equally frequent and begin with the same token, you took the one with the larger right token; take \
             the smaller.",
            |words, counts| {
                let frequencies = frequencies(&words, &counts, from_the_left);
                let best = frequencies
                    .into_iter()
                    .max_by_key(|&([left, right], count)| (count, std::cmp::Reverse(left), right));
                best.map_or(vec![], |(pair, _)| pair.to_vec())
            },
        )
        .wrong(
            "without the last pair",
            "You left the last pair of each word out; its second token is the last one of the word.",
            |words, counts| {
                smallest(frequencies(&words, &counts, |word| {
                    let shorter = &word[..word.len().saturating_sub(1)];
                    from_the_left(shorter)
                }))
            },
        )
        .wrong(
            "largest of a tie",
            "Of pairs that are equally frequent you took the largest; take the smallest.",
            |words, counts| largest(frequencies(&words, &counts, from_the_left)),
        )
        .wrong(
            "first of a tie",
            "Of pairs that are equally frequent you took the one that occurs first; take the one with the smaller tokens.",
            |words, counts| first_seen(&words, &counts),
        )
        .wrong(
            "smaller right token",
            "Of pairs that are equally frequent you took the one with the smaller right token; the left one comes first.",
            |words, counts| {
                let frequencies = frequencies(&words, &counts, from_the_left);
                let turned = frequencies.into_iter().map(|([left, right], count)| ([right, left], count));
                let mut best = smallest(turned.collect());
                best.reverse();
                best
            },
        )
        .wrong(
            "over word ends",
            "You counted the last token of a word with the first of the next one; a pair lies within one word.",
            |words, counts| over_word_ends(&words, &counts),
        )
        .wrong(
            "in either order",
            "You counted `a b` and `b a` as the same pair; they are two.",
            |words, counts| {
                let mut both: BTreeMap<[usize; 2], usize> = BTreeMap::new();
                for ([left, right], count) in frequencies(&words, &counts, from_the_left) {
                    *both.entry([left.min(right), left.max(right)]).or_default() += count;
                }
                smallest(both)
            },
        )
        .wrong(
            "rarest",
            "You took the rarest pair; the most frequent one is merged.",
            |words, counts| {
                let frequencies = frequencies(&words, &counts, from_the_left);
                let rarest = frequencies.into_iter().min_by_key(|&(_, count)| count);
                rarest.map_or(vec![], |(pair, _)| pair.to_vec())
            },
        )
        .wrong(
            "zeros for none",
            "Where no word has two tokens there is no pair, and you return two zeros; return an empty list.",
            |words, counts| {
                let pair = right(&words, &counts);
                if pair.is_empty() { vec![0, 0] } else { pair }
            },
        )
        .wrong(
            "twice at least",
            "You gave no pair where the most frequent occurs once; it is the most frequent all the same.",
            |words, counts| {
                let mut frequencies = frequencies(&words, &counts, from_the_left);
                frequencies.retain(|_, count| *count > 1);
                smallest(frequencies)
            },
        )
        .and("train", function(train))
        .inputs(["text", "merges"])
        .parts([("merges", sequence())])
        .case("no text", |_| (vec![], 3))
        .case("no merges", |_| (b"abab".to_vec(), 0))
        .case("the example of the lesson", |_| (b"low low lower".to_vec(), 4))
        .case("fewer pairs than merges", |_| (b"ab ab".to_vec(), 9))
        .case("`aaaaaaa`", |_| (b"aaaaaaa".to_vec(), 4))
        .case("`aaa` and `ab`", |_| (b"aaa aaa ab ab ab".to_vec(), 6))
        .case("a pair over a space", |_| (b"a b a b a b".to_vec(), 3))
        .case("line breaks", |_| (b"a\na\na b\nb".to_vec(), 5))
        .cases(20, |g, i| (letters(g, 1 + i % 4, 6 * i), 1 + i))
        .case("English", |_| (ALICE.into(), 20))
        .case("Chinese", |_| (CHINESE.into(), 12))
        .case("invalid UTF-8", |_| (INVALID.to_vec(), 6))
        .wrong(
            "never merged",
            "You note the most frequent pair, but your words stay as they were; put `256 + rank` in its place before you count \
             again.",
            |text, merges| {
                learned(words(text), merges, right, |word, _, _| word.to_vec())
            },
        )
        .wrong(
            "the most frequent of the bytes",
            "You counted the pairs once and took the most frequent ones; count again after every merge, because tokens from 256 \
             on make pairs too.",
            |text, merges| {
                let (words, counts) = words(text);
                let mut pairs: Vec<_> =
                    frequencies(&words, &counts, from_the_left).into_iter().collect();
                pairs.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
                pairs.into_iter().take(merges).map(|(pair, _)| pair.to_vec()).collect()
            },
        )
        .wrong(
            "over word ends",
            "Your merges reach over spaces or line breaks, as if the corpus were one word; cut it first.",
            |text, merges| {
                let whole = text.iter().map(|&byte| usize::from(byte)).collect();
                let one = (vec![whole], vec![1]);
                learned(one, merges, right, |word, pair, rank| merged(word, pair, 256 + rank))
            },
        )
        .wrong(
            "counted from 1",
            "Your first merge becomes 257; it is 256, and number `rank` is `256 + rank`.",
            |text, merges| {
                learned(words(text), merges, right, |word, pair, rank| {
                    merged(word, pair, 257 + rank)
                })
            },
        )
        .wrong(
            "rank for token",
            "Your tokens for merges are their ranks; they are `256 + rank`, because the numbers below 256 are bytes.",
            |text, merges| {
                learned(words(text), merges, right, |word, pair, rank| merged(word, pair, rank))
            },
        )
        .wrong(
            "always 256",
            "You put the same token in the place of every pair; number `rank` becomes `256 + rank`.",
            |text, merges| {
                learned(words(text), merges, right, |word, pair, _| merged(word, pair, 256))
            },
        )
        .wrong(
            "one too many",
            "You learned one merge more than `merges`.",
            |text, merges| train(text, merges + 1),
        )
        .wrong(
            "one too few",
            "You learned one merge less than `merges`.",
            |text, merges| train(text, merges.saturating_sub(1)),
        )
        .wrong(
            "the last pair kept",
            "You go on when no word has a pair left; `train` ends there.",
            |text, merges| {
                let mut learned = train(text, merges);
                while learned.len() < merges {
                    learned.push(vec![]);
                }
                learned
            },
        )
        .wrong(
            "each word once",
            "A word that occurs often counts once with you; hand the counts on to `most_frequent`.",
            |text, merges| {
                learned_by(text, merges, |words, counts| {
                    right(words, &vec![1; counts.len()])
                })
            },
        )
        .wrong(
            "first occurrence",
            "You merge a pair once in each word; it is merged wherever it stands.",
            |text, merges| {
                learned(words(text), merges, right, |word, pair, rank| {
                    let mut word = word.to_vec();
                    if let Some(at) = word.windows(2).position(|two| two == pair) {
                        word.splice(at..at + 2, [256 + rank]);
                    }
                    word
                })
            },
        )
        .wrong(
            "in one word",
            "You merge a pair in the first word that has it; merge it in all of them.",
            |text, merges| {
                let (mut words, counts) = words(text);
                let mut learned = vec![];
                while learned.len() < merges {
                    let pair = right(&words, &counts);
                    let word = words.iter_mut().find(|word| word.windows(2).any(|two| two == pair));
                    let Some(word) = word else { break };
                    *word = merged(word, &pair, 256 + learned.len());
                    learned.push(pair);
                }
                learned
            },
        )
        .wrong(
            "rare pairs left out",
            "You stop when the most frequent pair occurs once; go on until no word has two tokens left, or `merges` are learned.",
            |text, merges| {
                learned_by(text, merges, |words, counts| {
                    let mut frequencies = frequencies(words, counts, from_the_left);
                    frequencies.retain(|_, count| *count > 1);
                    smallest(frequencies)
                })
            },
        )
        .run()
}

//! How `near_duplicates` is checked. Thresholds lie between two possible similarities, or are one that `f32` holds exactly.

#[path = "../../solutions/11_language/near_duplicates.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use std::collections::BTreeSet;

use course::hash;
use gradlings::prelude::*;
use solution::{jaccard, keep, shingles, signature, similarity};

type Shingles = Vec<String>;
type Signature = Vec<usize>;

const CHINESE: &str = "明月 几时 有 把酒 问 青天 明月 几时";

/// A text of words of one letter, of which there are `kinds`.
fn letters(g: &mut Generator, kinds: usize, length: usize) -> String {
    let letters = g.tokens(length, kinds).into_iter();
    let words: Vec<String> = letters
        .map(|letter| char::from(b'a' + letter as u8).to_string())
        .collect();
    words.join(" ")
}

/// Shingles of two texts, of which the second is the first with other letters here and there.
fn two(g: &mut Generator, i: usize) -> (Shingles, Shingles) {
    let length = 5 + i;
    let first = letters(g, 6, length);
    let mut second: Vec<char> = first.chars().collect();
    for _ in 0..i % 5 {
        let at = 2 * g.integer(0..length);
        second[at] = 'z';
    }
    // Of another length, so that what it is divided by shows.
    let second: String = second.into_iter().take(2 * length - 2 * (i % 3)).collect();
    (shingles(first, 2), shingles(second, 2))
}

fn seeds(g: &mut Generator, n: usize) -> Vec<usize> {
    (0..n).map(|_| g.integer(0..1_000_000)).collect()
}

/// Signatures of small numbers, so that many places agree.
fn signatures(g: &mut Generator, texts: usize, places: usize, kinds: usize) -> Vec<Signature> {
    (0..texts).map(|_| g.tokens(places, kinds)).collect()
}

/// A threshold between two similarities of signatures of so many places.
fn threshold(g: &mut Generator, places: usize) -> f32 {
    (g.integer(0..places) as f32 + 0.5) / places as f32
}

fn list<const N: usize, const M: usize>(signatures: [[usize; N]; M]) -> Vec<Signature> {
    signatures.map(Vec::from).into()
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn owned(shingles: &[&str]) -> Shingles {
    shingles.iter().map(|&shingle| shingle.to_owned()).collect()
}

fn sorted(shingles: impl Iterator<Item = String>) -> Shingles {
    shingles.collect::<BTreeSet<_>>().into_iter().collect()
}

fn shared(a: &[String], b: &[String]) -> f32 {
    a.iter().filter(|shingle| b.contains(shingle)).count() as f32
}

/// Which texts stay where each is compared with those before it that stay.
fn greedy(
    signatures: &[Signature],
    is_like: impl Fn(&Signature, &Signature) -> bool,
) -> Vec<usize> {
    let mut kept: Vec<usize> = vec![];
    for (i, signature) in signatures.iter().enumerate() {
        if !kept.iter().any(|&j| is_like(&signatures[j], signature)) {
            kept.push(i);
        }
    }
    kept
}

fn alike(a: &Signature, b: &Signature) -> f32 {
    similarity(a.clone(), b.clone())
}

/// The groups of texts that hang together.
fn groups(signatures: &[Signature], threshold: f32) -> Vec<Vec<usize>> {
    linked(signatures, |a, b| alike(a, b) >= threshold)
}

/// The first of each group of texts that hang together in this way.
fn first_of_linked(
    signatures: &[Signature],
    is_like: impl Fn(&Signature, &Signature) -> bool,
) -> Vec<usize> {
    let groups = linked(signatures, is_like).into_iter();
    let firsts: BTreeSet<usize> = groups.filter_map(|group| group.into_iter().min()).collect();
    firsts.into_iter().collect()
}

fn linked(
    signatures: &[Signature],
    is_like: impl Fn(&Signature, &Signature) -> bool,
) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = vec![];
    for i in 0..signatures.len() {
        let hangs = |group: &Vec<usize>| {
            group
                .iter()
                .any(|&j| is_like(&signatures[i], &signatures[j]))
        };
        let (like, other): (Vec<_>, Vec<_>) = groups.into_iter().partition(hangs);
        groups = other;
        groups.push(like.into_iter().flatten().chain([i]).collect());
    }
    groups
}

fn main() {
    Reference::of("shingles", function(shingles))
        .inputs(["text", "n"])
        .parts([("shingles", sequence())])
        .case("the example of the lesson", |_| ("a b c d".to_owned(), 2))
        .case("one word", |_| ("cat".to_owned(), 1))
        .case("single words", |_| ("the cat and the hat".to_owned(), 1))
        .case("as many words as n", |_| ("one two three".to_owned(), 3))
        .case("fewer words than n", |_| ("one two".to_owned(), 3))
        .case("fewer words than n, and white space", |_| (" one\t two ".to_owned(), 4))
        .case("the same run twice", |_| ("a b a b a".to_owned(), 2))
        .case("white space of all kinds", |_| (" a  b\tc\n\nd ".to_owned(), 2))
        .case("capitals and signs", |_| ("The cat, the cat. THE cat".to_owned(), 2))
        .case("Chinese words", |_| (CHINESE.to_owned(), 2))
        .cases(14, |g, i| (letters(g, 4, 3 + i), 1 + i % 4))
        .wrong(
            "side by side",
            "You cut the text into pieces of n words; a shingle begins at every word, so they overlap.",
            |text, n| sorted(words(&text).chunks(n).map(|run| run.join(" "))),
        )
        .wrong(
            "one word more",
            "Your shingles are one word too long; each has n words.",
            |text, n| shingles(text, n + 1),
        )
        .wrong(
            "one word less",
            "Your shingles are one word too short; each has n words.",
            |text, n| shingles(text, (n - 1).max(1)),
        )
        .wrong(
            "letters",
            "Your shingles are runs of letters; take runs of words.",
            |text, n| {
                let letters: Vec<char> = text.chars().collect();
                let length = n.min(letters.len());
                sorted(letters.windows(length).map(|run| run.iter().collect()))
            },
        )
        .wrong(
            "kept twice",
            "A run that occurs twice is twice in your list; keep it once.",
            |text, n| {
                let words = words(&text);
                let mut runs: Shingles =
                    words.windows(n.min(words.len())).map(|run| run.join(" ")).collect();
                runs.sort();
                runs
            },
        )
        .wrong(
            "as they occur",
            "Your shingles stand in the order of the text; sort them.",
            |text, n| {
                let words = words(&text);
                let mut seen: Shingles = vec![];
                for run in words.windows(n.min(words.len())) {
                    let run = run.join(" ");
                    if !seen.contains(&run) {
                        seen.push(run);
                    }
                }
                seen
            },
        )
        .wrong(
            "short texts lost",
            "You give no shingle of a text of fewer than n words; it has one, all of its words.",
            |text, n| sorted(words(&text).windows(n).map(|run| run.join(" "))),
        )
        .wrong(
            "short texts as they are",
            "You return a text of fewer than n words as it is; a shingle is its words with one space between, of a short text too.",
            |text, n| {
                if words(&text).len() < n { vec![text] } else { shingles(text, n) }
            },
        )
        .wrong(
            "short texts word by word",
            "You give each word of a text of fewer than n words a shingle; it has one, all of its words.",
            |text, n| {
                let n = if words(&text).len() < n { 1 } else { n };
                shingles(text, n)
            },
        )
        .wrong(
            "neighbours alone kept once",
            "A run that comes again later is twice in your list; `dedup` looks at neighbours alone, so sort first.",
            |text, n| {
                let words = words(&text);
                let mut runs: Shingles =
                    words.windows(n.min(words.len())).map(|run| run.join(" ")).collect();
                runs.dedup();
                runs.sort();
                runs
            },
        )
        .wrong(
            "sorted words",
            "You sorted the words of each shingle; they stay in the order of the text, and the list of shingles is sorted.",
            |text, n| {
                let words = words(&text);
                let run = |run: &[&str]| {
                    let mut run = run.to_vec();
                    run.sort_unstable();
                    run.join(" ")
                };
                sorted(words.windows(n.min(words.len())).map(run))
            },
        )
        .wrong(
            "last run lost",
            "You left out the run that ends with the last word.",
            |text, n| {
                let words = words(&text);
                let count = (words.len() + 1).saturating_sub(n).saturating_sub(1).max(1);
                sorted(words.windows(n.min(words.len())).take(count).map(|run| run.join(" ")))
            },
        )
        .wrong(
            "small letters",
            "You changed capital letters into small ones; words are taken as they are.",
            |text, n| shingles(text.to_lowercase(), n),
        )
        .wrong(
            "cut at single spaces",
            "You cut the text at single spaces; tabs, line breaks and several spaces end a word too: `split_whitespace`.",
            |text, n| {
                let words: Vec<&str> = text.split(' ').collect();
                sorted(words.windows(n.min(words.len())).map(|run| run.join(" ")))
            },
        )
        .wrong(
            "no space between",
            "You joined the words of a shingle without a space.",
            |text, n| {
                let words = words(&text);
                sorted(words.windows(n.min(words.len())).map(|run| run.concat()))
            },
        )
        .and("jaccard", function(jaccard))
        .inputs(["a", "b"])
        .parts([("index", close())])
        .case("the example of the lesson", |_| {
            (owned(&["a b", "b c", "c d"]), owned(&["a b", "b c", "c e"]))
        })
        .case("the same", |_| (owned(&["a b", "b c"]), owned(&["a b", "b c"])))
        .case("nothing shared", |_| (owned(&["a b"]), owned(&["b a", "a c"])))
        .case("one in the other", |_| (owned(&["b c"]), owned(&["a b", "b c", "c d", "d e"])))
        .case("shared, in other places", |_| {
            (owned(&["b c", "c d"]), owned(&["a b", "b c", "c d"]))
        })
        .cases(16, two)
        .wrong(
            "place by place",
            "You compared the lists place by place; a shingle is shared wherever it stands.",
            |a, b| {
                let same = a.iter().zip(&b).filter(|(x, y)| x == y).count();
                same as f32 / (a.len() + b.len() - same) as f32
            },
        )
        .wrong(
            "both lengths",
            "You divided by the length of both lists together; what is shared is in it twice, so take it away once.",
            |a, b| shared(&a, &b) / (a.len() + b.len()) as f32,
        )
        .wrong(
            "Dice",
            "You divided twice the shared ones by both lengths, which is Dice's coefficient; divide the shared ones by those in \
             either list.",
            |a, b| 2.0 * shared(&a, &b) / (a.len() + b.len()) as f32,
        )
        .wrong(
            "of the first",
            "You divided by the length of `a`; divide by how many shingles are in either list.",
            |a, b| shared(&a, &b) / a.len() as f32,
        )
        .wrong(
            "of the second",
            "You divided by the length of `b`; divide by how many shingles are in either list.",
            |a, b| shared(&a, &b) / b.len() as f32,
        )
        .wrong(
            "of the shorter",
            "You divided by the length of the shorter list; divide by how many shingles are in either.",
            |a, b| shared(&a, &b) / a.len().min(b.len()) as f32,
        )
        .wrong(
            "of the longer",
            "You divided by the length of the longer list; divide by how many shingles are in either.",
            |a, b| shared(&a, &b) / a.len().max(b.len()) as f32,
        )
        .wrong(
            "distance",
            "You returned 1 minus the index: how different they are, not how alike.",
            |a, b| 1.0 - jaccard(a, b),
        )
        .wrong(
            "shared to others",
            "You divided the shared ones by those that only one list has; the shared ones belong below as well.",
            |a, b| {
                let shared = shared(&a, &b);
                shared / ((a.len() + b.len()) as f32 - 2.0 * shared).max(1.0)
            },
        )
        .wrong(
            "shared to others, none at all",
            "You divided the shared ones by those that only one list has; the shared ones belong below as well.",
            |a, b| {
                let shared = shared(&a, &b);
                shared / ((a.len() + b.len()) as f32 - 2.0 * shared)
            },
        )
        .wrong(
            "counted only",
            "You returned how many shingles are shared; divide by how many are in either list.",
            |a, b| shared(&a, &b),
        )
        .wrong(
            "whole numbers",
            "You divided whole numbers, which drops what comes after the decimal point; make both an `f32` first.",
            |a, b| jaccard(a, b).floor(),
        )
        .and("signature", function(signature))
        .inputs(["shingles", "seeds"])
        .parts([("signature", sequence())])
        .case("one shingle, one seed", |_| (owned(&["a b"]), vec![1]))
        .case("one shingle", |_| (owned(&["a b"]), vec![3, 1, 2]))
        .case("one seed", |_| (owned(&["a b", "b c", "c d", "d e"]), vec![7]))
        .case("the same seed twice", |_| (owned(&["a b", "b c", "c d"]), vec![5, 9, 5]))
        .case("no seeds", |_| (owned(&["a b"]), vec![]))
        .case("Chinese words", |g| (shingles(CHINESE.to_owned(), 2), seeds(g, 6)))
        .cases(14, |g, i| (shingles(letters(g, 6, 4 + i), 2), seeds(g, 2 + i)))
        .wrong(
            "the same hash every time",
            "Your hash has the same seed for every place, so all numbers are the same; use each seed for its own place.",
            |shingles, seeds| {
                let first = seeds.first().copied().unwrap_or_default();
                let same = seeds.iter().map(|_| first).collect();
                signature(shingles, same)
            },
        )
        .wrong(
            "seed 0",
            "You hash with the seed 0 in every place; use each seed for its own place.",
            |shingles, seeds| signature(shingles, vec![0; seeds.len()]),
        )
        .wrong(
            "places for seeds",
            "You used the places 0, 1, 2, ... as seeds; use the numbers in `seeds`.",
            |shingles, seeds| signature(shingles, (0..seeds.len()).collect()),
        )
        .wrong(
            "largest",
            "You took the largest hash; take the smallest.",
            |shingles, seeds| {
                let largest = |seed| shingles.iter().map(|shingle| hash(seed, shingle)).max();
                seeds.into_iter().filter_map(largest).collect()
            },
        )
        .wrong(
            "for each shingle, even without seeds",
            "You took the smallest hash of each shingle over the seeds; take that of each seed over the shingles.",
            |shingles, seeds| {
                let smallest = |shingle: &String| seeds.iter().map(|&seed| hash(seed, shingle)).min().unwrap_or_default();
                shingles.iter().map(smallest).collect()
            },
        )
        .wrong(
            "the first shingle",
            "You hashed the first shingle alone; take the smallest hash of all of them.",
            |shingles, seeds| {
                seeds.into_iter().map(|seed| hash(seed, &shingles[0])).collect()
            },
        )
        .wrong(
            "the whole text",
            "You hashed the shingles together, so one other word changes every number; hash each by itself, and take the smallest.",
            |shingles, seeds| {
                let whole = shingles.join(" ");
                seeds.into_iter().map(|seed| hash(seed, &whole)).collect()
            },
        )
        .wrong(
            "a shingle for each seed",
            "You hashed one shingle with each seed; for every seed, all of them are hashed.",
            |shingles, seeds| {
                let pairs = shingles.iter().cycle().zip(seeds);
                pairs.map(|(shingle, seed)| hash(seed, shingle)).collect()
            },
        )
        .wrong(
            "for each shingle",
            "You took the smallest hash of each shingle over the seeds; take that of each seed over the shingles.",
            |shingles, seeds| {
                let smallest = |shingle: &String| seeds.iter().map(|&seed| hash(seed, shingle)).min();
                shingles.iter().filter_map(smallest).collect()
            },
        )
        .wrong(
            "the place of the shingle",
            "You returned which shingle has the smallest hash; return the hash itself.",
            |shingles, seeds| {
                let place = |seed| (0..shingles.len()).min_by_key(|&at| hash(seed, &shingles[at]));
                seeds.into_iter().filter_map(place).collect()
            },
        )
        .wrong(
            "begun with 0",
            "All your numbers are 0. No hash is smaller than 0, so begin with the first hash.",
            |_, seeds| vec![0; seeds.len()],
        )
        .wrong(
            "sorted",
            "You sorted the signature; every place belongs to one seed.",
            |shingles, seeds| {
                let mut signature = signature(shingles, seeds);
                signature.sort_unstable();
                signature
            },
        )
        .and("similarity", function(similarity))
        .inputs(["a", "b"])
        .parts([("similarity", close())])
        .case("the example of the lesson", |_| (vec![3, 8, 5, 9], vec![3, 7, 5, 9]))
        .case("the same", |_| (vec![4, 2, 2], vec![4, 2, 2]))
        .case("no place agrees", |_| (vec![1, 2, 3], vec![2, 3, 1]))
        .case("one place", |_| (vec![6], vec![6]))
        .cases(12, |g, i| (g.tokens(2 + i, 3), g.tokens(2 + i, 3)))
        .wrong(
            "shared numbers",
            "You counted numbers that both have anywhere; only the same place counts, because it has the same seed.",
            |a, b| {
                let shared = a.iter().filter(|x| b.contains(x)).count();
                shared as f32 / a.len() as f32
            },
        )
        .wrong(
            "counted only",
            "You returned how many places agree; divide by how many there are.",
            |a, b| a.iter().zip(&b).filter(|(x, y)| x == y).count() as f32,
        )
        .wrong(
            "both lengths",
            "You divided as for shingles; a place is in both signatures, so divide by the places of one.",
            |a, b| {
                let same = a.iter().zip(&b).filter(|(x, y)| x == y).count();
                same as f32 / (2 * a.len() - same) as f32
            },
        )
        .wrong(
            "as sets",
            "You divided the numbers that both have anywhere by those in either, as for shingles; a signature is compared place by \
             place.",
            |a, b| {
                let shared = a.iter().filter(|x| b.contains(x)).count();
                shared as f32 / (a.len() + b.len() - shared) as f32
            },
        )
        .wrong(
            "half",
            "You divided by the places of both signatures; divide by those of one.",
            |a, b| similarity(a, b) / 2.0,
        )
        .wrong(
            "distance",
            "You returned the share of places that differ.",
            |a, b| 1.0 - similarity(a, b),
        )
        .and("keep", function(keep))
        .inputs(["signatures", "threshold"])
        .parts([("places", sequence())])
        .case("no texts", |_| (vec![], 0.5))
        .case("one text", |_| (list([[1, 2]]), 0.5))
        .case("the same text twice", |_| (list([[1, 2], [1, 2]]), 0.5))
        .case("a similarity that is exactly the threshold", |_| {
            (list([[1, 2, 3, 4], [1, 2, 5, 6]]), 0.5)
        })
        .case("copies far apart", |_| (list([[1, 2], [3, 4], [5, 6], [1, 2]]), 0.9))
        .case("A like B, and B like C", |_| {
            (list([[1, 1, 2, 2], [1, 1, 3, 3], [4, 4, 3, 3]]), 0.5)
        })
        .case("A and C like B, which comes last", |_| {
            (list([[1, 1, 2, 2], [4, 4, 3, 3], [1, 1, 3, 3]]), 0.5)
        })
        .case("a chain of five", |_| {
            (list([[0, 1, 9, 9], [7, 7, 3, 4], [5, 6, 3, 4], [0, 1, 2, 8], [5, 6, 2, 8]]), 0.5)
        })
        .case("two groups", |_| {
            (list([[1, 2], [3, 4], [1, 5], [3, 6], [7, 8]]), 0.5)
        })
        .case("nothing alike", |_| (list([[1, 2], [3, 4], [5, 6]]), 0.5))
        .cases(24, |g, i| {
            let places = 4 + i % 5;
            let kinds = 2 + i % 4;
            (signatures(g, 1 + i % 9, places, kinds), threshold(g, places))
        })
        .wrong(
            "compared with the kept ones",
            "You compared each text with those that stay; a text that goes links others as well. Find the groups first.",
            |signatures, threshold| greedy(&signatures, |a, b| alike(a, b) >= threshold),
        )
        .wrong(
            "compared with all before it",
            "You drop a text that is like an earlier one; texts also hang together through a later one.",
            |signatures, threshold| {
                let is_new = |i: &usize| {
                    (0..*i).all(|j| alike(&signatures[*i], &signatures[j]) < threshold)
                };
                (0..signatures.len()).filter(is_new).collect()
            },
        )
        .wrong(
            "neighbours only",
            "You compared each text with the one before it; a copy may stand anywhere.",
            |signatures, threshold| {
                let is_new = |i: &usize| {
                    *i == 0 || alike(&signatures[*i], &signatures[*i - 1]) < threshold
                };
                (0..signatures.len()).filter(is_new).collect()
            },
        )
        .wrong(
            "compared with the first",
            "You compared all texts with the first one alone.",
            |signatures, threshold| {
                let is_new = |i: &usize| *i == 0 || alike(&signatures[*i], &signatures[0]) < threshold;
                (0..signatures.len()).filter(is_new).collect()
            },
        )
        .wrong(
            "none of a group",
            "You drop all texts of a group; the first of them stays.",
            |signatures, threshold| {
                let mut alone: Vec<usize> = groups(&signatures, threshold)
                    .into_iter()
                    .filter(|group| group.len() == 1)
                    .flatten()
                    .collect();
                alone.sort_unstable();
                alone
            },
        )
        .wrong(
            "the last of a group",
            "You keep the last text of each group; the first stays.",
            |signatures, threshold| {
                let groups = groups(&signatures, threshold).into_iter();
                let mut last: Vec<usize> = groups.filter_map(|group| group.into_iter().max()).collect();
                last.sort_unstable();
                last
            },
        )
        .wrong(
            "above the threshold",
            "You link texts whose similarity is above the threshold; the threshold itself is enough.",
            |signatures, threshold| keep(signatures, threshold.next_up()),
        )
        .wrong(
            "below the threshold",
            "You link texts whose similarity is below the threshold, or equal to it; those that are alike have the threshold or more.",
            |signatures, threshold| first_of_linked(&signatures, |a, b| alike(a, b) <= threshold),
        )
        .wrong(
            "two texts alone",
            "You gave the smaller number to the two texts alone, so a chain breaks; give it to all texts of the other group.",
            |signatures, threshold| {
                let mut group = Vec::from_iter(0..signatures.len());
                for i in 0..group.len() {
                    for j in i + 1..group.len() {
                        if alike(&signatures[i], &signatures[j]) >= threshold {
                            let least = group[i].min(group[j]);
                            (group[i], group[j]) = (least, least);
                        }
                    }
                }
                (0..group.len()).filter(|&i| group[i] == i).collect()
            },
        )
        .wrong(
            "groups",
            "You returned the group of each text; return the first text of each group.",
            |signatures, threshold| {
                let groups = groups(&signatures, threshold);
                let of = |i| groups.iter().find(|group| group.contains(&i));
                let first = |i| of(i).and_then(|group| group.iter().min()).copied();
                (0..signatures.len()).filter_map(first).collect()
            },
        )
        .wrong(
            "exact copies",
            "You drop exact copies alone; texts that are alike enough go too.",
            |signatures, _| greedy(&signatures, |a, b| a == b),
        )
        .wrong(
            "counted from 1",
            "You count the texts from 1; the first is 0.",
            |signatures, threshold| keep(signatures, threshold).into_iter().map(|i| i + 1).collect(),
        )
        .wrong(
            "those that go",
            "You returned the texts that go; return those that stay.",
            |signatures, threshold| {
                let kept = keep(signatures.clone(), threshold);
                (0..signatures.len()).filter(|i| !kept.contains(i)).collect()
            },
        )
        .run()
}

//! How `bpe_encode` is checked. The merges of most cases are learned from the text itself, each from a pair of neighbours
//! picked at random, so that an early one often takes away what a later one would have liked.

#[path = "../../solutions/11_language/bpe_encode.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{decode, encode};

type Merges = Vec<Vec<usize>>;

const CHINESE: &str = "床前明月光，疑是地上霜。举头望明月";
const EMOJI: &str = "🙂🙃🙂 🦀🦀 👩‍🚀";
/// Characters cut in the middle, and bytes that begin none.
const INVALID: &[u8] = b"\xe6\x98ab\xff\x80ab\xf0\x9f\x99";

/// White space at both ends.
const SPACED: &[u8] = b" \t the cat the\n cat\r\n \n";
/// Valid UTF-8 with a byte order mark and zeros.
const MARKED: &[u8] = b"\xef\xbb\xbfa\0b\0a\0b";

/// The twelve merges of thirteen letters, each of which has the one before it as its left half.
fn chain() -> Merges {
    let left = |rank: usize| if rank == 0 { 97 } else { 255 + rank };
    (0..12).map(|rank| vec![left(rank), 98 + rank]).collect()
}

/// As many merges as there are, up to `count`, learned from this text.
fn learned(g: &mut Generator, text: &[u8], count: usize) -> Merges {
    let mut merges = Merges::new();
    for _ in 0..count {
        let tokens = encode(text.to_vec(), merges.clone());
        if tokens.len() < 2 {
            break;
        }
        let at = g.integer(0..tokens.len() - 1);
        merges.push(tokens[at..at + 2].to_vec());
    }
    merges
}

/// A text of the first `letters` letters.
fn letters(g: &mut Generator, letters: usize, length: usize) -> Vec<u8> {
    let letter = |token: usize| b'a' + token as u8;
    g.tokens(length, letters).into_iter().map(letter).collect()
}

/// A text, and merges learned from it.
fn with_merges(g: &mut Generator, text: &[u8], count: usize) -> (Vec<u8>, Merges) {
    (text.to_vec(), learned(g, text, count))
}

/// The same, as tokens.
fn as_tokens(g: &mut Generator, text: &[u8], count: usize) -> (Vec<usize>, Merges) {
    let (text, merges) = with_merges(g, text, count);
    (encode(text, merges.clone()), merges)
}

fn numbers(text: &[u8]) -> Vec<usize> {
    text.iter().copied().map(usize::from).collect()
}

fn merges<const N: usize>(pairs: [[usize; 2]; N]) -> Merges {
    pairs.map(Vec::from).into()
}

fn lesson() -> Merges {
    merges([[101, 114], [108, 111], [119, 256], [257, 119]])
}

/// Passes over the tokens, one for each pair and number, in the order given. `merge` says what becomes of a pair that is
/// found: the tokens that take its place, and how far to go on.
fn passes(
    mut tokens: Vec<usize>,
    pairs: impl Iterator<Item = (usize, Vec<usize>)>,
    merge: impl Fn(&[usize], usize) -> (Vec<usize>, usize),
) -> Vec<usize> {
    for (new, pair) in pairs {
        let (mut merged, mut at) = (Vec::new(), 0);
        while at < tokens.len() {
            let (put, step) = if tokens[at..].starts_with(&pair) {
                merge(&tokens[at..at + 2], new)
            } else {
                (vec![tokens[at]], 1)
            };
            merged.extend(put);
            at += step;
        }
        tokens = merged;
    }
    tokens
}

/// The pairs with the numbers that they become, counted from `first`.
fn numbered(merges: Merges, first: usize) -> impl DoubleEndedIterator<Item = (usize, Vec<usize>)> {
    let merges: Vec<_> = merges.into_iter().enumerate().collect();
    let numbered = merges.into_iter();
    numbered.map(move |(rank, pair)| (first + rank, pair))
}

fn one(_: &[usize], new: usize) -> (Vec<usize>, usize) {
    (vec![new], 2)
}

/// The first pair from the left that is any merge, again and again.
fn from_the_left(mut tokens: Vec<usize>, merges: &Merges) -> Vec<usize> {
    let rank = |pair: &[usize]| merges.iter().position(|merge| merge == pair);
    while let Some((at, rank)) =
        (0..tokens.len()).find_map(|at| Some((at, rank(tokens.get(at..at + 2)?)?)))
    {
        tokens.splice(at..at + 2, [256 + rank]);
    }
    tokens
}

/// What `next` chooses of the merges whose pairs occur, again and again.
fn chosen(
    mut tokens: Vec<usize>,
    merges: &Merges,
    next: impl Fn(&[usize], &[usize]) -> Option<usize>,
) -> Vec<usize> {
    loop {
        let occurs = |rank: &usize| tokens.windows(2).any(|two| two == merges[*rank]);
        let there: Vec<usize> = (0..merges.len()).filter(occurs).collect();
        let Some(rank) = next(&tokens, &there) else {
            return tokens;
        };
        let pair = std::iter::once((256 + rank, merges[rank].clone()));
        tokens = passes(tokens, pair, one);
    }
}

/// The text cut before each space.
fn words_first(text: &[u8], merges: &Merges) -> Vec<usize> {
    let words = text.chunk_by(|_, next| *next != b' ');
    let words = words.map(|word| encode(word.to_vec(), merges.clone()));
    words.flatten().collect()
}

/// One way through the tokens: a pair that is any merge becomes one token, and what comes out is not merged again.
fn swept(tokens: &[usize], merges: &Merges) -> Vec<usize> {
    let (mut swept, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        let rank = merges
            .iter()
            .position(|pair| tokens[at..].starts_with(pair));
        swept.push(rank.map_or(tokens[at], |rank| 256 + rank));
        at += if rank.is_some() { 2 } else { 1 };
    }
    swept
}

fn in_sweeps(mut tokens: Vec<usize>, merges: &Merges) -> Vec<usize> {
    loop {
        let swept = swept(&tokens, merges);
        if swept.len() == tokens.len() {
            return tokens;
        }
        tokens = swept;
    }
}

/// The longest token that fits, place by place.
fn longest(text: &[u8], merges: &Merges) -> Vec<usize> {
    let pieces: Vec<Vec<u8>> = (0..merges.len())
        .map(|rank| decode(vec![256 + rank], merges.clone()))
        .collect();
    let (mut tokens, mut at) = (Vec::new(), 0);
    while at < text.len() {
        let fits = (0..pieces.len()).filter(|&rank| text[at..].starts_with(&pieces[rank]));
        match fits.max_by_key(|&rank| pieces[rank].len()) {
            Some(rank) => {
                tokens.push(256 + rank);
                at += pieces[rank].len();
            }
            None => {
                tokens.push(usize::from(text[at]));
                at += 1;
            }
        }
    }
    tokens
}

/// The first occurrence of every pair.
fn first_only(text: &[u8], merges: Merges) -> Vec<usize> {
    let mut tokens = numbers(text);
    for (new, pair) in numbered(merges, 256) {
        if let Some(at) = tokens.windows(2).position(|two| two == pair) {
            tokens.splice(at..at + 2, [new]);
        }
    }
    tokens
}

/// The tokens with the text read from its end.
fn from_the_right(text: Vec<u8>, merges: Merges) -> Vec<usize> {
    let turned = merges
        .into_iter()
        .map(|pair| pair.into_iter().rev().collect());
    let mut tokens = encode(text.into_iter().rev().collect(), turned.collect());
    tokens.reverse();
    tokens
}

/// Passes that stop where no pair can begin, and leave out the token there.
fn without_the_last(mut tokens: Vec<usize>, merges: Merges) -> Vec<usize> {
    for (new, pair) in numbered(merges, 256) {
        let (mut merged, mut at) = (Vec::new(), 0);
        while at + 1 < tokens.len() {
            let found = tokens[at..].starts_with(&pair);
            merged.push(if found { new } else { tokens[at] });
            at += if found { 2 } else { 1 };
        }
        tokens = merged;
    }
    tokens
}

fn lossy(text: &[u8]) -> Vec<u8> {
    String::from_utf8_lossy(text).into_owned().into_bytes()
}

/// The text without the bytes that are no valid UTF-8.
fn valid(text: &[u8]) -> Vec<u8> {
    let valid = text.utf8_chunks().flat_map(|chunk| chunk.valid().bytes());
    valid.collect()
}

/// The bytes in which some merge begins or goes on.
fn in_merges(text: Vec<u8>, merges: &Merges) -> Vec<u8> {
    let known = |byte: &u8| {
        merges
            .iter()
            .flatten()
            .any(|&token| token == usize::from(*byte))
    };
    text.into_iter().filter(known).collect()
}

/// The bytes of every token by itself, turned into something else.
fn each(tokens: Vec<usize>, merges: &Merges, turn: impl Fn(usize, Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let bytes = |token| turn(token, decode(vec![token], merges.clone()));
    tokens.into_iter().flat_map(bytes).collect()
}

/// The bytes of a token where the merges are numbered from `first`.
fn expanded(token: usize, first: usize, merges: &Merges) -> Vec<u8> {
    match token.checked_sub(first) {
        Some(rank) => {
            let halves = merges[rank].iter();
            halves
                .flat_map(|&half| expanded(half, first, merges))
                .collect()
        }
        None => vec![token as u8],
    }
}

fn turned(merges: Merges) -> Merges {
    let turned = merges
        .into_iter()
        .map(|pair| pair.into_iter().rev().collect());
    turned.collect()
}

fn main() {
    Reference::of("encode", function(encode))
        .inputs(["text", "merges"])
        .parts([("tokens", sequence())])
        .case("no text", |g| {
            (vec![], learned(g, b"abab", 2))
        })
        .case("no merges", |g| (letters(g, 3, 5), vec![]))
        .case("one byte", |_| (b"a".to_vec(), merges([[97, 97]])))
        .case("one byte that is in no merge", |_| (b"b".to_vec(), merges([[97, 97]])))
        .case("`aa` and the merge `a a`", |_| (b"aa".to_vec(), merges([[97, 97]])))
        .case("`aaa` and the merge `a a`", |_| (b"aaa".to_vec(), merges([[97, 97]])))
        .case("`ba` and the merge `a b`", |_| (b"ba".to_vec(), merges([[97, 98]])))
        .case("`abc` and the merges `b c` and `a b`", |_| {
            (b"abc".to_vec(), merges([[98, 99], [97, 98]]))
        })
        .case("`abc` and the merges `a b`, `b c` and `a bc`", |_| {
            (b"abc".to_vec(), merges([[97, 98], [98, 99], [97, 257]]))
        })
        .case("`abcd` and the merges `c d`, `a b` and `ab c`", |_| {
            (b"abcd".to_vec(), merges([[99, 100], [97, 98], [257, 99]]))
        })
        .case("`abab` and the merge `a b`", |_| (b"abab".to_vec(), merges([[97, 98]])))
        .case("`aaaaaaa` and the merges `a a` and `aa aa`", |_| {
            (b"aaaaaaa".to_vec(), merges([[97, 97], [256, 256]]))
        })
        .case("the example of the lesson", |_| (b"lower".to_vec(), lesson()))
        .case("a merge over a space", |_| (b"a b a b".to_vec(), merges([[97, 32], [256, 98]])))
        .case("merges that do not occur", |g| (b"abcabc".to_vec(), learned(g, b"xyxy", 2)))
        .cases(20, |g, i| {
            let learn = letters(g, 2 + i % 3, 6 + 2 * i);
            let merges = learned(g, &learn, 1 + i / 2);
            (letters(g, 2 + i % 3, 4 + i), merges)
        })
        .case("English", |g| {
            let text = g.text(8);
            with_merges(g, text.as_bytes(), 12)
        })
        .case("Chinese", |g| with_merges(g, CHINESE.as_bytes(), 12))
        .case("emoji", |g| with_merges(g, EMOJI.as_bytes(), 8))
        .case("invalid UTF-8", |g| with_merges(g, INVALID, 4))
        .case("characters of every width", |g| {
            let text = g.characters(12);
            with_merges(g, text.as_bytes(), 6)
        })
        .case("bytes of any value", |g| {
            let text = g.bytes(24);
            with_merges(g, &text, 6)
        })
        .case("white space at both ends", |g| with_merges(g, SPACED, 6))
        .case("a byte order mark and zeros", |g| with_merges(g, MARKED, 4))
        .case("twelve merges, one in the other", |_| (b"abcdefghijklm".to_vec(), chain()))
        .case("many merges", |g| {
            let text = letters(g, 8, 160);
            with_merges(g, &text, 70)
        })
        .case("every byte there is", |_| ((0..=255).collect(), merges([[127, 128]])))
        .wrong(
            "left to right",
            "You merged the first pair from the left that is in the list; the pair with the lowest \
             rank comes first, wherever it stands.",
            |text, merges| from_the_left(numbers(&text), &merges),
        )
        .wrong(
            "left to right, in sweeps",
            "You went through the text from the left and merged every pair that is in the list; the \
             pair with the lowest rank comes first, wherever it stands.",
            |text, merges| in_sweeps(numbers(&text), &merges),
        )
        .wrong(
            "spaces dropped",
            "You cut the text at its spaces and dropped them; here a text is taken as it is, and a \
             space is a byte like any other.",
            |text, merges| {
                let words = text.split(|&byte| byte == b' ');
                let words = words.map(|word| encode(word.to_vec(), merges.clone()));
                words.flatten().collect()
            },
        )
        .wrong(
            "words first",
            "You cut the text into words first, as GPT-2 does; here a merge may reach over a space.",
            |text, merges| words_first(&text, &merges),
        )
        .wrong(
            "highest rank in a loop",
            "You took the highest rank among the pairs that are there; the lowest comes first.",
            |text, merges| chosen(numbers(&text), &merges, |_, there| there.last().copied()),
        )
        .wrong(
            "most frequent first",
            "You merged the most frequent pair first; that is how merges are learned. Here their \
             order is that of the list.",
            |text, merges| {
                chosen(numbers(&text), &merges, |tokens, there| {
                    let count = |rank: &usize| {
                        tokens.windows(2).filter(|two| *two == merges[*rank]).count()
                    };
                    // Of several the first one.
                    there.iter().copied().rev().max_by_key(count)
                })
            },
        )
        .wrong(
            "numbered as they occur",
            "You numbered only the merges that occur; pair number `n` of the list is `256 + n`, \
             whether those before it occur or not.",
            |text, merges| {
                let (mut tokens, mut next) = (numbers(&text), 256);
                for pair in merges {
                    let merged = passes(tokens.clone(), std::iter::once((next, pair)), one);
                    next += usize::from(merged != tokens);
                    tokens = merged;
                }
                tokens
            },
        )
        .wrong(
            "longest piece",
            "You took the longest piece that fits, place by place; merge pairs instead, the one with \
             the lowest rank first.",
            |text, merges| longest(&text, &merges),
        )
        .wrong(
            "last rank first",
            "You merged the pair with the highest rank first; the first of the list comes first.",
            |text, merges| passes(numbers(&text), numbered(merges, 256).rev(), one),
        )
        .wrong(
            "merged once",
            "You went through the text once; a token that came out of a merge may be half of another \
             pair, and the ranks say which comes first.",
            |text, merges| swept(&numbers(&text), &merges),
        )
        .wrong(
            "bytes only, by rank",
            "You did only the merges of two bytes; a token from 256 on may be half of a pair too.",
            |text, merges| {
                let pairs = numbered(merges, 256);
                let of_bytes = pairs.filter(|(_, pair)| pair.iter().all(|&token| token < 256));
                passes(numbers(&text), of_bytes, one)
            },
        )
        .wrong(
            "first occurrence",
            "You merged each pair once; it is merged wherever it occurs.",
            |text, merges| first_only(&text, merges),
        )
        .wrong(
            "from the right",
            "You merged from the right, so `aaa` became `a aa`; begin on the left.",
            from_the_right,
        )
        .wrong(
            "step of one",
            "You went on with the right half of a pair that you had merged, so it is there twice; go \
             on behind the pair.",
            |text, merges| {
                let merge = |_: &[usize], new| (vec![new], 1);
                passes(numbers(&text), numbered(merges, 256), merge)
            },
        )
        .wrong(
            "right half kept",
            "You put the new token in front of the right half of the pair; it takes the place of both.",
            |text, merges| {
                passes(numbers(&text), numbered(merges, 256), |pair, new| {
                    (vec![new, pair[1]], 2)
                })
            },
        )
        .wrong(
            "order of the pair",
            "You merged pairs in either order; `b a` is another pair than `a b`.",
            |text, merges| {
                let both = numbered(merges, 256).flat_map(|(new, pair)| {
                    let turned = pair.iter().rev().copied().collect();
                    [(new, pair), (new, turned)]
                });
                passes(numbers(&text), both, one)
            },
        )
        .wrong(
            "order of the pair, in one pass",
            "You merged pairs in either order; `b a` is another pair than `a b`.",
            |text, merges| {
                let mut tokens = numbers(&text);
                for (new, pair) in numbered(merges, 256) {
                    let turned = [pair[1], pair[0]];
                    let (mut merged, mut at) = (Vec::new(), 0);
                    while at < tokens.len() {
                        let rest = &tokens[at..];
                        let found = rest.starts_with(&pair) || rest.starts_with(&turned);
                        merged.push(if found { new } else { rest[0] });
                        at += if found { 2 } else { 1 };
                    }
                    tokens = merged;
                }
                tokens
            },
        )
        .wrong(
            "nothing merged",
            "These are the bytes of the text; none of the merges has been done.",
            |text, _| numbers(&text),
        )
        .wrong(
            "last merge forgotten",
            "You left out the last merge of the list; it counts like the others.",
            |text, mut merges| {
                merges.pop();
                encode(text, merges)
            },
        )
        .wrong(
            "counted from 1",
            "Your merges become the tokens from 257 on; the first of them, number 0, becomes 256.",
            |text, merges| passes(numbers(&text), numbered(merges, 257), one),
        )
        .wrong(
            "counted from 255",
            "Your merges become the tokens from 255 on, but 255 is the last byte; the first merge \
             becomes 256.",
            |text, merges| passes(numbers(&text), numbered(merges, 255), one),
        )
        .wrong(
            "rank for token",
            "Your token for a merge is its rank alone; it is `256 + rank`, because the numbers below \
             256 are bytes.",
            |text, merges| passes(numbers(&text), numbered(merges, 0), one),
        )
        .wrong(
            "last token lost",
            "You lose the last token where it is no part of a pair; it stays as it is.",
            |text, merges| without_the_last(numbers(&text), merges),
        )
        .wrong(
            "characters",
            "You began with the numbers of the characters; begin with the bytes, of which a character \
             has one to four.",
            |text, merges| {
                let characters = String::from_utf8_lossy(&text);
                let characters = characters.chars().map(|character| character as usize);
                passes(characters.collect(), numbered(merges, 256), one)
            },
        )
        .wrong(
            "lossy",
            "You made a `String` of the text, and what is no valid UTF-8 became the sign for a lost \
             character; take the bytes as they come.",
            |text, merges| encode(lossy(&text), merges),
        )
        .wrong(
            "invalid refused",
            "You give no tokens at all where the text is no valid UTF-8; bytes of any kind have tokens.",
            |text, merges| match String::from_utf8(text) {
                Ok(text) => encode(text.into_bytes(), merges),
                Err(_) => vec![],
            },
        )
        .wrong(
            "invalid bytes dropped",
            "You drop bytes that are no valid UTF-8; each byte is a token.",
            |text, merges| encode(valid(&text), merges),
        )
        .wrong(
            "unknown bytes dropped",
            "You drop the bytes that no merge has; each byte is a token by itself.",
            |text, merges| encode(in_merges(text, &merges), merges),
        )
        .wrong(
            "ASCII only",
            "You drop the bytes from 128 on, and with them all of Chinese and every emoji; they are \
             tokens like the others.",
            |text, merges| encode(text.into_iter().filter(u8::is_ascii).collect(), merges),
        )
        .and("decode", function(decode))
        .inputs(["tokens", "merges"])
        .parts([("bytes", sequence())])
        .case("no tokens", |g| (vec![], learned(g, b"abab", 2)))
        .case("a byte, and no merges", |_| (vec![97], vec![]))
        .case("one merge", |_| (vec![256], merges([[97, 98]])))
        .case("a merge of merges", |_| (vec![258, 97], merges([[97, 98], [99, 100], [256, 257]])))
        .case("the example of the lesson", |_| (vec![257, 258], lesson()))
        .case("tokens that `encode` would have merged", |_| (vec![97, 97, 256], merges([[97, 97]])))
        .cases(16, |g, i| {
            let text = letters(g, 3 + i % 3, 8 + 2 * i);
            as_tokens(g, &text, 2 + i / 2)
        })
        .case("English", |g| {
            let text = g.text(8);
            as_tokens(g, text.as_bytes(), 12)
        })
        .case("Chinese", |g| as_tokens(g, CHINESE.as_bytes(), 12))
        .case("an emoji in four tokens", |_| (numbers("🙂".as_bytes()), vec![]))
        .case("emoji", |g| as_tokens(g, EMOJI.as_bytes(), 8))
        .case("invalid UTF-8", |g| as_tokens(g, INVALID, 4))
        .case("a single byte that is no valid UTF-8", |_| (vec![255], vec![]))
        .case("bytes of any value", |g| {
            let text = g.bytes(24);
            as_tokens(g, &text, 6)
        })
        .case("white space at both ends", |g| as_tokens(g, SPACED, 6))
        .case("a byte order mark and zeros", |g| as_tokens(g, MARKED, 4))
        .case("twelve merges, one in the other", |_| (vec![267, 256], chain()))
        .case("every token there is", |g| {
            let merges = learned(g, INVALID, 6);
            ((0..256 + merges.len()).collect(), merges)
        })
        .wrong(
            "lossy",
            "You made a `String` of the bytes, and what is no valid UTF-8 became the sign for a lost \
             character; give the bytes back as they are.",
            |tokens, merges| lossy(&decode(tokens, merges)),
        )
        .wrong(
            "lossy, token by token",
            "You made a `String` of each token; a token may hold part of a character, so keep bytes.",
            |tokens, merges| each(tokens, &merges, |_, bytes| lossy(&bytes)),
        )
        .wrong(
            "invalid refused",
            "You give nothing back where the bytes are no valid UTF-8; give them back as they are.",
            |tokens, merges| String::from_utf8(decode(tokens, merges)).unwrap_or_default().into(),
        )
        .wrong(
            "bytes as characters",
            "You made a character of each byte, so that those from 128 on became two bytes; put the \
             bytes into a `Vec<u8>` as they are.",
            |tokens, merges| {
                let bytes = decode(tokens, merges).into_iter();
                bytes.map(char::from).collect::<String>().into_bytes()
            },
        )
        .wrong(
            "ASCII only",
            "You drop the bytes from 128 on; Chinese and emoji consist of them.",
            |tokens, merges| {
                let bytes = decode(tokens, merges).into_iter();
                bytes.filter(u8::is_ascii).collect()
            },
        )
        .wrong(
            "one level",
            "You took merges apart once; their halves may be merges too, down to the bytes. If you go \
             through the list, begin with its last merge.",
            |tokens, merges| {
                let halves = |token: usize| match token.checked_sub(256) {
                    Some(rank) => merges[rank].clone(),
                    None => vec![token],
                };
                let halves = tokens.into_iter().flat_map(halves);
                halves.map(|token| token as u8).collect()
            },
        )
        .wrong(
            "merges cut down to bytes",
            "You cut the number of a merge down to a byte with `as u8`; write down the bytes of its \
             two halves instead.",
            |tokens, _| tokens.into_iter().map(|token| token as u8).collect(),
        )
        .wrong(
            "merges dropped",
            "You wrote down the tokens below 256 alone; a merge stands for the bytes of its halves.",
            |tokens, _| {
                let bytes = tokens.into_iter().filter(|&token| token < 256);
                bytes.map(|token| token as u8).collect()
            },
        )
        .wrong(
            "halves exchanged",
            "You wrote the right half of a merge before the left one.",
            |tokens, merges| decode(tokens, turned(merges)),
        )
        .wrong(
            "invalid bytes dropped",
            "You drop bytes that are no valid UTF-8; give them back as they are.",
            |tokens, merges| valid(&decode(tokens, merges)),
        )
        .wrong(
            "counted from 1",
            "You took 257 for the first merge; it is 256, because the bytes end with 255.",
            |tokens, merges| {
                let bytes = |token| expanded(token, 257, &merges);
                tokens.into_iter().flat_map(bytes).collect()
            },
        )
        .wrong(
            "spaces between",
            "You put a space between the tokens; where a text has spaces, they are in the tokens.",
            |tokens, merges| {
                let mut bytes = each(tokens, &merges, |_, mut bytes| {
                    bytes.push(b' ');
                    bytes
                });
                bytes.pop();
                bytes
            },
        )
        .run()
}

//! How `word_error_rate` is checked.

use crate::solution::{edit_distance, word_error_rate};
use crate::word_error_rate_distance::{Words, heard, letters, words};
use gradlings::prelude::*;

fn texts(reference: &str, hypothesis: &str) -> (String, String) {
    (reference.to_owned(), hypothesis.to_owned())
}

/// The errors of two texts cut into words by `cut`, and how many words the reference and the hypothesis have.
fn counted(reference: &str, hypothesis: &str, cut: impl Fn(&str) -> Words) -> [f32; 3] {
    let (said, heard) = (cut(reference), cut(hypothesis));
    let (n, m) = (said.len(), heard.len());
    [edit_distance(said, heard), n, m].map(|count| count as f32)
}

pub fn after(before: Reference<impl Handler + 'static>) -> Reference<impl Handler> {
    before
        .and("word_error_rate", function(word_error_rate))
        .inputs(["reference", "hypothesis"])
        .parts([("rate", within(1e-6, 1e-6))])
        .case("no words", |_| texts("", ""))
        .case("nothing said, two words heard", |_| texts("", "thank you"))
        .case("nothing but white space said", |_| texts(" \n", "bye"))
        .case("nothing heard", |_| texts("good morning", ""))
        .case("heard right", |_| texts("so far so good", "so far so good"))
        .case("more errors than words", |_| texts("stop", "this is the top"))
        .case("white space", |_| texts("  one two\tthree\n", "one  two three"))
        .case("capitals", |_| texts("The dog and the cat", "the dog and The cat"))
        .case("punctuation", |_| texts("well, it works.", "well it works."))
        .case("characters of several bytes", |_| texts("déjà vu ist schön", "deja vu ist schön"))
        .case("the example of the lesson", |_| {
            texts("put the red box down", "put red fox down now")
        })
        .cases(10, |g, i| {
            let said = words(&g.text(2 + 2 * i));
            let heard = heard(g, &said, 1 + i);
            (said.join(" "), heard.join(" "))
        })
        .wrong(
            "by the hypothesis",
            "You divided by the words of the hypothesis; divide by those of the reference, which do not depend on the recogniser.",
            |said, heard| {
                let [errors, _, m] = counted(&said, &heard, words);
                errors / m.max(1.0)
            },
        )
        .wrong(
            "by the longer",
            "You divided by the words of the longer sentence; divide by those of the reference.",
            |said, heard| {
                let [errors, n, m] = counted(&said, &heard, words);
                errors / n.max(m).max(1.0)
            },
        )
        .wrong(
            "by both",
            "You divided by the words of both sentences; divide by those of the reference.",
            |said, heard| {
                let [errors, n, m] = counted(&said, &heard, words);
                errors / (n + m).max(1.0)
            },
        )
        .wrong(
            "capped",
            "You cut the rate off at 1; with many insertions it is larger.",
            |said, heard| word_error_rate(said, heard).min(1.0),
        )
        .wrong(
            "not divided",
            "You returned the number of errors; divide it by the words of the reference.",
            |said, heard| counted(&said, &heard, words)[0],
        )
        .wrong(
            "divided as whole numbers",
            "You divided whole numbers, which drops the fraction; turn both into `f32` first.",
            |said, heard| word_error_rate(said, heard).floor(),
        )
        .wrong(
            "percent",
            "You returned percent; the rate is a share, with 1 for as many errors as words.",
            |said, heard| 100.0 * word_error_rate(said, heard),
        )
        .wrong(
            "accuracy",
            "You returned 1 minus the rate; it counts the errors.",
            |said, heard| 1.0 - word_error_rate(said, heard),
        )
        .wrong(
            "letters",
            "You compared letters and divided by their number, which is the character error rate; cut both texts into words.",
            |said, heard| {
                let [errors, n, _] = counted(&said, &heard, letters);
                errors / n.max(1.0)
            },
        )
        .wrong(
            "letters per word",
            "You compared letters and divided by the number of words; cut both texts into words before you compare them.",
            |said, heard| {
                let [errors, ..] = counted(&said, &heard, letters);
                errors / words(&said).len().max(1) as f32
            },
        )
        .wrong(
            "split at spaces",
            "You split at each single space, so that two spaces have an empty word between them; `split_whitespace` takes all \
             white space between two words as one.",
            |said, heard| {
                let cut = |text: &str| text.split(' ').map(str::to_owned).collect();
                let [errors, n, _] = counted(&said, &heard, cut);
                errors / n.max(1.0)
            },
        )
        .wrong(
            "spaces counted",
            "You counted the spaces of the reference and added 1; count its words, because there may be several spaces between two \
             of them.",
            |said, heard| {
                let [errors, ..] = counted(&said, &heard, words);
                errors / (said.matches(' ').count() + 1) as f32
            },
        )
        .wrong(
            "capitals ignored",
            "You ignored capitals; `The` is not `the`.",
            |said, heard| word_error_rate(said.to_lowercase(), heard.to_lowercase()),
        )
        .wrong(
            "punctuation ignored",
            "You took punctuation away; `well,` is not `well`.",
            |said, heard| {
                let strip = |text: String| text.replace(|letter: char| letter.is_ascii_punctuation(), "");
                word_error_rate(strip(said), strip(heard))
            },
        )
        .wrong(
            "divided by no words",
            "Without a word in the reference you divided by 0; divide by 1 then.",
            |said, heard| {
                let [errors, n, _] = counted(&said, &heard, words);
                errors / n
            },
        )
        .wrong(
            "infinite without a reference",
            "Without a word in the reference your rate is infinite as soon as anything was heard; divide by 1 then.",
            |said, heard| match word_error_rate(said.clone(), heard) {
                errors if errors > 0.0 && words(&said).is_empty() => f32::INFINITY,
                rate => rate,
            },
        )
        .wrong(
            "0 without a reference",
            "Without a word in the reference your rate is 0, whatever was heard; divide by 1 then, so each word heard counts.",
            |said, heard| match words(&said).len() {
                0 => 0.0,
                _ => word_error_rate(said, heard),
            },
        )
        .wrong(
            "1 without a reference",
            "Without a word in the reference your rate is 1 as soon as anything was heard; divide by 1, so each word heard counts.",
            |said, heard| match words(&said).len() {
                0 => word_error_rate(said, heard).min(1.0),
                _ => word_error_rate(said, heard),
            },
        )
}

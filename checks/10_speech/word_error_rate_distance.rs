//! How `edit_distance` is checked. Most wrong distances come from other costs, or from a table that begins with other numbers.

use crate::solution::edit_distance;
use gradlings::prelude::*;

pub type Words = Vec<String>;

pub fn words(text: &str) -> Words {
    text.split_whitespace().map(str::to_owned).collect()
}

pub fn letters(text: &str) -> Words {
    text.chars().map(String::from).collect()
}

fn sentences(reference: &str, hypothesis: &str) -> (Words, Words) {
    (words(reference), words(hypothesis))
}

/// What a recogniser makes of a sentence: `changes` words are lost, become others, or get a new word beside them.
pub fn heard(g: &mut Generator, reference: &[String], changes: usize) -> Words {
    let mut heard = reference.to_vec();
    for _ in 0..changes {
        let at = g.integer(0..heard.len() + 1);
        match g.integer(0..3) {
            0 if at < heard.len() => drop(heard.remove(at)),
            1 if at < heard.len() => heard[at] = g.word(2..6),
            _ => heard.insert(at, g.word(2..6)),
        }
    }
    heard
}

/// Two sentences of a few different words.
fn alike(g: &mut Generator, reference: usize, hypothesis: usize) -> (Words, Words) {
    let mut draw = |count| {
        let word = |token: usize| ["to", "be", "or", "not"][token].to_owned();
        g.tokens(count, 4).into_iter().map(word).collect()
    };
    (draw(reference), draw(hypothesis))
}

/// What each change costs, and the numbers that the table begins with.
#[derive(Clone, Copy)]
struct Costs {
    agree: usize,
    substitution: usize,
    deletion: usize,
    insertion: usize,
    /// Down the first column, and along the first row.
    column: usize,
    row: usize,
}

const RIGHT: Costs = Costs {
    agree: 0,
    substitution: 1,
    deletion: 1,
    insertion: 1,
    column: 1,
    row: 1,
};

/// More than any sentence has words.
const NEVER: usize = 1000;

/// The table where the costs are others.
fn table(reference: &[String], hypothesis: &[String], costs: Costs) -> Vec<Vec<usize>> {
    let mut d = vec![vec![0; hypothesis.len() + 1]; reference.len() + 1];
    for i in 0..=reference.len() {
        for j in 0..=hypothesis.len() {
            d[i][j] = match (i, j) {
                (0, j) => j * costs.row,
                (i, 0) => i * costs.column,
                _ => {
                    let agree = reference[i - 1] == hypothesis[j - 1];
                    let change = if agree {
                        costs.agree
                    } else {
                        costs.substitution
                    };
                    let (deleted, inserted) =
                        (d[i - 1][j] + costs.deletion, d[i][j - 1] + costs.insertion);
                    (d[i - 1][j - 1] + change).min(deleted).min(inserted)
                }
            };
        }
    }
    d
}

fn distance(reference: Words, hypothesis: Words, costs: Costs) -> usize {
    table(&reference, &hypothesis, costs)[reference.len()][hypothesis.len()]
}

/// Place by place.
fn place_by_place(reference: &[String], hypothesis: &[String]) -> usize {
    let pairs = reference.iter().zip(hypothesis);
    pairs.filter(|(said, heard)| said != heard).count()
}

/// The distance where two neighbours may change places at the cost of one.
fn with_exchanges(reference: &[String], hypothesis: &[String]) -> usize {
    let mut d = table(reference, hypothesis, RIGHT);
    for i in 1..=reference.len() {
        for j in 1..=hypothesis.len() {
            let differ = usize::from(reference[i - 1] != hypothesis[j - 1]);
            let best = (d[i - 1][j - 1] + differ).min(d[i - 1][j] + 1);
            d[i][j] = best.min(d[i][j - 1] + 1);
            let is_exchanged = i > 1
                && j > 1
                && reference[i - 1] == hypothesis[j - 2]
                && reference[i - 2] == hypothesis[j - 1];
            if is_exchanged {
                d[i][j] = d[i][j].min(d[i - 2][j - 2] + 1);
            }
        }
    }
    d[reference.len()][hypothesis.len()]
}

/// How many words both sentences have in the same order, at most.
fn in_common(reference: &[String], hypothesis: &[String]) -> usize {
    // Deletions and insertions alone cost one for each word that is not in common.
    let d = table(
        reference,
        hypothesis,
        Costs {
            substitution: 2,
            ..RIGHT
        },
    );
    (reference.len() + hypothesis.len() - d[reference.len()][hypothesis.len()]) / 2
}

/// The distance by a single row, where the number above and to the left is lost before it is needed.
fn in_one_row(reference: &[String], hypothesis: &[String]) -> usize {
    let mut row = Vec::from_iter(0..=hypothesis.len());
    for (i, said) in reference.iter().enumerate() {
        row[0] = i + 1;
        for (j, heard) in hypothesis.iter().enumerate() {
            let differ = usize::from(said != heard);
            row[j + 1] = (row[j] + differ).min(row[j + 1] + 1).min(row[j] + 1);
        }
    }
    row[hypothesis.len()]
}

const NO_SUBSTITUTION: &str = "A substitution counts as two in your distance, a deletion and an insertion; it is one change of its own: \
                               `d[i - 1][j - 1] + 1`.";

pub fn check() -> Reference<impl Handler> {
    Reference::of("edit_distance", function(edit_distance))
        .inputs(["reference", "hypothesis"])
        .parts([("changes", exact())])
        .case("no words", |_| sentences("", ""))
        .case("nothing said", |_| sentences("", "thank you"))
        .case("nothing heard", |_| sentences("good morning", ""))
        .case("one word, heard right", |_| sentences("yes", "yes"))
        .case("one word, heard wrong", |_| sentences("yes", "yet"))
        .case("one word more at the end", |_| sentences("come in", "come in now"))
        .case("one word more at the beginning", |_| sentences("come in", "do come in"))
        .case("the first word left out", |_| sentences("good morning all", "morning all"))
        .case("the last word left out", |_| sentences("good morning all", "good morning"))
        .case("two words exchanged", |_| sentences("here we are", "we here are"))
        .case("capitals and punctuation", |_| sentences("The cat, the dog.", "the cat the dog."))
        .case("nothing in common", |_| sentences("a b c", "d e f g"))
        .case("a word twice", |_| sentences("no", "no no"))
        .case("the example of the lesson", |_| {
            sentences("put the red box down", "put red fox down now")
        })
        .cases(8, |g, i| alike(g, 2 + i, 3 + (3 * i) % 7))
        .cases(8, |g, i| {
            let said = words(&g.text(3 + 2 * i));
            let heard = heard(g, &said, 1 + i);
            (said, heard)
        })
        .wrong(
            "letters",
            "You compared letters; the changes are those of whole words, however many letters they differ in.",
            |said, heard| edit_distance(letters(&said.join(" ")), letters(&heard.join(" "))),
        )
        .wrong(
            "letters without spaces",
            "You put the words together and compared letters; the changes are those of whole words.",
            |said, heard| edit_distance(letters(&said.concat()), letters(&heard.concat())),
        )
        .wrong("substitutions cost 2", NO_SUBSTITUTION, |said, heard| {
            distance(said, heard, Costs { substitution: 2, ..RIGHT })
        })
        .wrong(
            "substitutions not counted",
            "Substitutions cost nothing in your distance, so only the lengths count; each is one change.",
            |said, heard| distance(said, heard, Costs { substitution: 0, ..RIGHT }),
        )
        .wrong(
            "insertions not counted",
            "Insertions cost nothing in your distance; a word that was heard and not said is one change, in the first row too.",
            |said, heard| distance(said, heard, Costs { insertion: 0, row: 0, ..RIGHT }),
        )
        .wrong(
            "deletions not counted",
            "Deletions cost nothing in your distance; a word that was said and not heard is one change, in the first column too.",
            |said, heard| distance(said, heard, Costs { deletion: 0, column: 0, ..RIGHT }),
        )
        .wrong(
            "an insertion without + 1",
            "In `d[i][j - 1]` the `+ 1` is missing; an insertion is one change.",
            |said, heard| distance(said, heard, Costs { insertion: 0, ..RIGHT }),
        )
        .wrong(
            "a deletion without + 1",
            "In `d[i - 1][j]` the `+ 1` is missing; a deletion is one change.",
            |said, heard| distance(said, heard, Costs { deletion: 0, ..RIGHT }),
        )
        .wrong(
            "no insertions",
            "There are no insertions inside your table; one of the numbers to choose from is `d[i][j - 1] + 1`.",
            |said, heard| distance(said, heard, Costs { insertion: NEVER, ..RIGHT }),
        )
        .wrong(
            "no deletions",
            "There are no deletions inside your table; one of the numbers to choose from is `d[i - 1][j] + 1`.",
            |said, heard| distance(said, heard, Costs { deletion: NEVER, ..RIGHT }),
        )
        .wrong(
            "substitutions alone",
            "There are only substitutions inside your table; choose the least of three numbers, also where words differ: \
             `d[i - 1][j] + 1` and `d[i][j - 1] + 1` are the others.",
            |said, heard| distance(said, heard, Costs { insertion: NEVER, deletion: NEVER, ..RIGHT }),
        )
        .wrong(
            "agreement costs 1",
            "Words that agree cost 1 in your distance; where they agree, `d[i - 1][j - 1]` stays as it is.",
            |said, heard| distance(said, heard, Costs { agree: 1, ..RIGHT }),
        )
        .wrong(
            "first row and column 0",
            "The first row and the first column of your table are 0; from no words to j words there are j insertions, and from \
             i words to none i deletions.",
            |said, heard| distance(said, heard, Costs { row: 0, column: 0, ..RIGHT }),
        )
        .wrong(
            "first row 0",
            "The first row of your table is 0; from no words to j words there are j insertions.",
            |said, heard| distance(said, heard, Costs { row: 0, ..RIGHT }),
        )
        .wrong(
            "first column 0",
            "The first column of your table is 0; from i words to none there are i deletions.",
            |said, heard| distance(said, heard, Costs { column: 0, ..RIGHT }),
        )
        .wrong(
            "place by place",
            "You compared the words place by place; after one that was left out, all others stand beside the wrong one. Find the \
             least number of changes.",
            |said, heard| place_by_place(&said, &heard) + said.len().abs_diff(heard.len()),
        )
        .wrong(
            "place by place, the shorter",
            "You compared the words place by place, as far as the shorter sentence goes; find the least number of changes.",
            |said, heard| place_by_place(&said, &heard),
        )
        .wrong(
            "the last words left out",
            "Your answer is the number before the last row and column, without the last words; the table has one row and one \
             column more than there are words.",
            |said, heard| {
                let d = table(&said, &heard, RIGHT);
                d[said.len().saturating_sub(1)][heard.len().saturating_sub(1)]
            },
        )
        .wrong(
            "exchanged neighbours",
            "You count two neighbours that change places as one change; these are two.",
            |said, heard| with_exchanges(&said, &heard),
        )
        .wrong(
            "deletions and insertions paired",
            "A deletion and an insertion at different places count as one change in your distance; they are two.",
            |said, heard| said.len().max(heard.len()) - in_common(&said, &heard),
        )
        .wrong(
            "diagonal overwritten",
            "Where `d[i - 1][j - 1]` is wanted, you read `d[i][j - 1]`; if you keep a single row, save the old number before you \
             write over it.",
            |said, heard| in_one_row(&said, &heard),
        )
        .wrong(
            "capitals ignored",
            "You ignored capitals; `The` is not `the`.",
            |said, heard| {
                let lower = |words: Words| words.iter().map(|word| word.to_lowercase()).collect();
                edit_distance(lower(said), lower(heard))
            },
        )
}

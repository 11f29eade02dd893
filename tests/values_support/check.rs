//! How the values are checked.

#[path = "../../solutions/01_a/values.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::*;

fn main() {
    Reference::of("words", function(words))
        .inputs(["text"])
        .parts([("words", sequence())])
        .case("nothing", |_| (String::new(),))
        .case("two words", |_| ("床前 明月光".to_owned(),))
        .cases(8, |g, i| (g.text(1 + i),))
        .wrong("letters", "You cut the text into letters; cut it at its spaces.", |text| {
            text.chars().map(String::from).collect()
        })
        .and("joined", function(joined))
        .inputs(["words"])
        .parts([("text", sequence())])
        .cases(8, |g, i| (g.words(i),))
        .and("next", function(next))
        .inputs(["tokens"])
        .parts([("tokens", sequence())])
        .cases(8, |g, i| (g.tokens(i, 300),))
        .and("sorted", function(sorted))
        .inputs(["rows"])
        .parts([("rows", sequence())])
        .cases(8, |g, i| (g.sequences(&[1, i + 2, 0, i + 5], 50),))
        .and("even", function(even))
        .inputs(["numbers"])
        .parts([("mask", exact())])
        .cases(8, |g, i| (g.permutation(i + 1).into_iter().map(|x| x as i64 - 3).collect(),))
        .and("half", function(half))
        .inputs(["x"])
        .cases(8, |_, i| (i as i64 - 4,))
        .and("parse", function(parse))
        .inputs(["text"])
        .case("a number", |_| ("2.5".to_owned(),))
        .case("a word", |_| ("two".to_owned(),))
        .and("inverted", function(inverted))
        .inputs(["bytes"])
        .parts([("bytes", sequence())])
        .cases(8, |g, i| (g.bytes(i),))
        .and("alphabet", function(alphabet))
        .inputs(["text"])
        .parts([("characters", set())])
        .cases(8, |g, i| (g.characters(i),))
        .and("backwards", function(backwards))
        .inputs(["a", "b", "c", "d", "e", "f", "g", "h"])
        .cases(4, |g, i| {
            let (f, h) = (g.word(2..5), g.doubles(i));
            (g.number(-1.0..1.0), g.double(-1.0..1.0), i, -3, i == 1, f, g.seed(), h)
        })
        .and("cut", function(cut))
        .inputs(["numbers", "bounds"])
        .cases(8, |g, i| (g.numbers(3 * i), Bounds { low: -0.5, high: 1.0 }))
        .and("total", gradient(total))
        .inputs(["vectors", "scale"])
        .cases(6, |g, i| {
            let vectors = (0..1 + i).map(|_| g.vector(2 + i)).collect();
            (vectors, g.vector(2 + i))
        })
        .run()
}

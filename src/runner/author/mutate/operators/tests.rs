//! What becomes of small functions, and what of them is never tried.

use super::*;
use crate::runner::author::mutate::gap::gaps;

/// The bodies that the one function of a text becomes; of the whole text, only what stands behind the first `{ `.
fn bodies(text: &str) -> Vec<String> {
    let code = Code::of(text);
    let found = gaps(&code, &Code::of(""));
    let changes = found.iter().flat_map(|gap| changes(&code, gap));
    let bodies = changes.map(|change| {
        let made = change.made(text);
        let (_, body) = made.split_once("{ ").expect("a body");
        body.strip_suffix(" }").unwrap_or(body).to_owned()
    });
    bodies.collect()
}

#[test]
fn everything_that_may_be_written_otherwise_is_tried() {
    let table: [(&str, &[&str]); 17] = [
        (
            "fn f() { a + b * c }",
            &["a - b * c", "a", "b * c", "a + b / c", "a + b", "a + c"],
        ),
        (
            "fn f() { a - b + c }",
            &["a + b + c", "a + c", "b + c", "a - b - c", "a - b", "c"],
        ),
        (
            "fn f() { g(a) as f32 % d }",
            &["g(a) as f32", "g(a) as f32 / d", "d"],
        ),
        (
            "fn f() { a < b && !c }",
            &[
                "a <= b && !c",
                "a >= b && !c",
                "a < b || !c",
                "a < b",
                "!c",
                "a < b && c",
            ],
        ),
        ("fn f() { d == 0.0 }", &["d < 0.1", "d != 0.0", "d == 1.0"]),
        (
            "fn f() { x.square().mean() }",
            &[
                "x.mean()",
                "x.abs().mean()",
                "x.sqrt().mean()",
                "x.square()",
                "x.square().sum()",
            ],
        ),
        (
            "fn f() { m.mean::<_, Axis<0>>() }",
            &[
                "m",
                "m.sum::<_, Axis<0>>()",
                "m.mean::<_, Axis<1>>()",
                "m.mean::<Axis<0>, _>()",
            ],
        ),
        ("fn f() { x.clone(); -y }", &[" -y", "x.clone(); y"]),
        (
            "fn f(n: usize) { 0..n }",
            &["let n: usize = 1; 0..n", "1..n", "0..=n"],
        ),
        ("fn f(mut s: u64) { g(s) }", &["let mut s: u64 = 0; g(s)"]),
        (
            "fn f(a: &V, b: &V) { g(a, 3) }",
            &["g(b, 3)", "g(3, a)", "g(a, 4)", "g(a, 2)"],
        ),
        (
            "fn f() { if a { b(); } else { c(); } d }",
            &[
                " d",
                "if true { b(); } else { c(); } d",
                "if false { b(); } else { c(); } d",
                "if a {  } else { c(); } d",
                "if a { b(); } else {  } d",
            ],
        ),
        (
            "fn f() { match a { B => c(), D => {} } }",
            &["", "match a { B => {}, D => {} }"],
        ),
        (
            "fn f() { for x in y.rev() { *s += x; } s }",
            &[
                " s",
                "for x in y { *s += x; } s",
                "for x in y.rev() {  } s",
                "for x in y.rev() { *s -= x; } s",
                "for x in y.rev() { *s = x; } s",
            ],
        ),
        (
            "fn f(x: V) { let x = g(x); let y = x; y }",
            &[" let y = x; y"],
        ),
        ("fn f() { o.shuffle(r); }", &["", "o;", "o.reverse();"]),
        ("fn f() { |p, q| h(p, q) }", &["|p, q| h(q, p)"]),
    ];
    let mut wrong = Vec::new();
    for (text, expected) in table {
        let found: BTreeSet<String> = bodies(text).into_iter().collect();
        let expected: BTreeSet<String> = expected.iter().map(|it| (*it).to_owned()).collect();
        let missing: Vec<_> = expected.difference(&found).collect();
        let more: Vec<_> = found.difference(&expected).collect();
        if found != expected {
            wrong.push(format!("{text}: without {missing:?}, with {more:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_only_draws_is_left_alone_and_a_metric_is_only_left_out() {
    let text = "fn f() { report::metric(\"loss\", i + 1, l); report::progress(i + 1, n, 1, 1); x }";
    assert_eq!(bodies(text), [" report::progress(i + 1, n, 1, 1); x"]);
}

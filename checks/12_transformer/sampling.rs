//! How `sampling` is checked. Where a sum decides which token it is, it lies well away from the number it is compared with,
//! unless it is a sum of halves and quarters, which no order of adding changes.

#[path = "../../solutions/12_transformer/sampling.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{draw, top_k, top_p, with_temperature};

type Numbers = Vec<f32>;

/// Probabilities of `n` tokens, some of which have none.
fn probabilities(g: &mut Generator, n: usize) -> Numbers {
    let row = g.probabilities(1, n).as_vec();
    if n < 4 {
        return row;
    }
    let none = g.integer(0..n);
    normalised(
        (0..n)
            .map(|token| if token == none { 0.0 } else { row[token] })
            .collect(),
    )
}

/// `n` tokens of the same probability and one, the last, of none.
fn alike(n: usize) -> Numbers {
    let mut alike = vec![1.0 / n as f32; n];
    alike.push(0.0);
    alike
}

fn normalised(numbers: Numbers) -> Numbers {
    let sum: f32 = numbers.iter().sum();
    numbers.into_iter().map(|x| x / sum).collect()
}

fn ranked(probabilities: &[f32]) -> Vec<usize> {
    let mut tokens: Vec<usize> = (0..probabilities.len()).collect();
    tokens.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]));
    tokens
}

/// From the least probable token to the most.
fn upward(probabilities: &[f32]) -> Vec<usize> {
    let mut tokens: Vec<usize> = (0..probabilities.len()).collect();
    tokens.sort_by(|&a, &b| probabilities[a].total_cmp(&probabilities[b]));
    tokens
}

/// The probabilities of these tokens, and 0 for all others.
fn only(probabilities: &[f32], tokens: &[usize]) -> Numbers {
    let mut kept = vec![0.0; probabilities.len()];
    for &token in tokens {
        kept[token] = probabilities[token];
    }
    kept
}

/// How many of the most probable tokens reach `p` together.
fn reach(probabilities: &[f32], ranked: &[usize], p: f32) -> usize {
    let mut sum = 0.0;
    let reached = ranked.iter().position(|&token| {
        sum += probabilities[token];
        sum >= p
    });
    reached.map_or(ranked.len(), |last| last + 1)
}

/// The last token that has any probability.
fn last(probabilities: &[f32]) -> usize {
    probabilities.iter().rposition(|&x| x > 0.0).unwrap_or(0)
}

/// What `top_k` and `top_p` leave, if of equally probable tokens the larger number comes first.
fn reversed(probabilities: Numbers, kept: impl Fn(Numbers) -> Numbers) -> Numbers {
    let mut kept = kept(probabilities.into_iter().rev().collect());
    kept.reverse();
    kept
}

/// The token that `u` draws from this order of tokens.
fn drawn(probabilities: &[f32], u: f32, mut tokens: impl Iterator<Item = usize>) -> Option<usize> {
    let mut sum = 0.0;
    tokens.find(|&token| {
        sum += probabilities[token];
        sum > u
    })
}

/// Powers of these exponents, divided by their sum.
fn powers(exponents: impl Iterator<Item = f32>) -> Numbers {
    normalised(exponents.map(f32::exp).collect())
}

/// A number between two sums of the most probable tokens.
fn between(g: &mut Generator, probabilities: &[f32]) -> f32 {
    let ranked = ranked(probabilities);
    let probable = ranked.iter().filter(|&&token| probabilities[token] > 0.01);
    let count = g.integer(0..probable.count().max(1));
    let before: f32 = ranked[..count]
        .iter()
        .map(|&token| probabilities[token])
        .sum();
    before + 0.5 * probabilities[ranked[count]]
}

/// A number in the middle of what draws one of the tokens.
fn drawing(g: &mut Generator, probabilities: &[f32]) -> f32 {
    let probable: Vec<usize> = (0..probabilities.len())
        .filter(|&token| probabilities[token] > 0.01)
        .collect();
    let token = probable[g.integer(0..probable.len())];
    let before: f32 = probabilities[..token].iter().sum();
    before + 0.5 * probabilities[token]
}

fn main() {
    Reference::of("with_temperature", function(with_temperature))
        .inputs(["logits", "temperature"])
        .parts([("probabilities", close())])
        .case("the example of the lesson, T = 1", |_| (vec![0.0, 3_f32.ln()], 1.0))
        .case("the example of the lesson, T = 0.5", |_| (vec![0.0, 3_f32.ln()], 0.5))
        .case("one token", |_| (vec![-2.0], 0.7))
        .case("equal logits", |_| (vec![1.5; 4], 0.3))
        .case("large logits", |_| (vec![1000.0, 999.0, 990.0], 1.0))
        .case("large logits, the largest last", |_| (vec![-500.0, 499.0, 500.0], 1.0))
        .case("logits far below 0", |_| (vec![-1001.0, -1000.0, -1002.0], 1.0))
        .case("logits that a low temperature makes large", |_| (vec![20.0, 19.0, 0.0, -20.0], 0.1))
        .case("a logit of minus infinity", |_| (vec![0.5, f32::NEG_INFINITY, -0.5], 2.0))
        .cases(16, |g, i| {
            let logits = g.numbers(2 + i % 7).into_iter().map(|x| 3.0 * x).collect();
            (logits, g.number(0.2..3.0))
        })
        .wrong(
            "multiplied",
            "You multiplied the logits by the temperature; divide them by it.",
            |logits, temperature| {
                with_temperature(logits, 1.0 / temperature)
            },
        )
        .wrong(
            "no temperature",
            "The temperature changes nothing in your probabilities; divide the logits by it before the softmax.",
            |logits, _| with_temperature(logits, 1.0),
        )
        .wrong(
            "divided afterwards",
            "You divided the probabilities by the temperature; divide the logits, before the softmax.",
            |logits, temperature| {
                let probabilities = with_temperature(logits, 1.0).into_iter();
                probabilities.map(|x| x / temperature).collect()
            },
        )
        .wrong(
            "softmax twice",
            "You took the softmax before you divided by the temperature, and again after it; divide the logits, and take it \
             once.",
            |logits, temperature| with_temperature(with_temperature(logits, 1.0), temperature),
        )
        .wrong(
            "squared",
            "You divided by the temperature twice.",
            |logits, temperature| with_temperature(logits, temperature * temperature),
        )
        .wrong(
            "largest kept",
            "`exp` of large logits overflows; take the largest away from all of them first.",
            |logits, temperature| {
                normalised(logits.into_iter().map(|x| (x / temperature).exp()).collect())
            },
        )
        .wrong(
            "the first taken away",
            "You took the first logit away and not the largest; where another one is much larger, `exp` overflows.",
            |logits, temperature| powers(logits.iter().map(|x| (x - logits[0]) / temperature)),
        )
        .wrong(
            "largest from 0 on",
            "Your search for the largest logit begins at 0, so it finds none that is below; begin at `f32::NEG_INFINITY`.",
            |logits, temperature| {
                let largest = logits.iter().copied().fold(0.0, f32::max);
                powers(logits.iter().map(|x| (x - largest) / temperature))
            },
        )
        .wrong(
            "largest not divided",
            "You took the largest logit away after the division, but did not divide it, so `exp` overflows at a low temperature; \
             take it away first.",
            |logits, temperature| {
                let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
                powers(logits.iter().map(|x| x / temperature - largest))
            },
        )
        .wrong(
            "another sum",
            "You divided by a sum without the temperature; divide by the sum of what you divide.",
            |logits, temperature| {
                let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
                let sum: f32 = logits.iter().map(|x| (x - largest).exp()).sum();
                logits.into_iter().map(|x| ((x - largest) / temperature).exp() / sum).collect()
            },
        )
        .wrong(
            "logits",
            "You returned the logits divided by the temperature; the softmax of them is still to be taken.",
            |logits, temperature| logits.into_iter().map(|x| x / temperature).collect(),
        )
        .wrong(
            "not divided by the sum",
            "Your numbers do not add up to 1; divide them by their sum.",
            |logits, temperature| {
                let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
                logits.into_iter().map(|x| ((x - largest) / temperature).exp()).collect()
            },
        )
        .and("top_k", function(top_k))
        .inputs(["probabilities", "k"])
        .parts([("probabilities", close())])
        .case("the example of the lesson", |_| (vec![0.15, 0.5, 0.1, 0.25], 2))
        .case("k = 1", |_| (vec![0.25, 0.125, 0.625], 1))
        .case("all tokens", |_| (vec![0.25, 0.125, 0.625], 3))
        .case("more than there are", |_| (vec![0.25, 0.75], 40))
        .case("one token", |_| (vec![1.0], 1))
        .case("a tie at the edge", |_| (vec![0.125, 0.25, 0.25, 0.125, 0.25], 2))
        .case("all alike", |_| (vec![0.25; 4], 3))
        .case("fewer that are probable than k", |_| (vec![0.0, 0.5, 0.0, 0.5], 3))
        .cases(16, |g, i| (probabilities(g, 2 + i % 8), 1 + i % 5))
        .wrong(
            "one too many",
            "You kept one token too many; k stay.",
            |probabilities, k| top_k(probabilities, k + 1),
        )
        .wrong(
            "not divided by the sum",
            "What you kept does not add up to 1; divide it by its sum.",
            |probabilities, k| {
                let ranked = ranked(&probabilities);
                only(&probabilities, &ranked[..k.min(ranked.len())])
            },
        )
        .wrong(
            "sorted",
            "Your probabilities stand in order of size, so their tokens are lost; each stays in its place.",
            |probabilities, k| {
                let mut kept = top_k(probabilities, k);
                kept.sort_by(|a, b| b.total_cmp(a));
                kept
            },
        )
        .wrong(
            "cut off",
            "You return the kept tokens alone; the others stay in the list, with probability 0.",
            |probabilities, k| {
                let kept = top_k(probabilities, k);
                kept.into_iter().filter(|x| *x > 0.0).collect()
            },
        )
        .wrong(
            "sorted and cut off",
            "You return the kept tokens alone, in order of size; each stays in its place, and the others with probability 0.",
            |mut probabilities, k| {
                probabilities.sort_by(|a, b| b.total_cmp(a));
                probabilities.truncate(k);
                normalised(probabilities)
            },
        )
        .wrong(
            "least probable",
            "You kept the least probable tokens; sort from the largest probability to the smallest.",
            |probabilities, k| {
                let ranked = upward(&probabilities);
                normalised(only(&probabilities, &ranked[..k.min(ranked.len())]))
            },
        )
        .wrong(
            "the first",
            "You kept the first k tokens of the list; keep the k most probable.",
            |probabilities, k| {
                let first: Vec<usize> = (0..k.min(probabilities.len())).collect();
                normalised(only(&probabilities, &first))
            },
        )
        .wrong(
            "all of a tie",
            "You kept every token that is as probable as the last one of the k; of equal ones, those with the smaller numbers \
             stay.",
            |probabilities, k| {
                let ranked = ranked(&probabilities);
                let least = probabilities[ranked[k.min(ranked.len()) - 1]];
                normalised(probabilities.into_iter().map(|x| if x >= least { x } else { 0.0 }).collect())
            },
        )
        .wrong(
            "last of a tie",
            "Of equally probable tokens you kept those with the larger numbers; the smaller ones come first.",
            |probabilities, k| reversed(probabilities, |numbers| top_k(numbers, k)),
        )
        .wrong(
            "none of a tie",
            "You kept only what is more probable than the next token after the k, so a tie leaves fewer than k; of equal ones, \
             those with the smaller numbers stay.",
            |probabilities, k| {
                let next = ranked(&probabilities).get(k).map_or(0.0, |&token| probabilities[token]);
                normalised(probabilities.into_iter().map(|x| if x > next { x } else { 0.0 }).collect())
            },
        )
        .wrong(
            "softmax",
            "You took a softmax of the kept probabilities; divide them by their sum.",
            |probabilities, k| {
                let ranked = ranked(&probabilities);
                let powers: Vec<f32> = probabilities.iter().map(|x| x.exp()).collect();
                normalised(only(&powers, &ranked[..k.min(ranked.len())]))
            },
        )
        .and("top_p", function(top_p))
        .inputs(["probabilities", "p"])
        .parts([("probabilities", close())])
        .case("the example of the lesson", |_| (vec![0.15, 0.5, 0.1, 0.25], 0.8))
        .case("a sum that is exactly p", |_| (vec![0.25, 0.125, 0.5, 0.125], 0.75))
        .case("the first is enough", |_| (vec![0.25, 0.75], 0.6))
        .case("the first is exactly enough", |_| (vec![0.25, 0.5, 0.25], 0.5))
        .case("a small p", |_| (vec![0.25, 0.125, 0.625], 0.01))
        .case("p = 1", |_| (vec![0.25, 0.125, 0.625], 1.0))
        .case("p = 1, and a token of probability 0", |_| (vec![0.25, 0.0, 0.75], 1.0))
        .case("p = 1, and a sum that rounding leaves below it", |_| (alike(41), 1.0))
        .case("one token", |_| (vec![1.0], 0.9))
        .case("a tie at the edge", |_| (vec![0.125, 0.25, 0.25, 0.125, 0.25], 0.4))
        .cases(20, |g, i| {
            let probabilities = probabilities(g, 2 + i % 8);
            let p = between(g, &probabilities);
            (probabilities, p)
        })
        .wrong(
            "without the one that reaches it",
            "You left the token out with which the sum reaches p; it belongs to them.",
            |probabilities, p| {
                let ranked = ranked(&probabilities);
                let count = reach(&probabilities, &ranked, p).saturating_sub(1).max(1);
                normalised(only(&probabilities, &ranked[..count]))
            },
        )
        .wrong(
            "one too many",
            "You kept a token more after the sum had reached p.",
            |probabilities, p| {
                let ranked = ranked(&probabilities);
                let count = (reach(&probabilities, &ranked, p) + 1).min(ranked.len());
                normalised(only(&probabilities, &ranked[..count]))
            },
        )
        .wrong(
            "at most p",
            "You kept tokens only as long as their sum is p or less; the one that takes it beyond p belongs to them.",
            |probabilities, p| {
                let ranked = ranked(&probabilities);
                let mut sum = 0.0;
                let kept = ranked.iter().take_while(|&&token| {
                    sum += probabilities[token];
                    sum <= p
                });
                normalised(only(&probabilities, &ranked[..kept.count().max(1)]))
            },
        )
        .wrong(
            "without the one that reaches it, even the first",
            "You left the token out with which the sum reaches p, so nothing is left where the first one does; it belongs to them.",
            |probabilities, p| {
                let ranked = ranked(&probabilities);
                let mut sum = 0.0;
                let kept = ranked.iter().copied().take_while(|&token| {
                    sum += probabilities[token];
                    sum < p
                });
                let kept: Vec<usize> = kept.collect();
                normalised(only(&probabilities, &kept))
            },
        )
        .wrong(
            "all of a tie",
            "You kept every token that is as probable as the one that reaches p; of equal ones, those with the smaller numbers \
             come first.",
            |probabilities, p| {
                let ranked = ranked(&probabilities);
                let least = probabilities[ranked[reach(&probabilities, &ranked, p) - 1]];
                normalised(probabilities.into_iter().map(|x| if x >= least { x } else { 0.0 }).collect())
            },
        )
        .wrong(
            "last of a tie",
            "Of equally probable tokens you kept those with the larger numbers; the smaller ones come first.",
            |probabilities, p| reversed(probabilities, |numbers| top_p(numbers, p)),
        )
        .wrong(
            "larger than p",
            "You went on where the sum was exactly p; p is enough.",
            |probabilities, p| {
                let ranked = ranked(&probabilities);
                let mut sum = 0.0;
                let larger = ranked.iter().position(|&token| {
                    sum += probabilities[token];
                    sum > p
                });
                let count = larger.map_or(ranked.len(), |last| last + 1);
                normalised(only(&probabilities, &ranked[..count]))
            },
        )
        .wrong(
            "not divided by the sum",
            "What you kept does not add up to 1; divide it by its sum.",
            |probabilities, p| {
                let ranked = ranked(&probabilities);
                let count = reach(&probabilities, &ranked, p);
                only(&probabilities, &ranked[..count])
            },
        )
        .wrong(
            "divided by p",
            "You divided what you kept by p; its sum is p or more, so divide by the sum.",
            |probabilities, p| {
                let ranked = ranked(&probabilities);
                let count = reach(&probabilities, &ranked, p);
                only(&probabilities, &ranked[..count]).into_iter().map(|x| x / p).collect()
            },
        )
        .wrong(
            "sorted",
            "Your probabilities stand in order of size, so their tokens are lost; each stays in its place.",
            |probabilities, p| {
                let mut kept = top_p(probabilities, p);
                kept.sort_by(|a, b| b.total_cmp(a));
                kept
            },
        )
        .wrong(
            "not sorted",
            "You took the tokens in the order of the list; take the most probable one first.",
            |probabilities, p| {
                let tokens: Vec<usize> = (0..probabilities.len()).collect();
                let count = reach(&probabilities, &tokens, p);
                normalised(only(&probabilities, &tokens[..count]))
            },
        )
        .wrong(
            "least probable first",
            "You took the least probable tokens first; sort from the largest probability to the smallest.",
            |probabilities, p| {
                let ranked = upward(&probabilities);
                let count = reach(&probabilities, &ranked, p);
                normalised(only(&probabilities, &ranked[..count]))
            },
        )
        .wrong(
            "probable by themselves",
            "You kept the tokens whose own probability is p or more; it is their sum that has to reach p.",
            |probabilities, p| {
                let ranked = ranked(&probabilities);
                let own = ranked.iter().take_while(|&&token| probabilities[token] >= p);
                normalised(only(&probabilities, &ranked[..own.count()]))
            },
        )
        .and("draw", function(draw))
        .inputs(["probabilities", "u"])
        .parts([("token", exact())])
        .case("the example of the lesson", |_| (vec![0.15, 0.5, 0.1, 0.25], 0.7))
        .case("u = 0", |_| (vec![0.25, 0.75], 0.0))
        .case("u = 0, and a first token of probability 0", |_| (vec![0.0, 0.25, 0.75], 0.0))
        .case("u is exactly a sum", |_| (vec![0.25, 0.25, 0.5], 0.5))
        .case("u is exactly a sum before a token of probability 0", |_| (vec![0.5, 0.0, 0.5], 0.5))
        .case("one token", |_| (vec![1.0], 0.3))
        .case("tokens of probability 0", |_| (vec![0.0, 0.0, 1.0, 0.0], 0.9))
        .case("a sum that rounding leaves below u", |_| (alike(41), 1.0_f32.next_down()))
        .case("such a sum, and a token of twice the probability", |_| {
            let mut two = alike(41);
            let second = two.remove(1);
            two[1] += second;
            (two, 1.0_f32.next_down())
        })
        .cases(20, |g, i| {
            let probabilities = probabilities(g, 2 + i % 8);
            let u = drawing(g, &probabilities);
            (probabilities, u)
        })
        .wrong(
            "at least u",
            "You stop where the sum is u or more; it has to be larger than u, or u = 0 draws a token of probability 0.",
            |probabilities, u| {
                let mut sum = 0.0;
                let found = probabilities.iter().position(|x| {
                    sum += x;
                    sum >= u
                });
                found.unwrap_or(last(&probabilities))
            },
        )
        .wrong(
            "one before",
            "You return the token before the one at which the sum is larger than u.",
            |probabilities, u| draw(probabilities, u).saturating_sub(1),
        )
        .wrong(
            "one behind",
            "You return the token after the one at which the sum is larger than u.",
            |probabilities, u| {
                let mut sum = 0.0;
                let found = probabilities.iter().position(|x| {
                    let is_larger = sum > u;
                    sum += x;
                    is_larger
                });
                found.unwrap_or(last(&probabilities))
            },
        )
        .wrong(
            "the last of the list",
            "Where rounding leaves the sum below u, you draw the last token of the list, which may have probability 0; draw the \
             last one that has any.",
            |probabilities, u| {
                let found = drawn(&probabilities, u, 0..probabilities.len());
                found.unwrap_or(probabilities.len() - 1)
            },
        )
        .wrong(
            "behind the list",
            "Where rounding leaves the sum below u, you return the number of tokens, and no token has it; draw the last one that \
             has any probability.",
            |probabilities, u| {
                let found = drawn(&probabilities, u, 0..probabilities.len());
                found.unwrap_or(probabilities.len())
            },
        )
        .wrong(
            "token 0 at the end",
            "Where rounding leaves the sum below u, you draw token 0; draw the last one that has any probability.",
            |probabilities, u| drawn(&probabilities, u, 0..probabilities.len()).unwrap_or(0),
        )
        .wrong(
            "the most probable at the end",
            "Where rounding leaves the sum below u, you draw the most probable token; draw the last one that has any probability.",
            |probabilities, u| {
                let found = drawn(&probabilities, u, 0..probabilities.len());
                found.unwrap_or(ranked(&probabilities)[0])
            },
        )
        .wrong(
            "from the most probable",
            "You added the probabilities up from the most probable token on; begin with token 0.",
            |probabilities, u| {
                let found = drawn(&probabilities, u, ranked(&probabilities).into_iter());
                found.unwrap_or(last(&probabilities))
            },
        )
        .wrong(
            "from the last",
            "You added the probabilities up from the last token to the first; begin with token 0.",
            |probabilities, u| {
                let found = drawn(&probabilities, u, (0..probabilities.len()).rev());
                found.unwrap_or(last(&probabilities))
            },
        )
        .wrong(
            "the most probable",
            "You take the most probable token, whatever u is.",
            |probabilities, _| ranked(&probabilities)[0],
        )
        .wrong(
            "without the sum",
            "You compare each probability by itself with u; add them up.",
            |probabilities, u| {
                let found = probabilities.iter().position(|&x| x > u);
                found.unwrap_or(last(&probabilities))
            },
        )
        .wrong(
            "sorted",
            "You added the probabilities up from the largest to the smallest and returned the place among those; begin with \
             token 0.",
            |mut probabilities, u| {
                probabilities.sort_by(|a, b| b.total_cmp(a));
                draw(probabilities, u)
            },
        )
        .wrong(
            "all alike",
            "You draw each token as often as the others; u has to fall within its probability.",
            |probabilities, u| (u * probabilities.len() as f32) as usize,
        )
        .run()
}

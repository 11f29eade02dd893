//! Graphs as text, for the way between programs and for people.

use super::{Graph, Op};

/// The name of the number at a place: `a`, `b`, ..., `z`, `a1`, `b1`, ...
fn name(place: usize) -> String {
    // The remainder is below 26.
    let letter = char::from(b'a' + (place % 26) as u8);
    match place / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{round}"),
    }
}

fn place(name: &str) -> Option<usize> {
    let letter = name.chars().next().filter(char::is_ascii_lowercase)?;
    let round = match &name[1..] {
        "" => 0,
        round => round.parse().ok()?,
    };
    let letter = letter as usize - 'a' as usize;
    usize::checked_mul(round, 26)?.checked_add(letter)
}

/// One number of a graph with what was done for it: `c = a * b`.
pub fn line(graph: &Graph, place: usize) -> String {
    let (of, value) = (name(place), graph.values[place]);
    match graph.ops[place] {
        Op::Input => format!("{of} = {value}"),
        Op::Constant => format!("{of} = constant {value}"),
        Op::Add(a, b) => format!("{of} = {} + {}", name(a), name(b)),
        Op::Mul(a, b) => format!("{of} = {} * {}", name(a), name(b)),
        Op::Tanh(a) => format!("{of} = tanh {}", name(a)),
    }
}

/// Reads what [`line`] wrote of every number, `, ` between two of them. `None` where it is something else.
pub fn read(text: &str) -> Option<Graph> {
    let mut graph = Graph::default();
    for line in text.split(", ").filter(|line| !line.is_empty()) {
        let (_, done) = line.split_once(" = ")?;
        let words: Vec<&str> = done.split(' ').collect();
        let earlier = |name: &str| place(name).filter(|&place| place < graph.ops.len());
        match words[..] {
            [value] => graph.input(value.parse().ok()?),
            ["constant", value] => graph.constant(value.parse().ok()?),
            ["tanh", a] => {
                let a = earlier(a)?;
                graph.tanh(a)
            }
            [a, "+", b] => {
                let (a, b) = (earlier(a)?, earlier(b)?);
                graph.add(a, b)
            }
            [a, "*", b] => {
                let (a, b) = (earlier(a)?, earlier(b)?);
                graph.mul(a, b)
            }
            _ => return None,
        };
    }
    Some(graph)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_graph_is_read_as_it_was_written() {
        let mut graph = Graph::default();
        let (a, b) = (graph.input(0.1), graph.constant(-3e-20));
        let mut last = graph.mul(a, b);
        for _ in 0..60 {
            let sum = graph.add(last, a);
            last = graph.tanh(sum);
        }
        let text = graph.to_string();
        let start =
            "a = 0.1, b = constant -0.00000000000000000003, c = a * b, d = c + a, e = tanh d";
        assert!(text.starts_with(start), "{text}");
        assert_eq!(read(&text), Some(graph));
    }

    #[test]
    fn what_is_no_graph_is_refused() {
        for text in [
            "a",
            "a = b",
            "a = a + a",
            "a = 1, b = a * c",
            "a = tanh é",
            "a = tanh",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(""), Some(Graph::default()));
    }
}

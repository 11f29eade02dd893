//! Graphs of single numbers: what a tape keeps of a calculation.

mod text;

use std::fmt;

use gradlings::prelude::*;
use gradlings::values::{Wire, misfit};

/// Where a number of a [`Graph`] comes from. The places count from 0, and what an operation uses stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// It was given, and may be changed: a weight, for one.
    Input,
    /// It was given, and never changes.
    Constant,
    /// The sum of the numbers at two places.
    Add(usize, usize),
    /// The product of the numbers at two places.
    Mul(usize, usize),
    /// The hyperbolic tangent of the number at a place.
    Tanh(usize),
}

/// Numbers, each with where it comes from. The last one is the result.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Graph {
    /// What was done, in the order in which it was done.
    pub ops: Vec<Op>,
    /// What came out, one number per operation.
    pub values: Vec<f32>,
}

impl Graph {
    /// Records an input, and gives its place.
    pub fn input(&mut self, value: f32) -> usize {
        self.record(Op::Input, value)
    }

    /// Records a constant, and gives its place.
    pub fn constant(&mut self, value: f32) -> usize {
        self.record(Op::Constant, value)
    }

    /// Records the sum of the numbers at two places.
    ///
    /// # Panics
    ///
    /// If there is no number at one of them, as for the other operations.
    pub fn add(&mut self, a: usize, b: usize) -> usize {
        self.record(Op::Add(a, b), self.values[a] + self.values[b])
    }

    /// Records the product of the numbers at two places.
    pub fn mul(&mut self, a: usize, b: usize) -> usize {
        self.record(Op::Mul(a, b), self.values[a] * self.values[b])
    }

    /// Records the hyperbolic tangent of the number at a place.
    pub fn tanh(&mut self, a: usize) -> usize {
        self.record(Op::Tanh(a), self.values[a].tanh())
    }

    fn record(&mut self, op: Op, value: f32) -> usize {
        self.ops.push(op);
        self.values.push(value);
        self.ops.len() - 1
    }

    /// The numbers up to this one, which becomes the result.
    pub fn up_to(&self, place: usize) -> Graph {
        Graph {
            ops: self.ops[..=place].to_vec(),
            values: self.values[..=place].to_vec(),
        }
    }
}

/// As in `a = 2, b = constant 3, c = a * b, d = tanh c`.
impl fmt::Display for Graph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in 0..self.ops.len() {
            let separator = if place == 0 { "" } else { ", " };
            write!(f, "{separator}{}", text::line(self, place))?;
        }
        Ok(())
    }
}

impl Wire for Graph {
    fn into_value(self) -> Value {
        Value::Text(self.to_string())
    }
    fn from_value(value: Value) -> Result<Self, String> {
        match &value {
            Value::Text(text) => match text::read(text) {
                Some(graph) => Ok(graph),
                None => misfit("a graph", &value),
            },
            other => misfit("a graph", other),
        }
    }
}

/// Draws the graph of a unit with two weights, number by number: the gradients of each with respect to all before it, as
/// bars with what was done, and as a table that fills row by row.
///
/// `backward` gets a graph, and returns the gradient of its last number with respect to each.
///
/// ```
/// use course::graph;
///
/// graph::draw(|graph| vec![0.0; graph.ops.len()]);
/// ```
pub fn draw(backward: impl Fn(Graph) -> Vec<f32>) {
    let mut unit = Graph::default();
    let (x, w) = (unit.input(1.5), unit.input(-0.8));
    let product = unit.mul(x, w);
    let bias = unit.input(0.7);
    let sum = unit.add(product, bias);
    let output = unit.tanh(sum);
    let square = unit.mul(output, output);
    unit.add(square, w);

    let count = unit.ops.len();
    let mut table = vec![vec![0.0; count]; count];
    for place in 0..count {
        let part = unit.up_to(place);
        let gradients = backward(part.clone());
        let lines: Vec<String> = (0..=place).map(|at| text::line(&part, at)).collect();
        let lines = lines.iter().map(String::as_str);
        let bars: Vec<(&str, f32)> = lines.zip(gradients.iter().copied()).collect();
        report::bars("gradients of the last number, by each", place, &bars);
        for (cell, gradient) in table[place].iter_mut().zip(gradients) {
            *cell = gradient;
        }
        report::heat_map("row: a number, column: by which", place, &table);
    }
}

//! A value as a sequence, whatever it consists of.

use std::hash::Hash;

use super::fault::Unit;
use crate::runner::judge::naming::cut;
use crate::wire::{Array, Value};

/// A value as a sequence of elements that can be counted and compared, without a copy of more than the letters of a text.
pub enum Sequence<'a> {
    Letters(Vec<char>),
    Texts(&'a [String]),
    Integers(&'a [i64]),
    Bytes(&'a [u8]),
    Flags(&'a [bool]),
    Rows(Vec<&'a [i64]>),
}

impl Sequence<'_> {
    pub fn of(value: &Value) -> Option<Sequence<'_>> {
        Some(match value {
            Value::Text(text) => Sequence::Letters(text.chars().collect()),
            Value::Texts(texts) => Sequence::Texts(texts),
            Value::Integers(array) if array.shape().len() == 1 => Sequence::Integers(array.data()),
            Value::Bytes(array) if array.shape().len() == 1 => Sequence::Bytes(array.data()),
            Value::Flags(flags) => Sequence::Flags(flags),
            Value::IntegerRows(rows) => Sequence::Rows(rows.iter().map(Array::data).collect()),
            _ => return None,
        })
    }

    pub fn unit(&self) -> Unit {
        match self {
            Sequence::Letters(_) => Unit::Character,
            Sequence::Texts(_) => Unit::Text,
            Sequence::Integers(_) | Sequence::Bytes(_) | Sequence::Flags(_) => Unit::Number,
            Sequence::Rows(_) => Unit::Row,
        }
    }
}

/// An element as it is shown.
pub trait Shown {
    fn shown(&self) -> String;
}

impl Shown for char {
    fn shown(&self) -> String {
        format!("{self:?}")
    }
}

impl Shown for String {
    fn shown(&self) -> String {
        format!("{:?}", cut(self, 60))
    }
}

impl Shown for i64 {
    fn shown(&self) -> String {
        self.to_string()
    }
}

impl Shown for u8 {
    fn shown(&self) -> String {
        self.to_string()
    }
}

impl Shown for bool {
    fn shown(&self) -> String {
        self.to_string()
    }
}

impl Shown for &[i64] {
    fn shown(&self) -> String {
        cut(&format!("{:?}", &self[..self.len().min(20)]), 60)
    }
}

/// What is done with two sequences of one sort, whatever they consist of.
pub trait WithBoth {
    type Result;
    fn run<T: Shown + Ord + Hash>(self, yours: &[T], expected: &[T]) -> Self::Result;
}

pub fn with_both<W: WithBoth>(yours: &Value, expected: &Value, work: W) -> Option<W::Result> {
    Some(match (Sequence::of(yours)?, Sequence::of(expected)?) {
        (Sequence::Letters(yours), Sequence::Letters(expected)) => work.run(&yours, &expected),
        (Sequence::Texts(yours), Sequence::Texts(expected)) => work.run(yours, expected),
        (Sequence::Integers(yours), Sequence::Integers(expected)) => work.run(yours, expected),
        (Sequence::Bytes(yours), Sequence::Bytes(expected)) => work.run(yours, expected),
        (Sequence::Flags(yours), Sequence::Flags(expected)) => work.run(yours, expected),
        (Sequence::Rows(yours), Sequence::Rows(expected)) => work.run(&yours, &expected),
        _ => return None,
    })
}

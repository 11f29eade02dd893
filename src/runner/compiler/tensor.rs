//! dfdx's tensor type: its shape, its numbers, its device, its tape.

use super::types::Type;

/// A tensor type, taken apart.
#[derive(Clone, Copy, Debug)]
pub struct Tensor<'t> {
    /// `(usize, Const<10>)`.
    pub shape: &'t Type,
    /// `f32`.
    pub element: &'t Type,
    /// `Cpu`.
    pub device: &'t Type,
    /// `OwnedTape<f32, Cpu>`, a type parameter, or `None` for `NoneTape`, which rustc leaves out.
    pub tape: Option<&'t Type>,
}

impl<'t> Tensor<'t> {
    /// The parts of a tensor type.
    pub fn of(found: &'t Type) -> Option<Self> {
        let (shape, element, device, tape) = match found.arguments_of("Tensor")? {
            [shape, element, device] => (shape, element, device, None),
            [shape, element, device, tape] => (shape, element, device, Some(tape)),
            _ => return None,
        };
        let tape = tape.filter(|tape| !tape.is("NoneTape"));
        Some(Self {
            shape,
            element,
            device,
            tape,
        })
    }

    /// The lengths, one for each axis.
    pub fn lengths(&self) -> Option<&'t [Type]> {
        match self.shape {
            Type::Tuple(lengths) => Some(lengths),
            _ => None,
        }
    }

    /// How many axes it has.
    pub fn rank(&self) -> Option<usize> {
        Some(self.lengths()?.len())
    }

    /// Whether it certainly carries a tape.
    pub fn recorded(&self) -> bool {
        self.tape
            .is_some_and(|tape| !matches!(tape, Type::Unknown | Type::Shortened))
    }

    /// Whether it certainly carries none.
    pub fn unrecorded(&self) -> bool {
        self.tape.is_none()
    }
}

/// A length that stands in the type.
pub fn constant(length: &Type) -> Option<usize> {
    match length.arguments_of("Const")? {
        [number] => number.number(),
        _ => None,
    }
}

/// Whether two lengths are certainly different.
pub fn differ(one: &Type, other: &Type) -> bool {
    match (constant(one), constant(other)) {
        (Some(one), Some(other)) => one != other,
        (Some(_), None) => other.is("usize"),
        (None, Some(_)) => one.is("usize"),
        (None, None) => false,
    }
}

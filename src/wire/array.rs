//! A shape and its elements, row-major.

use serde::{Deserialize, Serialize};

/// A dense array: `data` in row-major order, `shape.iter().product() == data.len()`.
///
/// The invariant is checked when an array arrives over the wire, so a program cannot claim a shape it did not send.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Packed", into = "Packed")]
pub struct Array<T: Element> {
    shape: Vec<usize>,
    data: Vec<T>,
}

/// No array has more axes than this: dfdx stops at six, and a shape has to fit a sentence.
pub const MAX_RANK: usize = 8;

impl<T: Element> Default for Array<T> {
    /// A vector of no elements.
    fn default() -> Self {
        Self::vector(Vec::new())
    }
}

impl<T: Element> Array<T> {
    /// An array of `shape`, or `None` where `data` has another number of elements or `shape` more than [`MAX_RANK`]
    /// axes.
    pub fn new(shape: Vec<usize>, data: Vec<T>) -> Option<Self> {
        (element_count(&shape)? == data.len()).then_some(Self { shape, data })
    }

    /// An array of rank 0.
    pub fn scalar(value: T) -> Self {
        Self {
            shape: Vec::new(),
            data: vec![value],
        }
    }

    /// An array of rank 1.
    pub fn vector(data: Vec<T>) -> Self {
        Self {
            shape: vec![data.len()],
            data,
        }
    }

    /// The length of each axis.
    pub fn shape(&self) -> &[usize] {
        &self.shape
    }

    /// The elements in row-major order.
    pub fn data(&self) -> &[T] {
        &self.data
    }

    /// A bound of the bytes that the array takes on the wire.
    pub fn byte_count(&self) -> usize {
        /// No length takes more.
        const LENGTH: usize = 10;
        self.data.len() * T::SIZE + LENGTH * (self.shape.len() + 2)
    }

    /// The elements in row-major order, without a copy.
    pub fn into_data(self) -> Vec<T> {
        self.data
    }

    /// The position of element `flat` on each axis: `5` in shape `[2, 4]` is `[1, 1]`.
    pub fn position(&self, flat: usize) -> Vec<usize> {
        let mut rest = flat;
        let mut position = vec![0; self.shape.len()];
        for (at, &length) in position.iter_mut().zip(&self.shape).rev() {
            *at = rest % length.max(1);
            rest /= length.max(1);
        }
        position
    }
}

/// `None` where there are too many axes, or their product does not fit a `usize`.
///
/// An axis of length zero does not excuse the others: the product of any of them can be taken without a second thought.
fn element_count(shape: &[usize]) -> Option<usize> {
    if shape.len() > MAX_RANK {
        return None;
    }
    shape
        .iter()
        .try_fold(1usize, |count, &axis| count.checked_mul(axis.max(1)))?;
    Some(shape.iter().product())
}

/// What an [`Array`] can hold: numbers with a fixed little-endian form.
pub trait Element: Copy + Default + PartialEq + std::fmt::Debug {
    /// Bytes per element.
    const SIZE: usize;
    /// Appends the little-endian form.
    fn write(self, bytes: &mut Vec<u8>);
    /// Reads the little-endian form from exactly [`Self::SIZE`] bytes.
    fn read(bytes: &[u8]) -> Self;
}

macro_rules! element {
    ($type:ty) => {
        impl Element for $type {
            const SIZE: usize = size_of::<$type>();
            fn write(self, bytes: &mut Vec<u8>) {
                bytes.extend_from_slice(&self.to_le_bytes());
            }
            fn read(bytes: &[u8]) -> Self {
                let mut fixed = [0; size_of::<$type>()];
                fixed.copy_from_slice(bytes);
                <$type>::from_le_bytes(fixed)
            }
        }
    };
}

element!(f32);
element!(f64);
element!(i64);
element!(u8);

/// The wire form: one length and one block of bytes, which postcard copies whole instead of element by element.
#[derive(Serialize, Deserialize)]
struct Packed {
    shape: Vec<usize>,
    #[serde(with = "serde_bytes")]
    bytes: Vec<u8>,
}

impl<T: Element> From<Array<T>> for Packed {
    fn from(array: Array<T>) -> Self {
        let mut bytes = Vec::with_capacity(array.data.len() * T::SIZE);
        for value in array.data {
            value.write(&mut bytes);
        }
        Self {
            shape: array.shape,
            bytes,
        }
    }
}

impl<T: Element> TryFrom<Packed> for Array<T> {
    type Error = String;

    fn try_from(packed: Packed) -> Result<Self, String> {
        let expected = element_count(&packed.shape).and_then(|count| count.checked_mul(T::SIZE));
        if expected != Some(packed.bytes.len()) {
            // The shape is the sender's: what is repeated of it has to be short.
            let axes = packed.shape.len();
            return Err(format!(
                "an array of {axes} axes, {:?} first, came with {} bytes",
                &packed.shape[..axes.min(MAX_RANK)],
                packed.bytes.len()
            ));
        }
        Ok(Self {
            shape: packed.shape,
            data: packed.bytes.chunks_exact(T::SIZE).map(T::read).collect(),
        })
    }
}

//! IDX, the format of the original MNIST files.
//!
//! Big-endian: two zero bytes, a byte for the type of the numbers (8 is `u8`, the only one here), a byte for the number
//! of dimensions, a `u32` for the size of each dimension, then the numbers, last dimension fastest.

use std::io::Read;

use flate2::read::GzDecoder;

use super::DataError;

/// An array of bytes with any number of dimensions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idx {
    /// The size of each dimension, outermost first.
    pub sizes: Vec<usize>,
    /// The numbers, last dimension fastest: as many as the product of `sizes`.
    pub values: Vec<u8>,
}

impl Idx {
    /// Reads an IDX file.
    ///
    /// # Errors
    ///
    /// If it is not IDX, holds something other than unsigned bytes, or has too few or too many of them.
    pub fn parse(bytes: &[u8]) -> Result<Self, DataError> {
        let (header, rest) = bytes.split_first_chunk::<4>().ok_or_else(|| {
            DataError::new(format!(
                "An IDX file starts with 4 bytes of header, but this has {} in all.",
                bytes.len()
            ))
        })?;
        let [0, 0, kind, dimensions] = *header else {
            return Err(DataError::new(
                "An IDX file starts with two zero bytes, and this one does not: is it still compressed?",
            ));
        };
        if kind != 8 {
            return Err(DataError::new(format!(
                "This IDX file holds numbers of type {kind:#04x}; only unsigned bytes (0x08) are read here."
            )));
        }
        let dimensions = usize::from(dimensions);
        let (sizes, values) = rest.split_at_checked(4 * dimensions).ok_or_else(|| {
            DataError::new(format!("The header announces {dimensions} dimensions, but the file ends before their sizes do."))
        })?;
        let sizes: Vec<usize> = sizes
            .as_chunks::<4>()
            .0
            .iter()
            .map(|&size| u32::from_be_bytes(size) as usize)
            .collect();
        let expected = sizes
            .iter()
            .try_fold(1usize, |product, &size| product.checked_mul(size));
        match expected {
            Some(expected) if expected == values.len() => Ok(Self {
                sizes,
                values: values.to_vec(),
            }),
            _ => {
                let sizes: Vec<String> = sizes.iter().map(ToString::to_string).collect();
                Err(DataError::new(format!(
                    "The header announces {} bytes, but the file holds {}.",
                    sizes.join(" x "),
                    values.len()
                )))
            }
        }
    }

    /// Reads a gzipped IDX file.
    ///
    /// # Errors
    ///
    /// As [`parse`](Self::parse), or if the compressed file is damaged.
    pub fn from_gz(bytes: &[u8]) -> Result<Self, DataError> {
        let mut plain = Vec::new();
        GzDecoder::new(bytes)
            .read_to_end(&mut plain)
            .map_err(|error| {
                DataError::new(format!("The gzip file cannot be unpacked: {error}."))
            })?;
        Self::parse(&plain)
    }
}

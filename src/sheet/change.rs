//! Values with something changed about them: rows in another order, axes exchanged, numbers moved.

use crate::wire::{Array, Element, Value};

/// How many rows a value has: the length of its first axis, or the number of its arrays. A single number has none.
pub fn row_count(value: &Value) -> Option<usize> {
    match value {
        Value::Numbers(array) => array.shape().first().copied(),
        Value::Doubles(array) => array.shape().first().copied(),
        Value::Integers(array) => array.shape().first().copied(),
        Value::Bytes(array) => array.shape().first().copied(),
        Value::Arrays(arrays) => Some(arrays.len()),
        Value::DoubleRows(rows) => Some(rows.len()),
        Value::IntegerRows(rows) => Some(rows.len()),
        Value::Flags(flags) => Some(flags.len()),
        Value::Texts(texts) => Some(texts.len()),
        Value::Flag(_) | Value::Text(_) | Value::Nothing | Value::Error(_) => None,
    }
}

/// The value whose row `n` is row `rows[n]` of this one. Nothing where there is no such row.
pub fn with_rows(value: &Value, rows: &[usize]) -> Option<Value> {
    Some(match value {
        Value::Numbers(array) => Value::Numbers(array_with_rows(array, rows)?),
        Value::Doubles(array) => Value::Doubles(array_with_rows(array, rows)?),
        Value::Integers(array) => Value::Integers(array_with_rows(array, rows)?),
        Value::Bytes(array) => Value::Bytes(array_with_rows(array, rows)?),
        Value::Arrays(arrays) => Value::Arrays(picked(arrays, rows)?),
        Value::DoubleRows(arrays) => Value::DoubleRows(picked(arrays, rows)?),
        Value::IntegerRows(arrays) => Value::IntegerRows(picked(arrays, rows)?),
        Value::Flags(flags) => Value::Flags(picked(flags, rows)?),
        Value::Texts(texts) => Value::Texts(picked(texts, rows)?),
        Value::Flag(_) | Value::Text(_) | Value::Nothing | Value::Error(_) => return None,
    })
}

fn picked<T: Clone>(all: &[T], rows: &[usize]) -> Option<Vec<T>> {
    rows.iter().map(|&row| all.get(row).cloned()).collect()
}

fn array_with_rows<T: Element>(array: &Array<T>, rows: &[usize]) -> Option<Array<T>> {
    let mut shape = array.shape().to_vec();
    *shape.first_mut()? = rows.len();
    // No axis of an array overflows together with the others, see `wire::Array`.
    let width = shape[1..].iter().product::<usize>();
    let mut data = Vec::with_capacity(rows.len() * width);
    for &row in rows {
        data.extend_from_slice(array.data().get(row * width..(row + 1) * width)?);
    }
    Array::new(shape, data)
}

/// The array whose axis `n` is axis `axes[n]` of this one. Nothing where `axes` is no permutation of its axes.
pub fn with_axes<T: Copy>(
    shape: &[usize],
    data: &[T],
    axes: &[usize],
) -> Option<(Vec<usize>, Vec<T>)> {
    let mut sorted = axes.to_vec();
    sorted.sort_unstable();
    if !sorted.iter().copied().eq(0..shape.len()) || shape.iter().product::<usize>() != data.len() {
        return None;
    }
    let mut strides = vec![1; shape.len()];
    for axis in (1..shape.len()).rev() {
        strides[axis - 1] = strides[axis] * shape[axis];
    }
    let new_shape: Vec<usize> = axes.iter().map(|&axis| shape[axis]).collect();
    let mut new_data = Vec::with_capacity(data.len());
    for flat in 0..data.len() {
        let mut rest = flat;
        let mut from = 0;
        for (&length, &axis) in new_shape.iter().zip(axes).rev() {
            from += rest % length * strides[axis];
            rest /= length;
        }
        new_data.push(data[from]);
    }
    Some((new_shape, new_data))
}

/// A value of numbers with its axes in another order. Rows of one length count as a matrix.
pub fn transposed(value: &Value, axes: &[usize]) -> Option<Value> {
    match value {
        Value::Numbers(array) => turned(array, axes).map(Value::Numbers),
        Value::Doubles(array) => turned(array, axes).map(Value::Doubles),
        Value::Arrays(arrays) => turned_rows(arrays, axes).map(Value::Arrays),
        Value::DoubleRows(rows) => turned_rows(rows, axes).map(Value::DoubleRows),
        _ => None,
    }
}

fn turned<T: Element>(array: &Array<T>, axes: &[usize]) -> Option<Array<T>> {
    let (shape, data) = with_axes(array.shape(), array.data(), axes)?;
    Array::new(shape, data)
}

fn turned_rows<T: Element>(rows: &[Array<T>], axes: &[usize]) -> Option<Vec<Array<T>>> {
    let width = rows.first()?.shape();
    if width.len() != 1 || rows.iter().any(|row| row.shape() != width) {
        return None;
    }
    let data: Vec<T> = rows.iter().flat_map(Array::data).copied().collect();
    let (shape, data) = with_axes(&[rows.len(), width[0]], &data, axes)?;
    let rows = data.chunks(shape[1].max(1));
    Some(rows.map(|row| Array::vector(row.to_vec())).collect())
}

/// Every number of a value put through `change`, which gets its place too. Nothing where there are no numbers.
pub fn each_number(value: &Value, mut change: impl FnMut(usize, f64) -> f64) -> Option<Value> {
    let mut place = 0;
    let mut next = |x: f64| {
        place += 1;
        change(place - 1, x)
    };
    let mut single = |array: &Array<f32>| {
        let data = array.data().iter().map(|&x| next(f64::from(x)) as f32);
        Array::new(array.shape().to_vec(), data.collect())
    };
    match value {
        Value::Numbers(array) => single(array).map(Value::Numbers),
        Value::Arrays(arrays) => {
            let arrays = arrays.iter().map(single).collect::<Option<_>>();
            arrays.map(Value::Arrays)
        }
        Value::Doubles(array) => double(array, &mut next).map(Value::Doubles),
        Value::DoubleRows(rows) => {
            let rows = rows.iter().map(|row| double(row, &mut next));
            rows.collect::<Option<_>>().map(Value::DoubleRows)
        }
        _ => None,
    }
}

fn double(array: &Array<f64>, change: &mut impl FnMut(f64) -> f64) -> Option<Array<f64>> {
    let data = array.data().iter().map(|&x| change(x)).collect();
    Array::new(array.shape().to_vec(), data)
}

/// The rank of a value of numbers; rows of one length are a matrix.
pub fn rank(value: &Value) -> usize {
    match value {
        Value::Numbers(array) => array.shape().len(),
        Value::Doubles(array) => array.shape().len(),
        Value::Arrays(_) | Value::DoubleRows(_) => 2,
        _ => 0,
    }
}

/// Whether two values are of one sort and shape.
pub fn same_form(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Numbers(one), Value::Numbers(other)) => one.shape() == other.shape(),
        (Value::Doubles(one), Value::Doubles(other)) => one.shape() == other.shape(),
        (Value::Integers(one), Value::Integers(other)) => one.shape() == other.shape(),
        (Value::Bytes(one), Value::Bytes(other)) => one.shape() == other.shape(),
        (Value::Arrays(one), Value::Arrays(other)) => shapes(one) == shapes(other),
        (Value::DoubleRows(one), Value::DoubleRows(other)) => shapes(one) == shapes(other),
        (Value::IntegerRows(one), Value::IntegerRows(other)) => shapes(one) == shapes(other),
        (Value::Flags(one), Value::Flags(other)) => one.len() == other.len(),
        (Value::Texts(one), Value::Texts(other)) => one.len() == other.len(),
        (Value::Flag(_), Value::Flag(_)) | (Value::Text(_), Value::Text(_)) => true,
        (Value::Nothing, Value::Nothing) | (Value::Error(_), Value::Error(_)) => true,
        _ => false,
    }
}

fn shapes<T: Element>(arrays: &[Array<T>]) -> Vec<&[usize]> {
    arrays.iter().map(Array::shape).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_of_any_rank_change_places() {
        let shape = [2, 3, 4];
        let data: Vec<usize> = (0..24).collect();
        let (turned_shape, turned) = with_axes(&shape, &data, &[2, 0, 1]).expect("a permutation");
        assert_eq!(turned_shape, [4, 2, 3]);
        for (i, j, k) in [(0, 0, 0), (1, 2, 3), (0, 1, 2), (1, 0, 3)] {
            assert_eq!(turned[k * 6 + i * 3 + j], data[i * 12 + j * 4 + k]);
        }
        assert_eq!(with_axes(&shape, &data, &[0, 0, 1]), None);
        assert_eq!(with_axes(&shape, &data, &[0, 1]), None);
        let empty: [usize; 0] = [];
        assert_eq!(
            with_axes(&[0, 3], &empty, &[1, 0]),
            Some((vec![3, 0], vec![]))
        );
    }

    #[test]
    fn rows_are_taken_in_the_order_asked_for() {
        let matrix = Array::new(vec![3, 2], vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0]).map(Value::Numbers);
        let picked = with_rows(&matrix.expect("it fits"), &[2, 0]);
        let wanted = Array::new(vec![2, 2], vec![5.0, 6.0, 1.0, 2.0]).map(Value::Numbers);
        assert_eq!(picked, wanted);
        assert_eq!(
            with_rows(&Value::Numbers(Array::vector(vec![1.0])), &[1]),
            None
        );
        assert_eq!(with_rows(&Value::Numbers(Array::scalar(1.0)), &[0]), None);
    }
}

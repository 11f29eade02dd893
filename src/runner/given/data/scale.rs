//! Brings a picture to the one small size that all of them get.

use crate::wire::Image;

/// The height and the width of every picture that is handed over.
pub(super) const SIDE: usize = 28;

/// How bright the picture is in each of `SIDE` x `SIDE` fields of equal size, from 0 to 255, row by row: the mean of what lies
/// in the field, or of a picture that is smaller, the pixel there. What is not square is stretched.
pub(super) fn small(image: &Image) -> Vec<u8> {
    let (height, width) = (image.height(), image.width());
    let mut fields = Vec::with_capacity(SIDE * SIDE);
    for row in 0..SIDE {
        for column in 0..SIDE {
            let (rows, columns) = (field(row, height), field(column, width));
            let (mut sum, mut count) = (0, 0);
            for y in rows {
                for x in columns.clone() {
                    sum += bright(image, y * width + x);
                    count += 1;
                }
            }
            // No more than 255, as each of them is.
            fields.push(((sum + count / 2) / count.max(1)) as u8);
        }
    }
    fields
}

/// The places that lie in a field, of so many: one at least, if there is any.
fn field(number: usize, of: usize) -> std::ops::Range<usize> {
    let from = number * of / SIDE;
    let to = ((number + 1) * of / SIDE).max(from + 1);
    from..to.min(of)
}

/// How bright a pixel is, from 0 to 255: 0.299 red + 0.587 green + 0.114 blue, as ITU-R BT.601 has it.
fn bright(image: &Image, pixel: usize) -> u64 {
    match image.pixels.data().get(3 * pixel..3 * pixel + 3) {
        Some(&[red, green, blue]) => {
            (299 * u64::from(red) + 587 * u64::from(green) + 114 * u64::from(blue) + 500) / 1000
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::Array;

    fn image(height: usize, width: usize, grey: impl Fn(usize, usize) -> u8) -> Image {
        let pixel = |at: usize| [grey(at / width, at % width); 3];
        let pixels = (0..height * width).flat_map(pixel).collect();
        let pixels = Array::new(vec![height, width, 3], pixels).expect("three bytes a pixel");
        Image { pixels }
    }

    #[test]
    fn a_field_is_the_mean_of_what_lies_in_it() {
        let table = [
            (
                "of its own size",
                image(SIDE, SIDE, |y, x| (y * 3 + x) as u8),
                3 * 27 + 27,
            ),
            (
                "twice as large",
                image(56, 56, |y, x| ((y % 2) * 100 + (x % 2) * 20) as u8),
                60,
            ),
            (
                "stretched",
                image(28, 280, |_, x| if x % 10 < 5 { 0 } else { 200 }),
                100,
            ),
            ("smaller", image(2, 2, |y, x| (100 * y + 10 * x) as u8), 110),
            ("one pixel", image(1, 1, |_, _| 77), 77),
            ("one row", image(1, 5000, |_, _| 9), 9),
        ];
        for (name, image, last) in table {
            let small = small(&image);
            assert_eq!(small.len(), SIDE * SIDE, "{name}");
            assert_eq!(small.last(), Some(&last), "{name}");
        }
        let empty = Image {
            pixels: Array::default(),
        };
        assert_eq!(small(&empty), [0; SIDE * SIDE]);
    }

    #[test]
    fn colours_weigh_as_they_are_seen() {
        let pixels = Array::new(vec![1, 1, 3], vec![255, 0, 0]).expect("one pixel");
        assert_eq!(small(&Image { pixels })[0], 76);
    }
}

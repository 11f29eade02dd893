//! Sixels: six pixels above each other in a letter, one colour after the other. As in the manual of DEC's VT330/340, chapter 14.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::runner::tui::pixels::raster::Raster;

/// Colours that every terminal with sixels has.
const COLOURS: usize = 255;
/// Rows of a letter.
const SIX: usize = 6;

/// Shows a picture where the cursor is. What is transparent stays as it is.
pub fn show(raster: &Raster) -> String {
    let (palette, numbers) = colours(raster);
    let (width, height) = (raster.width, raster.height);
    let mut out = format!("\x1bP0;1q\"1;1;{width};{height}");
    // Writing into a String cannot fail.
    for (number, [red, green, blue]) in palette.iter().enumerate() {
        let percent = |part: &u8| (usize::from(*part) * 100 + 127) / 255;
        let (red, green, blue) = (percent(red), percent(green), percent(blue));
        let _ = write!(out, "#{number};2;{red};{green};{blue}");
    }
    for band in numbers.chunks(width * SIX) {
        let mut used: Vec<usize> = band.iter().copied().flatten().collect();
        used.sort_unstable();
        used.dedup();
        for colour in used {
            let _ = write!(out, "#{colour}");
            let sixel = |x: usize| {
                let rows = band.chunks(width).enumerate();
                let bits = rows.map(|(row, line)| u8::from(line[x] == Some(colour)) << row);
                bits.fold(0, |all, bit| all | bit)
            };
            run_lengths(&mut out, (0..width).map(sixel));
            // Back to the left: the next colour goes over the same rows.
            out.push('$');
        }
        out.push('-');
    }
    out.push_str("\x1b\\");
    out
}

/// The sixels of a row, several that are the same as one and their number.
fn run_lengths(out: &mut String, sixels: impl Iterator<Item = u8>) {
    let mut sixels = sixels.peekable();
    while let Some(sixel) = sixels.next() {
        let mut count = 1;
        while sixels.next_if_eq(&sixel).is_some() {
            count += 1;
        }
        let letter = char::from(b'?' + sixel);
        match count {
            // Nothing more comes in this colour.
            _ if sixel == 0 && sixels.peek().is_none() => {}
            1..=3 => out.extend(std::iter::repeat_n(letter, count)),
            _ => {
                let _ = write!(out, "!{count}{letter}");
            }
        }
    }
}

/// The colours of a picture, and for each pixel the number of its own. Where there are too many, those that are alike
/// become one.
fn colours(raster: &Raster) -> (Vec<[u8; 3]>, Vec<Option<usize>>) {
    let mut shift = 0;
    loop {
        // 64 colours at most with the last of these.
        let coarse = |pixel: [u8; 3]| pixel.map(|part| part >> shift << shift);
        let mut palette = BTreeMap::new();
        for pixel in raster.pixels.iter().flatten() {
            let number = palette.len();
            palette.entry(coarse(*pixel)).or_insert(number);
        }
        if palette.len() <= COLOURS || shift == 6 {
            let numbers = raster.pixels.iter();
            let numbers = numbers.map(|pixel| palette.get(&coarse((*pixel)?)).copied());
            let numbers = numbers.collect();
            let mut colours = vec![[0; 3]; palette.len()];
            for (colour, number) in palette {
                colours[number] = colour;
            }
            return (colours, numbers);
        }
        shift += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::tui::pixels::raster::tests::four;

    #[test]
    fn the_letters_are_those_of_the_picture() {
        let raster = Raster::of(&four(), (5, 8)).expect("there is something to see");
        // White and red, four rows of each, then blue in the two rows that are left of the first six; blue in two more.
        let expected = "\x1bP0;1q\"1;1;10;8#0;2;100;100;100#1;2;100;0;0#2;2;0;0;100\
                        #0!5N$#1!5?!5N$#2!5?!5o$-#2!5?!5B$-\x1b\\";
        assert_eq!(show(&raster), expected);
    }

    #[test]
    fn more_colours_than_a_terminal_has_become_fewer() {
        let pixel = |at: usize| Some([at as u8, (at >> 8) as u8, (7 * at) as u8]);
        let raster = Raster {
            width: 100,
            height: 100,
            pixels: (0..10_000).map(pixel).collect(),
        };
        let (palette, numbers) = colours(&raster);
        assert!(palette.len() <= COLOURS && palette.len() > 20);
        let all_known = numbers.iter().flatten().all(|it| *it < palette.len());
        assert!(all_known && numbers.iter().all(Option::is_some));
    }
}

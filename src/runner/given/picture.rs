//! Decodes images.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use crate::runner::words::machine::given as words;
use crate::wire::{Array, Image};

/// The most pixels of an image: three bytes of each have to fit one message.
const MOST_PIXELS: u64 = 16 << 20;

/// Bytes that a decoder may ask for.
const MEMORY: u64 = 512 << 20;

/// The format, where the first bytes are those of an image that can be decoded.
pub(super) fn format(bytes: &[u8]) -> Option<ImageFormat> {
    let format = image::guess_format(bytes).ok()?;
    let can = matches!(
        format,
        ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::Pnm
    );
    can.then_some(format)
}

/// The pixels, the right way up, what is transparent on white.
pub(super) fn decode(name: &str, bytes: &[u8], format: ImageFormat) -> Result<Image, String> {
    let broken = |why: image::ImageError| words::broken_image(name, why);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(broken)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MOST_PIXELS {
        return Err(words::large_image(name, width, height, MOST_PIXELS >> 20));
    }
    // A camera that was held upright says so beside the pixels.
    let orientation = decoder.orientation().map_err(broken)?;
    let mut image = DynamicImage::from_decoder(decoder).map_err(broken)?;
    image.apply_orientation(orientation);
    let image = image.into_rgba8();
    let shape = vec![image.height() as usize, image.width() as usize, 3];
    let pixels = image.pixels().flat_map(|pixel| {
        let [red, green, blue, opaque] = pixel.0.map(u32::from);
        // On white, as on a page.
        [red, green, blue]
            .map(|colour| ((colour * opaque + 255 * (255 - opaque) + 127) / 255) as u8)
    });
    let pixels = Array::new(shape, pixels.collect());
    Ok(Image {
        // A pixel has three bytes, so the shape is theirs.
        pixels: pixels.unwrap_or_default(),
    })
}

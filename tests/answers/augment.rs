// right: a map over the places of the list, and `flat_map` for the copies
pub fn shift(image: Vec<f32>, width: usize, dx: i64, dy: i64) -> Vec<f32> {
    let (w, h) = (width as i64, (image.len() / width) as i64);
    (0..image.len())
        .map(|i| {
            let x = (i % width) as i64 - dx;
            let y = (i / width) as i64 - dy;
            if x < 0 || x >= w || y < 0 || y >= h {
                0.0
            } else {
                image[(y * w + x) as usize]
            }
        })
        .collect()
}

pub fn augment(
    images: Vec<Vec<f32>>,
    labels: Vec<usize>,
    width: usize,
) -> (Vec<Vec<f32>>, Vec<usize>) {
    let copies = images
        .iter()
        .flat_map(|image| {
            std::iter::once(image.clone()).chain(
                MOVES
                    .iter()
                    .map(|&(dx, dy)| shift(image.clone(), width, dx, dy)),
            )
        })
        .collect();
    let labels = labels.iter().flat_map(|&label| [label; 5]).collect();
    (copies, labels)
}

// right: each old pixel is put where it goes; a move by nothing comes first
pub fn shift(image: Vec<f32>, width: usize, dx: i64, dy: i64) -> Vec<f32> {
    let height = image.len() / width;
    let mut new = vec![0.0; image.len()];
    for (i, pixel) in image.iter().enumerate() {
        let to_x = (i % width) as i64 + dx;
        let to_y = (i / width) as i64 + dy;
        if to_x >= 0 && (to_x as usize) < width && to_y >= 0 && (to_y as usize) < height {
            new[to_y as usize * width + to_x as usize] = *pixel;
        }
    }
    new
}

pub fn augment(
    images: Vec<Vec<f32>>,
    labels: Vec<usize>,
    width: usize,
) -> (Vec<Vec<f32>>, Vec<usize>) {
    let mut all = vec![];
    let mut names = vec![];
    for i in 0..images.len() {
        for (dx, dy) in [(0, 0)].into_iter().chain(MOVES) {
            all.push(shift(images[i].clone(), width, dx, dy));
            names.push(labels[i]);
        }
    }
    (all, names)
}

// right: row by row with `get`, and a row of paper
pub fn shift(image: Vec<f32>, width: usize, dx: i64, dy: i64) -> Vec<f32> {
    let blank = vec![0.0; width];
    let rows: Vec<Vec<f32>> = image.chunks(width).map(|row| row.to_vec()).collect();
    let mut new = Vec::with_capacity(image.len());
    for y in 0..rows.len() as i64 {
        let row = usize::try_from(y - dy)
            .ok()
            .and_then(|y| rows.get(y))
            .unwrap_or(&blank);
        for x in 0..width as i64 {
            let pixel = usize::try_from(x - dx).ok().and_then(|x| row.get(x));
            new.push(pixel.copied().unwrap_or(0.0));
        }
    }
    new
}

// wrong, mistake:rows as long as columns: a row is taken to be as long as the image is high
pub fn shift(image: Vec<f32>, width: usize, dx: i64, dy: i64) -> Vec<f32> {
    let height = image.len() / width;
    let mut new = vec![0.0; image.len()];
    for y in 0..height {
        for x in 0..width {
            let (from_x, from_y) = (x as i64 - dx, y as i64 - dy);
            if (0..width as i64).contains(&from_x) && (0..height as i64).contains(&from_y) {
                new[y * height + x] = image[from_y as usize * height + from_x as usize];
            }
        }
    }
    new
}

// wrong, mistake:first column and row outside: the ranges begin with 1
pub fn shift(image: Vec<f32>, width: usize, dx: i64, dy: i64) -> Vec<f32> {
    let height = image.len() / width;
    let mut new = vec![0.0; image.len()];
    for y in 0..height {
        for x in 0..width {
            let (from_x, from_y) = (x as i64 - dx, y as i64 - dy);
            if (1..width as i64).contains(&from_x) && (1..height as i64).contains(&from_y) {
                new[y * width + x] = image[from_y as usize * width + from_x as usize];
            }
        }
    }
    new
}

// wrong, ignored: the width is taken to be 4
pub fn augment(
    images: Vec<Vec<f32>>,
    labels: Vec<usize>,
    width: usize,
) -> (Vec<Vec<f32>>, Vec<usize>) {
    let mut new_images = Vec::new();
    let mut new_labels = Vec::new();
    for (image, label) in images.into_iter().zip(labels) {
        new_images.push(image.clone());
        new_labels.push(label);
        for (dx, dy) in MOVES {
            new_images.push({
                let _ = width;
                shift(image.clone(), 4, dx, dy)
            });
            new_labels.push(label);
        }
    }
    (new_images, new_labels)
}

// wrong, mistake:first edge repeated: a place below 0 becomes 0
pub fn shift(image: Vec<f32>, width: usize, dx: i64, dy: i64) -> Vec<f32> {
    let height = image.len() / width;
    let mut new = vec![0.0; image.len()];
    for y in 0..height {
        for x in 0..width {
            let (from_x, from_y) = ((x as i64 - dx).max(0), (y as i64 - dy).max(0));
            if (0..width as i64).contains(&from_x) && (0..height as i64).contains(&from_y) {
                new[y * width + x] = image[from_y as usize * width + from_x as usize];
            }
        }
    }
    new
}

// wrong, mistake:axes exchanged: the list is read and written column by column
pub fn shift(image: Vec<f32>, width: usize, dx: i64, dy: i64) -> Vec<f32> {
    let height = image.len() / width;
    let mut new = vec![0.0; image.len()];
    for y in 0..height {
        for x in 0..width {
            let (from_x, from_y) = (x as i64 - dx, y as i64 - dy);
            if (0..width as i64).contains(&from_x) && (0..height as i64).contains(&from_y) {
                new[x * height + y] = image[from_x as usize * height + from_y as usize];
            }
        }
    }
    new
}

// right: every old pixel is carried to its new place
pub fn shift(image: Vec<f32>, width: usize, dx: i64, dy: i64) -> Vec<f32> {
    let (columns, rows) = (width as i64, (image.len() / width) as i64);
    let mut new = vec![0.0; image.len()];
    for (place, pixel) in image.into_iter().enumerate() {
        let (x, y) = (place as i64 % columns + dx, place as i64 / columns + dy);
        if x >= 0 && x < columns && y >= 0 && y < rows {
            new[(y * columns + x) as usize] = pixel;
        }
    }
    new
}

// right: rows of pixels, looked up with get
pub fn shift(image: Vec<f32>, width: usize, dx: i64, dy: i64) -> Vec<f32> {
    let rows: Vec<&[f32]> = image.chunks(width).collect();
    let at = |x: i64, y: i64| -> Option<f32> {
        let row = rows.get(usize::try_from(y).ok()?)?;
        row.get(usize::try_from(x).ok()?).copied()
    };
    let places = (0..rows.len() as i64).flat_map(|y| (0..width as i64).map(move |x| (x, y)));
    places
        .map(|(x, y)| at(x - dx, y - dy).unwrap_or(0.0))
        .collect()
}

// right: five moves, the first of which moves nothing
pub fn augment(
    images: Vec<Vec<f32>>,
    labels: Vec<usize>,
    width: usize,
) -> (Vec<Vec<f32>>, Vec<usize>) {
    let pairs = images.iter().zip(&labels);
    pairs
        .flat_map(|(image, &label)| {
            let moves = std::iter::once((0, 0)).chain(MOVES);
            moves.map(move |(dx, dy)| (shift(image.clone(), width, dx, dy), label))
        })
        .unzip()
}

// wrong, mistake:directions flipped: the other direction
pub fn shift(image: Vec<f32>, width: usize, dx: i64, dy: i64) -> Vec<f32> {
    let height = image.len() / width;
    let mut new = vec![0.0; image.len()];
    for y in 0..height {
        for x in 0..width {
            let (from_x, from_y) = (x as i64 + dx, y as i64 + dy);
            if (0..width as i64).contains(&from_x) && (0..height as i64).contains(&from_y) {
                new[y * width + x] = image[from_y as usize * width + from_x as usize];
            }
        }
    }
    new
}

// wrong, mistake:axes exchanged: dx and dy are exchanged
pub fn shift(image: Vec<f32>, width: usize, dx: i64, dy: i64) -> Vec<f32> {
    let height = image.len() / width;
    let mut new = vec![0.0; image.len()];
    for y in 0..height {
        for x in 0..width {
            let (from_x, from_y) = (x as i64 - dy, y as i64 - dx);
            if (0..width as i64).contains(&from_x) && (0..height as i64).contains(&from_y) {
                new[y * width + x] = image[from_y as usize * width + from_x as usize];
            }
        }
    }
    new
}

// wrong, mistake:wrapped around: what leaves on one side comes in on the other
pub fn shift(image: Vec<f32>, width: usize, dx: i64, dy: i64) -> Vec<f32> {
    let height = image.len() / width;
    let mut new = vec![0.0; image.len()];
    for y in 0..height {
        for x in 0..width {
            let (from_x, from_y) = (
                (x as i64 - dx).rem_euclid(width as i64),
                (y as i64 - dy).rem_euclid(height as i64),
            );
            if (0..width as i64).contains(&from_x) && (0..height as i64).contains(&from_y) {
                new[y * width + x] = image[from_y as usize * width + from_x as usize];
            }
        }
    }
    new
}

// wrong, mistake:along the list: the place in the list is shifted, so rows run into each other
pub fn shift(image: Vec<f32>, width: usize, dx: i64, dy: i64) -> Vec<f32> {
    let n = image.len() as i64;
    (0..n)
        .map(|place| place - dy * width as i64 - dx)
        .map(|from| {
            if (0..n).contains(&from) {
                image[from as usize]
            } else {
                0.0
            }
        })
        .collect()
}

// wrong, mistake:edge repeated: what comes from outside is the pixel at the edge
pub fn shift(image: Vec<f32>, width: usize, dx: i64, dy: i64) -> Vec<f32> {
    let height = image.len() / width;
    let mut new = vec![0.0; image.len()];
    for y in 0..height {
        for x in 0..width {
            let (from_x, from_y) = (
                (x as i64 - dx).clamp(0, width as i64 - 1),
                (y as i64 - dy).clamp(0, height as i64 - 1),
            );
            if (0..width as i64).contains(&from_x) && (0..height as i64).contains(&from_y) {
                new[y * width + x] = image[from_y as usize * width + from_x as usize];
            }
        }
    }
    new
}

// wrong, mistake:up for down: dy is taken to go up
pub fn shift(image: Vec<f32>, width: usize, dx: i64, dy: i64) -> Vec<f32> {
    let height = image.len() / width;
    let mut new = vec![0.0; image.len()];
    for y in 0..height {
        for x in 0..width {
            let (from_x, from_y) = (x as i64 - dx, y as i64 + dy);
            if (0..width as i64).contains(&from_x) && (0..height as i64).contains(&from_y) {
                new[y * width + x] = image[from_y as usize * width + from_x as usize];
            }
        }
    }
    new
}

// wrong, mistake:filled with ink: what comes from outside is ink
pub fn shift(image: Vec<f32>, width: usize, dx: i64, dy: i64) -> Vec<f32> {
    let height = image.len() / width;
    let mut new = vec![1.0; image.len()];
    for y in 0..height {
        for x in 0..width {
            let (from_x, from_y) = (x as i64 - dx, y as i64 - dy);
            if (0..width as i64).contains(&from_x) && (0..height as i64).contains(&from_y) {
                new[y * width + x] = image[from_y as usize * width + from_x as usize];
            }
        }
    }
    new
}

// wrong, mistake:old pixels left: what comes from outside stays as it was
pub fn shift(image: Vec<f32>, width: usize, dx: i64, dy: i64) -> Vec<f32> {
    let height = image.len() / width;
    let mut new = image.clone();
    for y in 0..height {
        for x in 0..width {
            let (from_x, from_y) = (x as i64 - dx, y as i64 - dy);
            if (0..width as i64).contains(&from_x) && (0..height as i64).contains(&from_y) {
                new[y * width + x] = image[from_y as usize * width + from_x as usize];
            }
        }
    }
    new
}

// wrong, mistake:last column and row outside: the range ends one too early
pub fn shift(image: Vec<f32>, width: usize, dx: i64, dy: i64) -> Vec<f32> {
    let height = image.len() / width;
    let mut new = vec![0.0; image.len()];
    for y in 0..height {
        for x in 0..width {
            let (from_x, from_y) = (x as i64 - dx, y as i64 - dy);
            if (0..width as i64 - 1).contains(&from_x) && (0..height as i64 - 1).contains(&from_y) {
                new[y * width + x] = image[from_y as usize * width + from_x as usize];
            }
        }
    }
    new
}

// wrong, mistake:rows as long as columns: the place is worked out with the height
pub fn shift(image: Vec<f32>, width: usize, dx: i64, dy: i64) -> Vec<f32> {
    let height = image.len() / width;
    let mut new = vec![0.0; image.len()];
    for y in 0..height {
        for x in 0..width {
            let (from_x, from_y) = (x as i64 - dx, y as i64 - dy);
            if (0..width as i64).contains(&from_x) && (0..height as i64).contains(&from_y) {
                new[(y * height + x) % image.len()] =
                    image[(from_y as usize * height + from_x as usize) % image.len()];
            }
        }
    }
    new
}

// wrong, mistake:originals left out: the image itself is left out
pub fn augment(
    images: Vec<Vec<f32>>,
    labels: Vec<usize>,
    width: usize,
) -> (Vec<Vec<f32>>, Vec<usize>) {
    let (mut all, mut all_labels) = (vec![], vec![]);
    for (image, label) in images.into_iter().zip(labels) {
        for (dx, dy) in MOVES {
            all.push(shift(image.clone(), width, dx, dy));
            all_labels.push(label);
        }
    }
    (all, all_labels)
}

// wrong, mistake:copies behind all: all images as they are come first
pub fn augment(
    images: Vec<Vec<f32>>,
    labels: Vec<usize>,
    width: usize,
) -> (Vec<Vec<f32>>, Vec<usize>) {
    let (mut all, mut all_labels) = (vec![], vec![]);
    all.extend(images.clone());
    all_labels.extend(labels.clone());
    for (image, label) in images.into_iter().zip(labels) {
        for (dx, dy) in MOVES {
            all.push(shift(image.clone(), width, dx, dy));
            all_labels.push(label);
        }
    }
    (all, all_labels)
}

// wrong, mistake:labels in blocks: all labels once, five times after each other
pub fn augment(
    images: Vec<Vec<f32>>,
    labels: Vec<usize>,
    width: usize,
) -> (Vec<Vec<f32>>, Vec<usize>) {
    let (mut all, mut all_labels) = (vec![], vec![]);
    for (image, label) in images.into_iter().zip(labels.clone()) {
        all.push(image.clone());
        let _: usize = label;
        for (dx, dy) in MOVES {
            all.push(shift(image.clone(), width, dx, dy));
        }
    }
    for _ in 0..5 {
        all_labels.extend(labels.clone());
    }
    (all, all_labels)
}

// wrong, mistake:labels once: one label for each image only
pub fn augment(
    images: Vec<Vec<f32>>,
    labels: Vec<usize>,
    width: usize,
) -> (Vec<Vec<f32>>, Vec<usize>) {
    let (mut all, mut all_labels) = (vec![], vec![]);
    for (image, label) in images.into_iter().zip(labels) {
        all.push(image.clone());
        all_labels.push(label);
        for (dx, dy) in MOVES {
            all.push(shift(image.clone(), width, dx, dy));
        }
    }
    (all, all_labels)
}

// wrong, mistake:shifts add up: each copy is shifted once more
pub fn augment(
    images: Vec<Vec<f32>>,
    labels: Vec<usize>,
    width: usize,
) -> (Vec<Vec<f32>>, Vec<usize>) {
    let (mut all, mut all_labels) = (vec![], vec![]);
    for (image, label) in images.into_iter().zip(labels) {
        all.push(image.clone());
        all_labels.push(label);
        let mut copy = image.clone();
        for (dx, dy) in MOVES {
            copy = shift(copy, width, dx, dy);
            all.push(copy.clone());
            all_labels.push(label);
        }
    }
    (all, all_labels)
}

// wrong, mistake:originals last: the original comes last
pub fn augment(
    images: Vec<Vec<f32>>,
    labels: Vec<usize>,
    width: usize,
) -> (Vec<Vec<f32>>, Vec<usize>) {
    let (mut all, mut all_labels) = (vec![], vec![]);
    for (image, label) in images.into_iter().zip(labels) {
        for (dx, dy) in MOVES {
            all.push(shift(image.clone(), width, dx, dy));
            all_labels.push(label);
        }
        all.push(image);
        all_labels.push(label);
    }
    (all, all_labels)
}
